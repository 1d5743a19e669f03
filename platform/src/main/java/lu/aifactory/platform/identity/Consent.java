package lu.aifactory.platform.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An organisation lets a partner look at its case.
///
/// @param partner code of the partner
/// @param scopes the rooms that the partner may look into: `engagement`, `readiness`, `usecase` …
public record Consent(
    UUID id,
    OrganisationId organisation,
    String partner,
    String partnerName,
    List<String> scopes,
    String purpose,
    String grantedBy,
    Instant grantedAt,
    Instant expiresAt,
    @Nullable Instant revokedAt) {

  /// Whether it allows anything at that time.
  public boolean live(Instant now) {
    return revokedAt == null && expiresAt.isAfter(now);
  }
}
