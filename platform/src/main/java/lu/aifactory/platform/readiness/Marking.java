package lu.aifactory.platform.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.shared.Fault;
import org.jspecify.annotations.Nullable;

/// What the advisor says of the evidence for an answer.
///
/// @param evidence `document-seen`, or `verified-by-advisor` (also when left out)
/// @param document that shows it, one of the same organisation; left out for none
/// @param note where that can be seen; empty leaves the note that is there
public record Marking(@Nullable String evidence, @Nullable UUID document, @Nullable String note) {

  /// Confirms, without a document.
  public static Marking verified(String note) {
    return new Marking(Evidence.VERIFIED_BY_ADVISOR.key(), null, note);
  }

  Evidence kind() {
    return Evidence.DOCUMENT_SEEN.key().equals(evidence)
        ? Evidence.DOCUMENT_SEEN
        : Evidence.VERIFIED_BY_ADVISOR;
  }

  String words() {
    return note == null ? "" : note.strip();
  }

  List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    Given.checkLength("note", note, faults);
    if (evidence != null
        && !evidence.isEmpty()
        && !evidence.equals(Evidence.DOCUMENT_SEEN.key())
        && !evidence.equals(Evidence.VERIFIED_BY_ADVISOR.key())) {
      faults.add(new Fault("evidence", "readiness.fault.evidence"));
    }
    return faults;
  }
}
