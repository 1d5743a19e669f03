package lu.aifactory.platform.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An API token as its owner sees it; the secret itself is shown once, when it is made.
///
/// @param scopes the permissions to which it is limited; empty for all that its owner holds
record ApiToken(
    UUID id,
    String name,
    List<String> scopes,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {

  boolean live(Instant now) {
    return revokedAt == null && expiresAt.isAfter(now);
  }
}
