package lu.aifactory.engines.psychometrics;

/// Covariances of items, each with each; the variances stand on the diagonal.
record Covariances(double[][] matrix) {

  int items() {
    return matrix.length;
  }

  double variance(int item) {
    return matrix[item][item];
  }

  /// The variance of the sum of all items.
  double total() {
    double sum = 0;
    for (var row : matrix) {
      for (double value : row) sum += value;
    }
    return sum;
  }

  double variances() {
    double sum = 0;
    for (int item = 0; item < items(); item++) sum += variance(item);
    return sum;
  }

  /// Whether some item was answered the same by everybody, so that it correlates with nothing.
  boolean hasConstantItem() {
    for (int item = 0; item < items(); item++) {
      if (variance(item) <= 0) return true;
    }
    return false;
  }

  /// Correlation of an item with the sum of the others.
  double itemRest(int item) {
    double withRest = 0;
    for (int other = 0; other < items(); other++) {
      if (other != item) withRest += matrix[item][other];
    }
    double rest = total() - variance(item) - 2 * withRest;
    return withRest / Math.sqrt(variance(item) * rest);
  }

  double correlation(int a, int b) {
    return matrix[a][b] / Math.sqrt(variance(a) * variance(b));
  }
}
