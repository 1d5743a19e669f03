package lu.aifactory.engines.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Reads dates the one way that tables write them.
final class Dates {

  private Dates() {}

  static Optional<LocalDate> read(String text) {
    try {
      return text.matches("\\d{4}-\\d{2}-\\d{2}")
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
