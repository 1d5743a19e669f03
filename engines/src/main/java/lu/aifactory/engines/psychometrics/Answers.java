package lu.aifactory.engines.psychometrics;

import java.util.Arrays;

/// The complete answers of several respondents to the same items: as many columns in every row.
record Answers(double[][] rows) {

  Answers {
    int items = rows.length == 0 ? 0 : rows[0].length;
    for (var row : rows) {
      if (row.length != items) {
        throw new IllegalArgumentException(
            "a row of %d answers among rows of %d".formatted(row.length, items));
      }
      if (!Arrays.stream(row).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("an answer is missing or is no number");
      }
    }
  }

  int respondents() {
    return rows.length;
  }

  int items() {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  /// Sample covariances of the items, with n − 1 below.
  Covariances covariances() {
    int items = items();
    var means = new double[items];
    for (var row : rows) {
      for (int item = 0; item < items; item++) means[item] += row[item];
    }
    // Divided once, so that whole levels that are all the same have no variance at all.
    for (int item = 0; item < items; item++) means[item] /= rows.length;
    var matrix = new double[items][items];
    for (var row : rows) {
      for (int a = 0; a < items; a++) {
        for (int b = 0; b <= a; b++) {
          matrix[a][b] += (row[a] - means[a]) * (row[b] - means[b]) / (rows.length - 1);
        }
      }
    }
    for (int a = 0; a < items; a++) {
      for (int b = 0; b < a; b++) matrix[b][a] = matrix[a][b];
    }
    return new Covariances(matrix);
  }
}
