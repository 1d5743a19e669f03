package lu.aifactory.platform.usecase.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.usecase.Answers;
import lu.aifactory.platform.usecase.Completeness;
import lu.aifactory.platform.usecase.Content;

/// The definition of one section: its fields, and the minimum quality that makes it complete.
public record Section(String key, int order, List<Field> fields, List<Rule> rules) {

  /// Fills in what the data file leaves out.
  public Section {
    fields = List.copyOf(fields);
    rules = rules == null ? List.of() : List.copyOf(rules);
  }

  /// The field of that name.
  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.key().equals(name)).findFirst();
  }

  /// The table at a path: `sets` or, within a row of it, `sets.0.columns`.
  public Optional<Field> table(String path) {
    var at = Path.of(path);
    var field = field(at.field()).filter(one -> one.type() == Field.Type.ROWS);
    return at.cell().isEmpty()
        ? field
        : field
            .flatMap(one -> one.column(at.cell().get().column()))
            .filter(one -> one.type() == Field.Type.ROWS);
  }

  /// How far the section is in this content.
  public Completeness completeness(Content content) {
    var answers = content.section(key);
    if (answers.isEmpty()) {
      return new Completeness.Missing();
    }
    var reasons = new ArrayList<Fault>();
    for (var field : fields) {
      check(field, answers, field.key(), reasons);
    }
    for (var rule : rules) {
      rule.weaknesses(answers, content).forEach(reasons::add);
    }
    return reasons.isEmpty() ? new Completeness.Complete() : new Completeness.Weak(reasons);
  }

  private static void check(Field field, Answers answers, String path, List<Fault> reasons) {
    if (field.type() == Field.Type.ROWS) {
      var rows = answers.rows(field.key());
      if (field.required() && rows.isEmpty()) {
        reasons.add(new Fault(path, "usecase.weak.no-rows"));
      }
      checkRows(field, rows, path, reasons);
      return;
    }
    var text = answers.text(field.key());
    if (text.isEmpty()) {
      var when = field.requiredWhen();
      if (field.required() || (when != null && when.holds(answers))) {
        reasons.add(new Fault(path, "usecase.weak.empty"));
      }
    } else if (text.codePointCount(0, text.length()) < field.shortest()) {
      reasons.add(new Fault(path, "usecase.weak.short", List.of(field.shortest())));
    }
  }

  private static void checkRows(Field table, List<Answers> rows, String path, List<Fault> reasons) {
    for (int row = 0; row < rows.size(); row++) {
      for (var column : table.columns()) {
        check(column, rows.get(row), Path.cell(path, row, column.key()), reasons);
      }
    }
  }
}
