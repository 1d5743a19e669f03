package lu.aifactory.platform.readiness;

/// Two results of the same project beside each other. A difference counts only when it is larger than what the
/// uncertainty of both explains.
///
/// @param difference in points, later minus earlier
/// @param needed how large it must be to count
/// @param sameQuestionnaire whether both were asked the same version
public record Comparison(double difference, double needed, boolean sameQuestionnaire) {

  static Comparison of(
      Result.Scored earlier,
      Questionnaire earlierQuestions,
      Result.Scored later,
      Questionnaire laterQuestions) {
    double errors =
        Math.max(earlierQuestions.band().standardErrors(), laterQuestions.band().standardErrors());
    return new Comparison(
        later.index() - earlier.index(),
        errors * Math.hypot(earlier.standardError(), later.standardError()),
        earlierQuestions.id().equals(laterQuestions.id())
            && earlierQuestions.version() == laterQuestions.version());
  }

  /// Whether the difference is more than uncertainty.
  public boolean counts() {
    return Math.abs(difference) > needed;
  }
}
