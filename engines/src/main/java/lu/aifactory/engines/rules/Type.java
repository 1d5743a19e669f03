package lu.aifactory.engines.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a column holds.
public enum Type {
  STRING("a text"),
  NUMBER("a number such as 12 or -0.5"),
  BOOLEAN("true or false"),
  DATE("a date such as 2026-11-23");

  private static final int LONGEST_INPUT = 10_000;
  private final String description;

  Type(String description) {
    this.description = description;
  }

  static Optional<Type> named(String name) {
    for (var type : values()) {
      if (type.feel().equals(name)) return Optional.of(type);
    }
    return Optional.empty();
  }

  /// The type's name in headers and in FEEL.
  String feel() {
    return name().toLowerCase(Locale.ROOT);
  }

  String description() {
    return description;
  }

  boolean isOrdered() {
    return this == NUMBER || this == DATE;
  }

  /// The value that a plain text of this type says, or nothing when it says none.
  Optional<Object> read(String text) {
    return switch (this) {
      case STRING -> Optional.of(text);
      case NUMBER ->
          text.matches("-?\\d{1,30}(\\.\\d{1,30})?")
              ? Optional.of(new BigDecimal(text))
              : Optional.empty();
      case BOOLEAN ->
          text.equals("true") || text.equals("false")
              ? Optional.of(Boolean.valueOf(text))
              : Optional.empty();
      case DATE -> Dates.read(text).map(date -> date);
    };
  }

  /// An input as the value of this type; refuses what is of another type, so that no input is ever read as a rule.
  @Nullable Object accept(String column, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Double number when this == NUMBER && Double.isFinite(number) ->
          BigDecimal.valueOf(number);
      case BigDecimal number when this == NUMBER -> number;
      case Integer number when this == NUMBER -> BigDecimal.valueOf(number);
      case Long number when this == NUMBER -> BigDecimal.valueOf(number);
      case Boolean truth when this == BOOLEAN -> truth;
      case LocalDate date when this == DATE -> date;
      case String text when this == STRING && text.length() <= LONGEST_INPUT -> text;
      default ->
          throw new IllegalArgumentException(
              "Input %s takes %s, not %s"
                  .formatted(column, description, value.getClass().getSimpleName()));
    };
  }
}
