package lu.aifactory.engines.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one table from its file, going on after a problem so that all of them can be named at once.
final class TableReader {

  private static final String HEADER =
      "in:name:type, out:name:type or note:name with a type of string, number, boolean, date";

  private final String file;
  private final List<Problem> problems;

  private TableReader(String file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /// The table, or nothing after having added to the problems.
  static Optional<RuleTable> read(RuleFile file, List<Problem> problems) {
    var found = new ArrayList<Problem>();
    var table = new TableReader(file.name(), found).read(file.text());
    problems.addAll(found);
    return found.isEmpty() ? Optional.of(table) : Optional.empty();
  }

  private RuleTable read(String text) {
    var lines = CsvLines.read(file, text, problems);
    var settings = new Settings(file, lines.settings(), problems);
    var from = settings.date("from");
    var to = settings.date("to");
    if (from != null && to != null && to.isBefore(from)) {
      problems.add(new Problem(file, 1, "to", "a day not before " + from, to.toString()));
    }
    var columns = columns(lines.records());
    return new RuleTable(
        file,
        settings.name(),
        settings.text("title", ""),
        settings.hit(),
        settings.text("version", "1"),
        from,
        to,
        settings.sources(),
        settings.date("verifiedOn"),
        settings.period("staleAfter"),
        columns,
        rows(lines.records(), columns));
  }

  private List<Column> columns(List<CsvLines.Cells> records) {
    if (records.isEmpty()) {
      problems.add(new Problem(file, 1, "", "a header of " + HEADER, "nothing"));
      return List.of();
    }
    var header = records.getFirst();
    var columns = new ArrayList<Column>();
    var names = new HashSet<String>();
    for (var cell : header.cells()) {
      var column = column(cell);
      columns.add(column);
      var isKnown = !column.name().isEmpty();
      if (!isKnown) {
        problems.add(new Problem(file, header.line(), cell, HEADER, cell));
      } else if (!names.add(column.part() + column.name())) {
        problems.add(new Problem(file, header.line(), cell, "each column once", "a second one"));
      }
    }
    for (var part : List.of(Column.Part.IN, Column.Part.OUT)) {
      if (columns.stream().noneMatch(column -> column.part() == part)) {
        problems.add(
            new Problem(file, header.line(), "", "at least one " + part + " column", "none"));
      }
    }
    return List.copyOf(columns);
  }

  private static Column column(String header) {
    var parts = header.split(":", -1);
    var isNote = parts[0].equals("note") && parts.length == 2;
    var isTyped = (parts[0].equals("in") || parts[0].equals("out")) && parts.length == 3;
    var type = isTyped ? Type.named(parts[2]) : Optional.of(Type.STRING);
    if (!(isNote || isTyped) || type.isEmpty() || !parts[1].matches("[a-zA-Z]\\w{0,59}")) {
      return new Column("", Column.Part.NOTE, Type.STRING);
    }
    var part =
        switch (parts[0]) {
          case "in" -> Column.Part.IN;
          case "out" -> Column.Part.OUT;
          default -> Column.Part.NOTE;
        };
    return new Column(parts[1], part, type.get());
  }

  private List<RuleTable.Row> rows(List<CsvLines.Cells> records, List<Column> columns) {
    var rows = new ArrayList<RuleTable.Row>();
    for (var record : records.subList(Math.min(1, records.size()), records.size())) {
      if (record.cells().size() == columns.size()) {
        rows.add(row(record, columns));
      } else {
        var expected = columns.size() + " cells, as in the header";
        var found = record.cells().size() + " cells";
        problems.add(new Problem(file, record.line(), "", expected, found));
      }
    }
    if (rows.isEmpty()) problems.add(new Problem(file, 1, "", "at least one row", "none"));
    return List.copyOf(rows);
  }

  private RuleTable.Row row(CsvLines.Cells record, List<Column> columns) {
    var tests = new ArrayList<String>();
    var outputs = new LinkedHashMap<String, @Nullable Object>();
    var notes = new LinkedHashMap<String, String>();
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var cell = record.cells().get(i);
      try {
        switch (column.part()) {
          case IN -> tests.add(Cell.condition(cell, column.type()));
          case OUT -> outputs.put(column.name(), Cell.output(cell, column.type()));
          case NOTE -> notes.put(column.name(), cell);
        }
      } catch (Misfit misfit) {
        problems.add(
            new Problem(file, record.line(), column.name(), misfit.expected(), misfit.found()));
      }
    }
    return new RuleTable.Row(
        record.line(),
        record.cells(),
        List.copyOf(tests),
        Collections.unmodifiableMap(outputs),
        Collections.unmodifiableMap(notes));
  }
}
