package lu.aifactory.engines.psychometrics;

import java.util.Arrays;
import java.util.Optional;

/// The one thing that all items share, by least squares on their correlations (principal axes, iterated until the
/// communalities stand still; Harman, Modern Factor Analysis, 1976, chapter 9).
///
/// @param loadings of each item, in units of the item
record OneFactor(double[] loadings) {

  /// How long the search goes on, and how little the communalities may still change at its end.
  enum Care {
    EXACT(20_000, 1e-10),
    /// For figures that are drawn a thousand times and vary more than this from draw to draw.
    ROUGH(400, 1e-5);

    private final int turns;
    private final double still;

    Care(int turns, double still) {
      this.turns = turns;
      this.still = still;
    }
  }

  /// Empty when no single factor fits: an item would share more than all of its variance, or the search does not settle.
  static Optional<OneFactor> of(Covariances covariances) {
    return of(covariances, Care.EXACT);
  }

  static Optional<OneFactor> of(Covariances covariances, Care care) {
    int items = covariances.items();
    if (items < 3 || covariances.hasConstantItem()) return Optional.empty();
    var reduced = new double[items][items];
    for (int a = 0; a < items; a++) {
      for (int b = 0; b < items; b++) reduced[a][b] = covariances.correlation(a, b);
    }
    // As a first guess the largest correlation of each item.
    for (int a = 0; a < items; a++) {
      double largest = 0;
      for (int b = 0; b < items; b++)
        if (b != a) largest = Math.max(largest, Math.abs(reduced[a][b]));
      reduced[a][a] = largest;
    }
    var vector = new double[items];
    Arrays.fill(vector, 1 / Math.sqrt(items));
    for (int turn = 0; turn < care.turns; turn++) {
      double value = advance(reduced, vector);
      double change = 0;
      for (int item = 0; item < items; item++) {
        double communality = Math.max(0, value) * vector[item] * vector[item];
        change = Math.max(change, Math.abs(communality - reduced[item][item]));
        reduced[item][item] = communality;
      }
      if (change < care.still) return loadings(covariances, reduced, vector);
    }
    return Optional.empty();
  }

  /// Some steps of the power method from the vector before; answers the largest eigenvalue.
  private static double advance(double[][] matrix, double[] vector) {
    double value = 0;
    for (int step = 0; step < 8; step++) {
      var next = new double[vector.length];
      double square = 0;
      for (int a = 0; a < vector.length; a++) {
        for (int b = 0; b < vector.length; b++) next[a] += matrix[a][b] * vector[b];
        square += next[a] * next[a];
      }
      value = Math.sqrt(square);
      if (value == 0) return 0;
      for (int a = 0; a < vector.length; a++) vector[a] = next[a] / value;
    }
    return value;
  }

  private static Optional<OneFactor> loadings(
      Covariances covariances, double[][] reduced, double[] vector) {
    var loadings = new double[vector.length];
    double sum = 0;
    for (int item = 0; item < vector.length; item++) {
      double communality = reduced[item][item];
      if (communality > 1) return Optional.empty();
      loadings[item] =
          Math.copySign(Math.sqrt(communality * covariances.variance(item)), vector[item]);
      sum += loadings[item];
    }
    if (sum < 0)
      for (int item = 0; item < loadings.length; item++) loadings[item] = -loadings[item];
    return Optional.of(new OneFactor(loadings));
  }

  double sum() {
    return Arrays.stream(loadings).sum();
  }
}
