package lu.aifactory.engines.rules;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One version of a decision table.
///
/// @param file the file it was read from
/// @param title one line that says what it decides; empty when not given
/// @param from first day on which it holds; null when it always held
/// @param to last day on which it holds; null while it still does
/// @param sources where its facts are written
/// @param verifiedOn when somebody last compared it with its sources
/// @param staleAfter how long after that it should be compared again
public record RuleTable(
    String file,
    String name,
    String title,
    HitPolicy hit,
    String version,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<String> sources,
    @Nullable LocalDate verifiedOn,
    @Nullable Period staleAfter,
    List<Column> columns,
    List<Row> rows) {

  /// One row.
  ///
  /// @param line its line in the file
  /// @param cells what is written, in the order of the columns
  /// @param tests the conditions as FEEL unary tests, in the order of the input columns
  /// @param outputs what it answers, by the name of the output column
  /// @param notes remarks that are shown with it, by the name of the note column
  public record Row(
      int line,
      List<String> cells,
      List<String> tests,
      Map<String, @Nullable Object> outputs,
      Map<String, String> notes) {}

  /// Whether this version holds on a day.
  public boolean holdsOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /// Whether nobody has compared it with its sources for too long.
  public boolean isStale(LocalDate today) {
    return verifiedOn != null && staleAfter != null && today.isAfter(verifiedOn.plus(staleAfter));
  }

  /// The columns of one part, in the order of the file.
  public List<Column> columns(Column.Part part) {
    return columns.stream().filter(column -> column.part() == part).toList();
  }

  boolean overlaps(RuleTable other) {
    return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
  }

  private boolean startsBeforeEndOf(RuleTable other) {
    return from == null || other.to == null || !from.isAfter(other.to);
  }
}
