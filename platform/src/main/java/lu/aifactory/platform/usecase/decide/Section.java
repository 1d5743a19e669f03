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
      checkRows(field, answers.rows(field.key()), reasons);
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

  private static void checkRows(Field table, List<Answers> rows, List<Fault> reasons) {
    for (int row = 0; row < rows.size(); row++) {
      for (var column : table.columns()) {
        check(column, rows.get(row), Path.cell(table.key(), row, column.key()), reasons);
      }
    }
  }
}
