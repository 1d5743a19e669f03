package lu.aifactory.platform.portal;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/// Writes a list for a spreadsheet. A cell that a spreadsheet would take for a formula gets an apostrophe in front, so
/// that somebody's name cannot run a command on the desk of the person who opens the file.
public final class Csv {

  private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n";

  private final Appendable out;

  private Csv(Appendable out) {
    this.out = out;
  }

  /// Begins with the names of the columns.
  public static Csv to(Appendable out, List<String> columns) throws IOException {
    var csv = new Csv(out);
    csv.row(columns);
    return csv;
  }

  /// One line. Null is an empty cell; numbers stay numbers.
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    var safe = cells.stream().map(cell -> cell instanceof Number ? cell : harmless(cell)).toArray();
    out.append(CSVFormat.RFC4180.format(safe)).append("\r\n");
  }

  private static String harmless(@Nullable Object cell) {
    if (cell == null) return "";
    var text = cell.toString();
    var start = text.stripLeading();
    var risky =
        !text.isEmpty()
            && (STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0
                || (!start.isEmpty() && STARTS_OF_FORMULAS.indexOf(start.charAt(0)) >= 0));
    return risky ? "'" + text : text;
  }
}
