package lu.aifactory.platform.usecase.decide;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.usecase.Answer;

/// One answer read from text, or the fault that it has.
sealed interface Scalar {

  /// It was understood.
  record Fits(Answer answer) implements Scalar {}

  /// It was not.
  record Faulty(Fault fault) implements Scalar {}

  /// Nothing was answered.
  record Blank() implements Scalar {}

  /// Reads what a person typed.
  static Scalar typed(Field field, String path, String raw) {
    var text = tidy(raw);
    if (text.isEmpty()) {
      return new Blank();
    }
    return switch (field.type()) {
      case TEXT, LONG -> words(field, path, text);
      case NUMBER -> typedNumber(field, path, text);
      case DATE -> date(path, text);
      case YES_NO ->
          switch (text) {
            case "true" -> new Fits(new Answer.Flag(true));
            case "false" -> new Fits(new Answer.Flag(false));
            default -> faulty(path, "usecase.fault.choice");
          };
      case CHOICE ->
          field.options().contains(text)
              ? new Fits(new Answer.Text(text))
              : faulty(path, "usecase.fault.choice");
      case ROWS -> faulty(path, "usecase.fault.type", "array", "string");
    };
  }

  /// Checks a number against the limits of the field.
  static Scalar number(Field field, String path, BigDecimal value) {
    var figure = new Answer.Figure(value);
    var plain = figure.value();
    // beyond this a reader with binary floating point would see another number
    if (plain.precision() > 15 || plain.scale() > 6 || plain.precision() - plain.scale() > 15) {
      return faulty(path, "usecase.fault.number-size");
    }
    var least = field.least();
    return least != null && plain.compareTo(least) < 0
        ? faulty(path, "usecase.fault.number-least", least.toPlainString())
        : new Fits(figure);
  }

  static Scalar faulty(String path, String message, Object... arguments) {
    return new Faulty(new Fault(path, message, List.of(arguments)));
  }

  private static String tidy(String raw) {
    return Normalizer.normalize(raw, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .strip();
  }

  private static Scalar words(Field field, String path, String text) {
    if (text.codePoints().anyMatch(Scalar::cannotBeStored)) {
      return faulty(path, "usecase.fault.characters");
    }
    if (text.codePointCount(0, text.length()) > field.longest()) {
      return faulty(path, "usecase.fault.too-long", field.longest());
    }
    return new Fits(new Answer.Text(text));
  }

  private static boolean cannotBeStored(int character) {
    var control = Character.isISOControl(character) && character != '\n' && character != '\t';
    return control || Character.getType(character) == Character.SURROGATE;
  }

  private static Scalar typedNumber(Field field, String path, String text) {
    var digits = text.replaceAll("[\\s\\u00a0\\u202f'’]", "");
    // "1,250" is a thousand here and one and a quarter there: ask instead of guessing
    if (isAmbiguous(digits)) {
      return faulty(path, "usecase.fault.number-ambiguous", digits.replaceAll("[.,]", ""));
    }
    var decimal = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    var whole = decimal < 0 ? digits : digits.substring(0, decimal);
    var groups = Pattern.matches("-?\\d{1,3}([.,]\\d{3})+", whole);
    if (groups) {
      whole = whole.replaceAll("[.,]", "");
    }
    var plain = decimal < 0 ? whole : whole + "." + digits.substring(decimal + 1);
    return Pattern.matches("-?\\d{1,18}(\\.\\d{1,9})?", plain)
        ? number(field, path, new BigDecimal(plain))
        : faulty(path, "usecase.fault.number");
  }

  /// Whether a separator could part thousands as well as decimals.
  static boolean isAmbiguous(String digits) {
    return Pattern.matches("-?[1-9]\\d{0,2}[.,]\\d{3}", digits);
  }

  private static Scalar date(String path, String text) {
    try {
      var day = LocalDate.parse(text);
      return day.getYear() >= 1900 && day.getYear() <= 2200
          ? new Fits(new Answer.Day(day))
          : faulty(path, "usecase.fault.date");
    } catch (DateTimeParseException _) {
      return faulty(path, "usecase.fault.date");
    }
  }
}
