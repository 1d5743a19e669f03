package lu.aifactory.engines.psychometrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// How far the figures of a [Reliability] would have come out otherwise with other respondents of the same sort:
/// percentile intervals from respondents drawn again with replacement (Efron & Tibshirani, An Introduction to the
/// Bootstrap, 1993, chapter 13). 95 of 100 draws lie inside.
///
/// @param alpha of Cronbach's α; empty where fewer than 95 of 100 draws have one
/// @param omega of McDonald's ω; likewise
/// @param itemRest of each item's correlation with the rest, in the order of the items
public record Uncertainty(
    Optional<Interval> alpha, Optional<Interval> omega, List<Optional<Interval>> itemRest) {

  private static final double COVERED = 0.95;
  private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  public Uncertainty {
    itemRest = List.copyOf(itemRest);
  }

  /// Where the figure lies.
  public record Interval(double low, double high) {}

  /// From the same rows as the reliability. The same seed gives the same intervals.
  public static Uncertainty of(double[][] answers, int draws, long seed) {
    int items = answers.length == 0 ? 0 : answers[0].length;
    var random = RANDOM.create(seed);
    var drawn = new ArrayList<Reliability>(draws);
    for (int draw = 0; draw < draws; draw++) {
      drawn.add(Reliability.of(again(answers, random), OneFactor.Care.ROUGH));
    }
    var rests = new ArrayList<Optional<Interval>>();
    for (int item = 0; item < items; item++) {
      int at = item;
      rests.add(interval(drawn, one -> OptionalDouble.of(one.itemRest()[at])));
    }
    return new Uncertainty(
        interval(drawn, Reliability::alpha), interval(drawn, Reliability::omega), rests);
  }

  private static double[][] again(double[][] answers, RandomGenerator random) {
    var rows = new double[answers.length][];
    for (int row = 0; row < rows.length; row++) rows[row] = answers[random.nextInt(rows.length)];
    return rows;
  }

  private static Optional<Interval> interval(
      List<Reliability> drawn, Function<Reliability, OptionalDouble> figure) {
    var sorted =
        drawn.stream()
            .map(figure)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (sorted.length == 0 || sorted.length < COVERED * drawn.size()) return Optional.empty();
    double tail = (1 - COVERED) / 2;
    return Optional.of(new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail)));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
