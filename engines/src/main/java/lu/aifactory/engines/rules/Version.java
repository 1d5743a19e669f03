package lu.aifactory.engines.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lu.aifactory.engines.rules.Decision.FiredRow;
import lu.aifactory.engines.rules.Decision.NoRule;
import org.jspecify.annotations.Nullable;

/// A version of a table that can be asked. It is compiled, and its examples are run, when it is asked first: the
/// engine takes half a second to wake up, which a program that starts should not wait for.
final class Version {

  private final RuleTable table;
  private final @Nullable Examples examples;
  private @Nullable DmnTable compiled;

  Version(RuleTable table, @Nullable Examples examples) {
    this.table = table;
    this.examples = examples;
  }

  RuleTable table() {
    return table;
  }

  Decision decide(LocalDate on, Map<String, ?> given) {
    return decide(compiled(), on, given);
  }

  /// Compiles, runs the examples, and answers what is wrong.
  List<Problem> check() {
    try {
      compiled();
      return List.of();
    } catch (BrokenRules broken) {
      return broken.problems();
    }
  }

  private synchronized DmnTable compiled() {
    if (compiled == null) {
      var fresh = DmnTable.of(table);
      var problems =
          examples == null
              ? List.<Problem>of()
              : examples.run(inputs -> decide(fresh, LocalDate.EPOCH, inputs));
      if (!problems.isEmpty()) throw new BrokenRules(problems);
      compiled = fresh;
    }
    return compiled;
  }

  private Decision decide(DmnTable dmn, LocalDate on, Map<String, ?> given) {
    var inputs = inputs(given);
    var fired = dmn.fitting(inputs).stream().map(index -> fired(table.rows().get(index))).toList();
    if (fired.isEmpty()) {
      return new NoRule(table.name(), table.version(), on, inputs, NoRule.Why.NO_ROW, fired);
    }
    if (table.hit() == HitPolicy.UNIQUE && fired.size() > 1) {
      return new NoRule(
          table.name(), table.version(), on, inputs, NoRule.Why.ROWS_CONTRADICT, fired);
    }
    var rows = table.hit() == HitPolicy.FIRST ? List.of(fired.getFirst()) : fired;
    return new Decision.Decided(table.name(), table.version(), on, inputs, rows);
  }

  private Map<String, @Nullable Object> inputs(Map<String, ?> given) {
    var inputs = new LinkedHashMap<String, @Nullable Object>();
    for (var column : table.columns(Column.Part.IN)) {
      inputs.put(column.name(), column.type().accept(column.name(), given.get(column.name())));
    }
    for (var name : given.keySet()) {
      if (!inputs.containsKey(name)) {
        throw new IllegalArgumentException(
            "Table %s has no input %s, only %s".formatted(table.name(), name, inputs.keySet()));
      }
    }
    return Collections.unmodifiableMap(inputs);
  }

  private FiredRow fired(RuleTable.Row row) {
    var conditions = new ArrayList<String>();
    for (int i = 0; i < table.columns().size(); i++) {
      var column = table.columns().get(i);
      var cell = row.cells().get(i);
      if (column.part() == Column.Part.IN && !cell.equals("-")) {
        var isComparison = cell.startsWith("<") || cell.startsWith(">");
        conditions.add(column.name() + (isComparison ? " " : ": ") + cell);
      }
    }
    return new FiredRow(row.line(), String.join(", ", conditions), row.outputs(), row.notes());
  }
}
