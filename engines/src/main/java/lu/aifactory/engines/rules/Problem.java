package lu.aifactory.engines.rules;

/// What is wrong in a rule file, where, and what was expected there.
///
/// @param line line in the file, from 1
/// @param column the column's name, or empty when the whole line is meant
public record Problem(String file, int line, String column, String expected, String found) {

  private static final int SHOWN = 80;

  public Problem {
    found = found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
  }

  @Override
  public String toString() {
    var place = column.isEmpty() ? "" : ", column " + column;
    return "%s line %d%s: expected %s, found %s".formatted(file, line, place, expected, found);
  }
}
