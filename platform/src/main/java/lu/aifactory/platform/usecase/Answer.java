package lu.aifactory.platform.usecase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// What was answered to one field of a section. A choice is a [Text] that holds the option's name.
public sealed interface Answer {

  /// Words, or the name of a chosen option.
  record Text(String value) implements Answer {}

  /// A number, without trailing zeros.
  record Figure(BigDecimal value) implements Answer {

    /// Equal numbers are equal answers, however they were typed.
    public Figure {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
  }

  /// A date.
  record Day(LocalDate value) implements Answer {}

  /// Yes or no.
  record Flag(boolean value) implements Answer {}

  /// A table.
  record Rows(List<Answers> value) implements Answer {

    /// Copies the rows.
    public Rows {
      value = List.copyOf(value);
    }
  }

  /// The answer as it stands in a form field.
  default String text() {
    return switch (this) {
      case Text(var value) -> value;
      case Figure(var value) -> value.toPlainString();
      case Day(var value) -> value.toString();
      case Flag(var value) -> Boolean.toString(value);
      case Rows(_) -> "";
    };
  }

  /// The answer as a JSON value: string, number, boolean or list of objects.
  default Object plain() {
    return switch (this) {
      case Text(var value) -> value;
      case Figure(var value) -> value;
      case Day(var value) -> value.toString();
      case Flag(var value) -> value;
      case Rows(var rows) -> rows.stream().map(Answers::plain).toList();
    };
  }
}
