package lu.aifactory.platform.readiness;

import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// An answer as it comes in from a form or from JSON, before it is checked.
///
/// @param answer `level`, `dont-know` or `not-applicable`
/// @param level 0 to 4, with `level`
/// @param reason with `not-applicable`
/// @param evidence `self-declared` (also when left out) or `document-seen`
/// @param note where to find the evidence
/// @param version of the answer that this one replaces, 0 for the first; left out to save over any
public record Given(
    @Nullable String answer,
    @Nullable Integer level,
    @Nullable String reason,
    @Nullable String evidence,
    @Nullable String note,
    @Nullable Integer version) {

  static final String LEVEL = "level";
  static final String DONT_KNOW = "dont-know";
  static final String NOT_APPLICABLE = "not-applicable";
  private static final int LONGEST = 2000;

  Outcome<Answer> checked() {
    var faults = new ArrayList<Fault>();
    checkLength("reason", reason, faults);
    checkLength("note", note, faults);
    var read =
        switch (answer == null ? "" : answer) {
          case LEVEL -> atLevel(faults);
          case DONT_KNOW -> new Answer.DontKnow();
          case NOT_APPLICABLE -> notApplicable(faults);
          default -> {
            faults.add(new Fault("answer", "readiness.fault.answer"));
            yield new Answer.DontKnow();
          }
        };
    return faults.isEmpty()
        ? Outcome.done(read)
        : Outcome.refused(new Refusal.Invalid(List.copyOf(faults)));
  }

  private Answer atLevel(List<Fault> faults) {
    var seen = Evidence.SELF_DECLARED;
    if (Evidence.DOCUMENT_SEEN.key().equals(evidence)) {
      seen = Evidence.DOCUMENT_SEEN;
    } else if (Evidence.VERIFIED_BY_ADVISOR.key().equals(evidence)) {
      faults.add(new Fault("evidence", "readiness.fault.evidence-advisor-only"));
    } else if (!clean(evidence).isEmpty() && !Evidence.SELF_DECLARED.key().equals(evidence)) {
      faults.add(new Fault("evidence", "readiness.fault.evidence"));
    }
    if (level == null || level < 0 || level > Questionnaire.TOP_LEVEL) {
      faults.add(new Fault("answer", "readiness.fault.level"));
      return new Answer.AtLevel(0, seen, "");
    }
    return new Answer.AtLevel(level, seen, clean(note));
  }

  private Answer notApplicable(List<Fault> faults) {
    if (clean(reason).isEmpty()) {
      faults.add(new Fault("reason", "readiness.fault.reason"));
      return new Answer.DontKnow();
    }
    return new Answer.NotApplicable(clean(reason));
  }

  static void checkLength(String field, @Nullable String text, List<Fault> faults) {
    if (clean(text).length() > LONGEST) {
      faults.add(new Fault(field, "readiness.fault.long", List.of(LONGEST)));
    }
  }

  private static String clean(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
