package lu.aifactory.engines.rules;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/// The lines of a rule file: `#key=value;…` lines at the top, then CSV. Lines that start with `# `, and all with `#` further
/// down, are remarks for whoever edits the file.
record CsvLines(List<Line> settings, List<Cells> records) {

  private static final int LARGEST_FILE = 1_000_000;
  private static final int LONGEST_CELL = 1_000;
  private static final int MOST_COLUMNS = 40;
  private static final int MOST_ROWS = 5_000;

  record Line(int number, String text) {}

  record Cells(int line, List<String> cells) {}

  /// Reads the text; what is wrong is added to the problems, and what could be read is returned.
  static CsvLines read(String file, String text, List<Problem> problems) {
    if (text.length() > LARGEST_FILE) {
      problems.add(tooMuch(file, 1, "", "characters in a file", LARGEST_FILE, text.length()));
      return new CsvLines(List.of(), List.of());
    }
    var rest = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var settings = new ArrayList<Line>();
    var lines = rest.split("\\R", -1);
    var first = 0;
    while (first < lines.length && (lines[first].startsWith("#") || lines[first].isBlank())) {
      var isRemark = lines[first].isBlank() || lines[first].startsWith("# ");
      if (!isRemark) settings.add(new Line(first + 1, lines[first].strip()));
      first++;
    }
    var body = String.join("\n", List.of(lines).subList(first, lines.length));
    return new CsvLines(settings, records(file, body, first, problems));
  }

  private static List<Cells> records(String file, String body, int offset, List<Problem> problems) {
    var records = new ArrayList<Cells>();
    var format = CSVFormat.RFC4180.builder().setCommentMarker('#').setTrim(true).get();
    try (var parser = format.parse(new StringReader(body))) {
      for (var csv : parser) {
        var last = offset + (int) parser.getCurrentLineNumber();
        var cells = csv.toList();
        var inner = cells.stream().mapToInt(cell -> (int) cell.lines().count()).max().orElse(1);
        var line = last - Math.max(0, inner - 1);
        check(file, line, cells, problems);
        if (!cells.stream().allMatch(String::isEmpty)) records.add(new Cells(line, cells));
        if (records.size() > MOST_ROWS) {
          problems.add(tooMuch(file, line, "", "rows", MOST_ROWS, records.size()));
          return records;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      var found = e.getMessage() == null ? "broken quotes" : e.getMessage();
      var line = records.isEmpty() ? offset + 1 : records.getLast().line() + 1;
      problems.add(new Problem(file, line, "", "lines of comma-separated values", found));
    }
    return records;
  }

  private static void check(String file, int line, List<String> cells, List<Problem> problems) {
    if (cells.size() > MOST_COLUMNS) {
      problems.add(tooMuch(file, line, "", "columns", MOST_COLUMNS, cells.size()));
    }
    for (int i = 0; i < cells.size(); i++) {
      var length = cells.get(i).length();
      var column = String.valueOf(i + 1);
      if (length > LONGEST_CELL) {
        problems.add(tooMuch(file, line, column, "characters in a cell", LONGEST_CELL, length));
      }
      if (!cells.get(i).codePoints().allMatch(CsvLines::isText)) {
        var found = "a control character";
        problems.add(new Problem(file, line, column, "letters, digits and signs", found));
      }
    }
  }

  private static boolean isText(int character) {
    return character == '\n'
        || (Character.isDefined(character)
            && !Character.isISOControl(character)
            && Character.getType(character) != Character.SURROGATE);
  }

  private static Problem tooMuch(
      String file, int line, String column, String what, int most, int found) {
    return new Problem(file, line, column, "at most " + most + " " + what, String.valueOf(found));
  }
}
