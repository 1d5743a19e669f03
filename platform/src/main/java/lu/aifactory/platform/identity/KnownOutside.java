package lu.aifactory.platform.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whom a provider says that it has just seen. Only issuer and subject say who that is; everything else is for people to
/// read.
///
/// @param label how they are called there: an address that the provider has verified, else a name
/// @param severalFactors whether the provider says that it asked for more than a password
/// @param seenAt when they last proved themselves there
record KnownOutside(
    String issuer,
    String subject,
    String name,
    String label,
    boolean severalFactors,
    @Nullable Instant seenAt) {}
