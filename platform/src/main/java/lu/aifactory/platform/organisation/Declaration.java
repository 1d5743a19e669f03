package lu.aifactory.platform.organisation;

import java.time.Instant;
import lu.aifactory.platform.identity.AccountId;

/// A size that somebody has signed for: who, when, for which year, and the exact content with its hash.
///
/// @param content the figures, the group, the sums and the sizes, as JSON in a fixed order
/// @param sha256 of the content in UTF-8, in hexadecimal digits
public record Declaration(
    DeclarationId id,
    int year,
    AccountId account,
    String name,
    Instant at,
    String content,
    String sha256) {}
