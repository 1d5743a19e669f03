package lu.aifactory.platform.usecase.decide;

import java.util.Optional;

/// Where an answer stands within its section: `basis`, or `metrics.0.threshold` for a cell of a table; a cell that is a
/// table itself goes on, `sets.0.columns.2.meaning`. The same names are used in forms, faults and JSON problems.
public record Path(String field, Optional<Cell> cell) {

  /// A row, counted from 0, and its column, which may be a path within the row.
  public record Cell(int row, String column) {}

  /// Reads a path that this class wrote.
  public static Path of(String written) {
    var parts = written.split("\\.", 3);
    return parts.length == 3
        ? new Path(parts[0], Optional.of(new Cell(Integer.parseInt(parts[1]), parts[2])))
        : new Path(written, Optional.empty());
  }

  static String cell(String field, int row, String column) {
    return field + "." + row + "." + column;
  }
}
