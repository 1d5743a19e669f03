package lu.aifactory.platform.readiness;

/// Where one dimension stands.
public sealed interface Standing {

  /// Enough items were answered: their mean level, 0 to 4.
  record Judged(double level) implements Standing {

    /// The same on the scale of the index.
    public double score() {
      return level * 100 / Questionnaire.TOP_LEVEL;
    }
  }

  /// Too many items are open or "don't know".
  record TooFewAnswers() implements Standing {}

  /// Every item was declared not applicable, so there is nothing to judge.
  record NothingApplies() implements Standing {}

  /// Nothing about the project makes this dimension count.
  record NotTriggered() implements Standing {}
}
