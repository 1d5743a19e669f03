package lu.aifactory.engines.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one cell. Conditions are a small part of FEEL's unary tests: literals, comparisons, intervals, lists and
/// `not(…)`. Functions and paths are left out on purpose: FEEL can call into Java, and a table is edited by people.
/// Texts may be written without quotes when they are plain words.
final class Cell {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern DATE =
      Pattern.compile("date\\(\\s*\"(\\d{4}-\\d{2}-\\d{2})\"\\s*\\)|(\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\n])*)\"");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_ .:+/&'’-]*");
  private static final Pattern WORD = Pattern.compile("[a-z]+\\b");
  private static final String[] COMPARISONS = {"<=", ">=", "<", ">"};

  private final String text;
  private final Type type;
  private int at;

  private Cell(String text, Type type) {
    this.text = text;
    this.type = type;
  }

  /// The FEEL unary tests that a condition cell says.
  static String condition(String text, Type type) throws Misfit {
    if (text.equals("-")) return "-";
    var cell = new Cell(text, type);
    // A missing input must never pass a negation, so null is always among what is denied.
    var feel = cell.take("not(") ? "not(null, " + cell.tests() + cell.closed() : cell.tests();
    if (!cell.isAtEnd()) throw cell.misfit("the end of the cell, or a comma");
    return feel;
  }

  /// The value that an output cell says; null when it leaves the output open.
  static @Nullable Object output(String text, Type type) throws Misfit {
    if (text.isEmpty() || text.equals("-") || text.equals("null")) return null;
    if (type == Type.STRING && !text.startsWith("\"")) return text;
    var cell = new Cell(text, type);
    var value = cell.literal();
    if (!cell.isAtEnd()) throw cell.misfit("the end of the cell");
    return value;
  }

  private String tests() throws Misfit {
    var tests = new ArrayList<String>();
    do {
      tests.add(test());
    } while (take(","));
    return String.join(", ", tests);
  }

  private String test() throws Misfit {
    if (type.isOrdered()) {
      for (var comparison : COMPARISONS) {
        if (take(comparison)) return comparison + " " + feel(literal());
      }
      for (var open : new String[] {"[", "(", "]"}) {
        if (take(open)) return interval(open);
      }
    }
    return feel(literal());
  }

  private String interval(String open) throws Misfit {
    var low = literal();
    if (!take("..")) throw misfit("two dots between the ends of an interval");
    var high = literal();
    if (isGreater(low, high)) throw new Misfit("an interval from low to high", text);
    for (var close : new String[] {"]", ")", "["}) {
      if (take(close)) return open + feel(low) + " .. " + feel(high) + close;
    }
    throw misfit("] or ) at the end of an interval");
  }

  private static boolean isGreater(@Nullable Object low, @Nullable Object high) {
    if (low instanceof BigDecimal a && high instanceof BigDecimal b) return a.compareTo(b) > 0;
    return low instanceof LocalDate a && high instanceof LocalDate b && a.isAfter(b);
  }

  private @Nullable Object literal() throws Misfit {
    skipBlanks();
    if (word("null")) return null;
    return switch (type) {
      case NUMBER -> new BigDecimal(match(NUMBER));
      case BOOLEAN -> {
        if (word("true")) yield true;
        if (word("false")) yield false;
        throw misfit(type.description());
      }
      case DATE -> date(match(DATE));
      case STRING -> text.startsWith("\"", at) ? unquoted(match(QUOTED)) : match(WORDS).strip();
    };
  }

  private LocalDate date(String written) throws Misfit {
    var digits = written.replaceAll("[^0-9-]", "");
    Optional<LocalDate> date = Dates.read(digits);
    if (date.isEmpty()) throw new Misfit("a day that exists", digits);
    return date.get();
  }

  private static String unquoted(String literal) {
    var inner = literal.substring(1, literal.length() - 1);
    return ESCAPED
        .matcher(inner)
        .replaceAll(escaped ->
            Matcher.quoteReplacement(escaped.group(1).equals("n") ? "\n" : escaped.group(1)));
  }

  private String match(Pattern pattern) throws Misfit {
    skipBlanks();
    var matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) throw misfit(type.description());
    at = matcher.end();
    return matcher.group();
  }

  private boolean word(String word) {
    var matcher = WORD.matcher(text).region(at, text.length());
    if (!matcher.lookingAt() || !matcher.group().equals(word)) return false;
    at = matcher.end();
    return true;
  }

  private boolean take(String token) {
    skipBlanks();
    if (!text.startsWith(token, at)) return false;
    at += token.length();
    return true;
  }

  private String closed() throws Misfit {
    if (!take(")")) throw misfit("a closing )");
    return ")";
  }

  private boolean isAtEnd() {
    skipBlanks();
    return at == text.length();
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') at++;
  }

  private Misfit misfit(String expected) {
    if (text.isEmpty()) return new Misfit("a condition, or - for anything", "an empty cell");
    return new Misfit(expected, at == text.length() ? "the end of " + text : text.substring(at));
  }

  private static String feel(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case BigDecimal number -> number.toPlainString();
      case LocalDate date -> "date(\"" + date + "\")";
      case String words ->
          '"' + words.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
      default -> value.toString();
    };
  }
}
