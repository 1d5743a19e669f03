package lu.aifactory.engines.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The examples of a table: a CSV file whose header names inputs and outputs of the table (and `why`, a remark).
/// Where several rows answer, an output lists them with ` | ` between; `(no rule)` says that no row shall answer.
final class Examples {

  static final String NO_RULE = "(no rule)";

  private record Example(
      int line, Map<String, @Nullable Object> inputs, Map<String, String> expected) {}

  private final String file;
  private final List<Example> examples;

  private Examples(String file, List<Example> examples) {
    this.file = file;
    this.examples = examples;
  }

  static Optional<Examples> read(
      String file, String text, RuleTable table, List<Problem> problems) {
    var found = new ArrayList<Problem>();
    var records = CsvLines.read(file, text, found).records();
    var columns = new ArrayList<Optional<Column>>();
    if (records.size() < 2) {
      found.add(new Problem(file, 1, "", "a header and at least one example", "nothing"));
    } else {
      records.getFirst().cells().forEach(name -> columns.add(column(name, table)));
      header(file, records.getFirst(), columns, found);
    }
    var examples = new ArrayList<Example>();
    for (var record : records.subList(Math.min(1, records.size()), records.size())) {
      if (record.cells().size() == columns.size()) {
        examples.add(example(file, record, columns, found));
      } else {
        var expected = columns.size() + " cells, as in the header";
        var cells = record.cells().size() + " cells";
        found.add(new Problem(file, record.line(), "", expected, cells));
      }
    }
    problems.addAll(found);
    return found.isEmpty() ? Optional.of(new Examples(file, examples)) : Optional.empty();
  }

  private static Optional<Column> column(String name, RuleTable table) {
    if (name.equals("why")) return Optional.of(new Column(name, Column.Part.NOTE, Type.STRING));
    return table.columns().stream()
        .filter(column -> column.part() != Column.Part.NOTE && column.name().equals(name))
        .findFirst();
  }

  private static void header(
      String file, CsvLines.Cells header, List<Optional<Column>> columns, List<Problem> problems) {
    for (int i = 0; i < columns.size(); i++) {
      var name = header.cells().get(i);
      if (columns.get(i).isEmpty()) {
        problems.add(
            new Problem(file, header.line(), name, "an input or output of the table", name));
      }
    }
    if (columns.stream().flatMap(Optional::stream).noneMatch(c -> c.part() == Column.Part.OUT)) {
      problems.add(new Problem(file, header.line(), "", "at least one output", "none"));
    }
  }

  private static Example example(
      String file, CsvLines.Cells record, List<Optional<Column>> columns, List<Problem> problems) {
    var inputs = new LinkedHashMap<String, @Nullable Object>();
    var expected = new LinkedHashMap<String, String>();
    for (int i = 0; i < columns.size(); i++) {
      var cell = record.cells().get(i);
      var column = columns.get(i).orElse(null);
      if (column == null) continue;
      if (column.part() == Column.Part.OUT) expected.put(column.name(), cell);
      if (column.part() != Column.Part.IN || cell.isEmpty()) continue;
      var value = column.type().read(cell);
      if (value.isEmpty()) {
        problems.add(
            new Problem(file, record.line(), column.name(), column.type().description(), cell));
      }
      inputs.put(column.name(), value.orElse(null));
    }
    return new Example(record.line(), inputs, expected);
  }

  /// Asks the table each example and answers where it says something else.
  List<Problem> run(Function<Map<String, @Nullable Object>, Decision> table) {
    var problems = new ArrayList<Problem>();
    for (var example : examples) {
      var decision = table.apply(example.inputs);
      example.expected.forEach((column, expected) -> {
        var found = answer(decision, column);
        if (!found.equals(expected)) {
          problems.add(new Problem(file, example.line, column, expected, found));
        }
      });
    }
    return problems;
  }

  private static String answer(Decision decision, String column) {
    return switch (decision) {
      case Decision.NoRule _ -> NO_RULE;
      case Decision.Decided(_, _, _, _, var rows) ->
          rows.stream()
              .map(row -> Objects.toString(row.output(column), ""))
              .collect(Collectors.joining(" | "));
    };
  }
}
