package lu.aifactory.platform.documents;

import java.time.Instant;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.OrganisationId;

/// A stored document, without its content. It is about one thing (an engagement, for example) and never changes.
///
/// @param sha256 checksum of the content, in hexadecimal digits
/// @param sealed whether it was made and sealed here
public record Document(
    DocumentId id,
    OrganisationId organisation,
    String aboutKind,
    UUID about,
    Title title,
    String fileName,
    DocumentType type,
    long size,
    String sha256,
    boolean sealed,
    Instant createdAt,
    AccountId createdBy) {

  /// A short name that people can quote; it stands on every page of a sealed report.
  public String reference() {
    return ReportWriter.reference(id);
  }
}
