package lu.aifactory.platform.readiness;

/// The answer to one item. "Don't know" is a missing value, "not applicable" takes the item out of the sum and so
/// needs a reason.
public sealed interface Answer {

  /// One of the five anchored levels, with what it rests on and an optional note saying where to find that.
  record AtLevel(int level, Evidence evidence, String note) implements Answer {

    public AtLevel {
      if (level < 0 || level > Questionnaire.TOP_LEVEL) {
        throw new IllegalArgumentException("There is no level " + level);
      }
    }
  }

  /// Nobody could say.
  record DontKnow() implements Answer {}

  /// The item does not fit this organisation, for this reason.
  record NotApplicable(String reason) implements Answer {

    public NotApplicable {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("Not applicable needs a reason");
      }
    }
  }
}
