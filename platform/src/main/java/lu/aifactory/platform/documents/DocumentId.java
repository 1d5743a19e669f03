package lu.aifactory.platform.documents;

import java.util.UUID;
import lu.aifactory.platform.shared.Subject;

/// The id of a stored document.
public record DocumentId(UUID value) implements Subject {

  /// A short name of the document that people can quote.
  public String reference() {
    return ReportWriter.reference(this);
  }
}
