package lu.aifactory.engines.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a table answered, with all that is needed to explain it or to decide it again.
public sealed interface Decision {

  /// The table's name.
  String table();

  /// The day whose version of the table was asked.
  LocalDate on();

  /// What it was given.
  Map<String, @Nullable Object> inputs();

  /// The rows that fired.
  List<FiredRow> rows();

  /// At least one row answered.
  record Decided(
      String table,
      String version,
      LocalDate on,
      Map<String, @Nullable Object> inputs,
      List<FiredRow> rows)
      implements Decision {

    /// An output of the first row that fired.
    public @Nullable Object output(String column) {
      return rows.getFirst().output(column);
    }

    /// A text output of the first row that fired.
    public String text(String column) {
      return rows.getFirst().text(column);
    }

    /// A number output of the first row that fired.
    public BigDecimal number(String column) {
      return rows.getFirst().number(column);
    }
  }

  /// No row answered. That means "nobody wrote a rule for this, ask somebody", never "no".
  record NoRule(
      String table,
      @Nullable String version,
      LocalDate on,
      Map<String, @Nullable Object> inputs,
      Why why,
      List<FiredRow> rows)
      implements Decision {

    /// Why there is no answer.
    public enum Why {
      /// No version of the table holds on that day.
      NO_VERSION,
      /// No row fits the inputs.
      NO_ROW,
      /// Several rows fit although only one may; they are listed.
      ROWS_CONTRADICT
    }
  }

  /// A row that fired.
  ///
  /// @param line its line in the table's file
  /// @param condition its conditions in words of the table, without those that let anything through
  record FiredRow(
      int line,
      String condition,
      Map<String, @Nullable Object> outputs,
      Map<String, String> notes) {

    /// One output; null when the row leaves it open.
    public @Nullable Object output(String column) {
      if (!outputs.containsKey(column)) {
        throw new IllegalArgumentException("No output " + column + " among " + outputs.keySet());
      }
      return outputs.get(column);
    }

    /// A text output; empty when the row leaves it open.
    public String text(String column) {
      return output(column) instanceof String text ? text : "";
    }

    /// A number output.
    public BigDecimal number(String column) {
      if (output(column) instanceof BigDecimal number) return number;
      throw new IllegalArgumentException("Output " + column + " is no number on line " + line);
    }
  }
}
