package lu.aifactory.platform.usecase.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    var known = new TreeMap<String, String>();
    for (var field : section.fields()) {
      if (field.type() == Field.Type.ROWS) {
        keepRows(field, typed, known);
      } else if (typed.containsKey(field.key())) {
        known.put(field.key(), typed.get(field.key()));
      }
    }
    typed = known;
  }

  /// The form for answers that are stored.
  public static FormInput of(Section section, Answers answers) {
    var typed = new TreeMap<String, String>();
    answers
        .fields()
        .forEach((field, answer) -> {
          if (answer instanceof Answer.Rows(var rows)) {
            for (int row = 0; row < rows.size(); row++) {
              var index = row;
              rows.get(row)
                  .fields()
                  .forEach(
                      (column, cell) -> typed.put(Path.cell(field, index, column), shown(cell)));
            }
          } else {
            typed.put(field, shown(answer));
          }
        });
    return new FormInput(section, typed);
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
    int rows = 0;
    for (var path : typed.keySet()) {
      if (Path.of(path) instanceof Path(var field, var cell)
          && field.equals(table)
          && cell.isPresent()) {
        rows = Math.max(rows, cell.get().row() + 1);
      }
    }
    return rows;
  }

  /// The same form without one row; the rows below move up.
  public FormInput withoutRow(String table, int gone) {
    var kept = new TreeMap<String, String>();
    typed.forEach((path, text) -> {
      var cell = Path.of(path).cell().filter(_ -> Path.of(path).field().equals(table));
      if (cell.isEmpty() || cell.get().row() < gone) {
        kept.put(path, text);
      } else if (cell.get().row() > gone) {
        kept.put(Path.cell(table, cell.get().row() - 1, cell.get().column()), text);
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
      if (field.type() == Field.Type.ROWS) {
        var rows = readRows(field, faults);
        if (!rows.isEmpty()) {
          answers.put(field.key(), new Answer.Rows(rows));
        }
      } else {
        readInto(answers, field, field.key(), faults);
      }
    }
    return Reading.limited(new Answers(answers), faults, mostBytes);
  }

  private List<Answers> readRows(Field table, List<Fault> faults) {
    var rows = new ArrayList<Answers>();
    for (int row = 0; row < rowsOf(table.key()); row++) {
      var cells = new TreeMap<String, Answer>();
      for (var column : table.columns()) {
        readInto(cells, column, Path.cell(table.key(), row, column.key()), faults);
      }
      if (!cells.isEmpty()) {
        rows.add(new Answers(cells));
      }
    }
    if (rows.size() > table.mostRows()) {
      faults.add(new Fault(table.key(), "usecase.fault.rows", List.of(table.mostRows())));
    }
    return rows;
  }

  private void readInto(Map<String, Answer> answers, Field field, String path, List<Fault> faults) {
    switch (Scalar.typed(field, path, at(path))) {
      case Scalar.Fits(var answer) -> answers.put(field.key(), answer);
      case Scalar.Faulty(var fault) -> faults.add(fault);
      case Scalar.Blank() -> {}
    }
  }

  private static void keepRows(Field table, Map<String, String> typed, Map<String, String> known) {
    for (int row = 0; row < MOST_ROWS_READ; row++) {
      for (var column : table.columns()) {
        var path = Path.cell(table.key(), row, column.key());
        var text = typed.get(path);
        if (text != null) {
          known.put(path, text);
        }
      }
    }
  }
}
