package lu.aifactory.platform.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An invitation to get an account, or to join an organisation with the one that somebody has.
record Invitation(
    UUID id,
    String email,
    @Nullable OrganisationId organisation,
    @Nullable String organisationName,
    Role role,
    @Nullable String partner,
    String language,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant acceptedAt,
    @Nullable String acceptedFrom,
    @Nullable Instant revokedAt) {

  boolean open(Instant now) {
    return acceptedAt == null && revokedAt == null && expiresAt.isAfter(now);
  }

  /// The same without the address from which it was accepted.
  Invitation fromNowhere() {
    return new Invitation(
        id,
        email,
        organisation,
        organisationName,
        role,
        partner,
        language,
        createdAt,
        expiresAt,
        acceptedAt,
        null,
        revokedAt);
  }
}
