package lu.aifactory.platform.charts;

import java.util.List;

/// The numbers of a picture as a table: column headings, and rows that begin with a heading of their own. The first
/// column heading stands above the row headings.
public record DataTable(String caption, List<String> columns, List<Row> rows) {

  public DataTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (var row : rows) {
      if (row.cells().size() + 1 != columns.size()) {
        throw new IllegalArgumentException(
            "row \"%s\" has %d cells below %d columns"
                .formatted(row.heading(), row.cells().size(), columns.size() - 1));
      }
    }
  }

  /// One row: its heading and its cells.
  public record Row(String heading, List<String> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }
}
