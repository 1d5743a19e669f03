package lu.aifactory.engines.psychometrics;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How consistently items measure one thing.
///
/// @param respondents how many complete answers it was computed from
/// @param alpha Cronbach's α (Cronbach, Psychometrika 16, 1951): the lower bound when the items load unequally; it may
///     be negative; empty when nobody's answers differ
/// @param omega McDonald's ω (McDonald, Test Theory, 1999): the share of the sum's variance that one common factor
///     explains, with the observed variance below; empty under three items or where no single factor fits
/// @param itemRest correlation of each item with the sum of the others, in their order; NaN for an item that everybody
///     answered the same
public record Reliability(
    int respondents, OptionalDouble alpha, OptionalDouble omega, double[] itemRest) {

  /// From one row for each respondent and one column for each item.
  ///
  /// @throws IllegalArgumentException for fewer than two respondents or items, rows of different length, or a missing
  ///     answer: leave out whoever did not answer everything
  public static Reliability of(double[][] answers) {
    return of(answers, OneFactor.Care.EXACT);
  }

  static Reliability of(double[][] answers, OneFactor.Care care) {
    var complete = new Answers(answers);
    if (complete.respondents() < 2 || complete.items() < 2) {
      throw new IllegalArgumentException(
          "%d respondents and %d items; at least two of both are needed"
              .formatted(complete.respondents(), complete.items()));
    }
    return of(complete.covariances(), complete.respondents(), care);
  }

  static Reliability of(Covariances covariances, int respondents) {
    return of(covariances, respondents, OneFactor.Care.EXACT);
  }

  private static Reliability of(Covariances covariances, int respondents, OneFactor.Care care) {
    var rest = IntStream.range(0, covariances.items()).mapToDouble(covariances::itemRest).toArray();
    return new Reliability(respondents, alpha(covariances), omega(covariances, care), rest);
  }

  private static OptionalDouble alpha(Covariances covariances) {
    double items = covariances.items();
    double total = covariances.total();
    if (total <= 0) return OptionalDouble.empty();
    return OptionalDouble.of(items / (items - 1) * (1 - covariances.variances() / total));
  }

  private static OptionalDouble omega(Covariances covariances, OneFactor.Care care) {
    return OneFactor.of(covariances, care)
        .map(factor -> factor.sum() * factor.sum() / covariances.total())
        .filter(omega -> omega <= 1)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }
}
