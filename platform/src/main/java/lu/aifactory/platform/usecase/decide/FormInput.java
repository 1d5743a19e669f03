package lu.aifactory.platform.usecase.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.usecase.Answer;
import lu.aifactory.platform.usecase.Answers;

/// A section's form as text by path (`basis`, `metrics.0.threshold`), exactly as typed, so that a form with mistakes
/// can be shown again as it was sent.
public record FormInput(Section section, Map<String, String> typed) {

  private static final int MOST_ROWS_READ = 200;

  /// Keeps the paths that the section knows.
  public FormInput {
    var sent = new TreeMap<>(typed);
    var known = new TreeMap<String, String>();
    for (var field : section.fields()) {
      keep(field, field.key(), sent, known);
    }
    typed = known;
  }

  /// The form for answers that are stored.
  public static FormInput of(Section section, Answers answers) {
    var typed = new TreeMap<String, String>();
    answers.fields().forEach((field, answer) -> show(field, answer, typed));
    return new FormInput(section, typed);
  }

  private static void show(String path, Answer answer, Map<String, String> typed) {
    if (answer instanceof Answer.Rows(var rows)) {
      for (int row = 0; row < rows.size(); row++) {
        var index = row;
        rows.get(row)
            .fields()
            .forEach((column, cell) -> show(Path.cell(path, index, column), cell, typed));
      }
    } else {
      typed.put(path, shown(answer));
    }
  }

  // "12.125" would be read as a question when it comes back: with a zero more it cannot be
  // thousands.
  private static String shown(Answer answer) {
    var text = answer.text();
    return answer instanceof Answer.Figure && Scalar.isAmbiguous(text) ? text + "0" : text;
  }

  /// What was typed at a path.
  public String at(String path) {
    return typed.getOrDefault(path, "");
  }

  /// How many rows of a table were sent, blank ones included.
  public int rowsOf(String table) {
    return rows(table, new TreeMap<>(typed));
  }

  // '/' is the character after '.', so this is everything that begins with the table's name and a
  // dot
  private static int rows(String table, NavigableMap<String, String> typed) {
    int rows = 0;
    for (var path : typed.subMap(table + ".", table + "/").keySet()) {
      var rest = path.substring(table.length() + 1);
      var number = rest.substring(0, Math.max(0, rest.indexOf('.')));
      if (number.matches("\\d{1,3}")) {
        rows = Math.max(rows, Integer.parseInt(number) + 1);
      }
    }
    return Math.min(rows, MOST_ROWS_READ);
  }

  /// The same form without one row; the rows below move up.
  public FormInput withoutRow(String table, int gone) {
    var prefix = table + ".";
    var kept = new TreeMap<String, String>();
    typed.forEach((path, text) -> {
      if (!path.startsWith(prefix)) {
        kept.put(path, text);
        return;
      }
      var rest = path.substring(prefix.length()).split("\\.", 2);
      var row = Integer.parseInt(rest[0]);
      if (row != gone) {
        kept.put(Path.cell(table, row > gone ? row - 1 : row, rest[1]), text);
      }
    });
    return new FormInput(section, kept);
  }

  /// The same form with another field's text.
  public FormInput with(Map<String, String> others) {
    var changed = new TreeMap<>(typed);
    changed.putAll(others);
    return new FormInput(section, changed);
  }

  /// What can be stored of it, and what cannot. Blank rows are left out; faults name the rows as they were typed.
  public Reading read(int mostBytes) {
    var faults = new ArrayList<Fault>();
    var answers = new TreeMap<String, Answer>();
    for (var field : section.fields()) {
      readInto(answers, field, field.key(), faults);
    }
    return Reading.limited(new Answers(answers), faults, mostBytes);
  }

  private List<Answers> readRows(Field table, String path, List<Fault> faults) {
    var rows = new ArrayList<Answers>();
    for (int row = 0; row < rowsOf(path); row++) {
      var cells = new TreeMap<String, Answer>();
      for (var column : table.columns()) {
        readInto(cells, column, Path.cell(path, row, column.key()), faults);
      }
      if (!cells.isEmpty()) {
        rows.add(new Answers(cells));
      }
    }
    if (rows.size() > table.mostRows()) {
      faults.add(new Fault(path, "usecase.fault.rows", List.of(table.mostRows())));
    }
    return rows;
  }

  private void readInto(Map<String, Answer> answers, Field field, String path, List<Fault> faults) {
    if (field.type() == Field.Type.ROWS) {
      var rows = readRows(field, path, faults);
      if (!rows.isEmpty()) {
        answers.put(field.key(), new Answer.Rows(rows));
      }
      return;
    }
    switch (Scalar.typed(field, path, at(path))) {
      case Scalar.Fits(var answer) -> answers.put(field.key(), answer);
      case Scalar.Faulty(var fault) -> faults.add(fault);
      case Scalar.Blank() -> {}
    }
  }

  private static void keep(
      Field field, String path, NavigableMap<String, String> sent, Map<String, String> known) {
    if (field.type() == Field.Type.ROWS) {
      for (int row = 0; row < rows(path, sent); row++) {
        for (var column : field.columns()) {
          keep(column, Path.cell(path, row, column.key()), sent, known);
        }
      }
    } else {
      var text = sent.get(path);
      if (text != null) {
        known.put(path, text);
      }
    }
  }
}
