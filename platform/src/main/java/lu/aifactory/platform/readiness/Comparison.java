package lu.aifactory.platform.readiness;

import java.util.ArrayList;
import java.util.List;

/// Two results of the same project beside each other. A difference counts only when it is larger than what the
/// uncertainty of both explains: the number of standard errors of the band (1.96) times √(SE₁² + SE₂²).
///
/// @param difference in points, later minus earlier
/// @param needed how large it must be to count
/// @param sameQuestionnaire whether both were asked the same version
/// @param dimensions those that both could judge
public record Comparison(
    double difference, double needed, boolean sameQuestionnaire, List<Change> dimensions) {

  public Comparison {
    dimensions = List.copyOf(dimensions);
  }

  /// One dimension, in levels.
  ///
  /// @param needed how large the difference must be to count
  public record Change(String dimension, double earlier, double later, double needed) {

    /// Later minus earlier.
    public double difference() {
      return later - earlier;
    }

    /// Whether the difference is more than uncertainty.
    public boolean counts() {
      return Math.abs(difference()) > needed;
    }
  }

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
            && earlierQuestions.version() == laterQuestions.version(),
        changes(earlier, later, errors));
  }

  private static List<Change> changes(Result earlier, Result later, double errors) {
    var changes = new ArrayList<Change>();
    for (var after : later.dimensions()) {
      for (var before : earlier.dimensions()) {
        if (before.dimension().equals(after.dimension())
            && before.standing() instanceof Standing.Judged(double was)
            && after.standing() instanceof Standing.Judged(double is)) {
          double error = Math.hypot(before.standardError(), after.standardError());
          changes.add(new Change(after.dimension(), was, is, errors * error));
        }
      }
    }
    return changes;
  }

  /// Whether the difference is more than uncertainty.
  public boolean counts() {
    return Math.abs(difference) > needed;
  }
}
