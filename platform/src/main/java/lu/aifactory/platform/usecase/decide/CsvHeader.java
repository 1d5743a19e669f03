package lu.aifactory.platform.usecase.decide;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// Guesses the fields of a table from the first lines of a CSV file: names from its first line, types from the lines
/// below. A guess stands in a form for people to correct; it decides nothing.
public final class CsvHeader {

  /// How much of a file is looked at.
  public static final int MOST_BYTES = 256 * 1024;

  /// How many fields a data set may have.
  public static final int MOST_COLUMNS = 100;

  private static final int MOST_LINES = 200;
  private static final int LONGEST_NAME = 120;
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{0,15}[.,]\\d{1,12}");
  private static final Pattern DAY =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{4}");
  private static final Pattern MOMENT =
      Pattern.compile("(" + DAY.pattern() + ")[T ]\\d{1,2}:\\d\\d.*");
  private static final Pattern YES_NO =
      Pattern.compile("true|false|yes|no|oui|non|ja|nein|jo|nee|neen", Pattern.CASE_INSENSITIVE);
  private static final Pattern IDENTIFIER =
      Pattern.compile("(.*[_ .-])?(id|uuid|iban|matricule|key|n°|nr|no)", Pattern.CASE_INSENSITIVE);

  /// One field with the type that its values look like.
  public record Column(String name, String type) {}

  private CsvHeader() {}

  /// The fields in their order, none when the bytes are no table. Only the beginning of a long file is looked at.
  public static List<Column> read(byte[] csv) {
    var text = text(beginning(csv));
    var lines = lines(text);
    if (lines.isEmpty() || text.indexOf('\0') >= 0) {
      return List.of();
    }
    var columns = new ArrayList<Column>();
    var header = lines.getFirst();
    for (int at = 0; at < Math.min(header.size(), MOST_COLUMNS); at++) {
      var name = header.get(at).strip();
      if (!name.isEmpty()) {
        var shortened = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        columns.add(new Column(shortened, type(name, values(lines, at))));
      }
    }
    return columns;
  }

  private static List<CSVRecord> lines(String text) {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreEmptyLines(true)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
    try (var parser = format.parse(new StringReader(text))) {
      return parser.stream().limit(MOST_LINES).toList();
    } catch (IOException | RuntimeException noTable) {
      return List.of();
    }
  }

  private static List<String> values(List<CSVRecord> lines, int at) {
    return lines.stream()
        .skip(1)
        .filter(line -> line.size() > at)
        .map(line -> line.get(at).strip())
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static String type(String name, List<String> values) {
    if (IDENTIFIER.matcher(name).matches()) return "identifier";
    if (values.isEmpty()) return "text";
    if (all(values, YES_NO)) return "yes-no";
    if (all(values, WHOLE)) return "whole";
    if (values.stream().allMatch(v -> fits(v, DECIMAL) || fits(v, WHOLE))) return "decimal";
    if (all(values, DAY)) return "date";
    if (all(values, MOMENT)) return "moment";
    // the same few words again and again
    var different = new HashSet<>(values).size();
    return values.size() >= 10 && different * 5 <= values.size() ? "category" : "text";
  }

  private static boolean all(List<String> values, Pattern pattern) {
    return values.stream().allMatch(value -> fits(value, pattern));
  }

  private static boolean fits(String value, Pattern pattern) {
    return pattern.matcher(value).matches();
  }

  /// The sign that stands most often in the first line outside of quotes.
  private static char delimiter(String text) {
    var line = text.lines().filter(one -> !one.isBlank()).findFirst().orElse("");
    var bare = line.replaceAll("\"[^\"]*\"", "");
    var best = ',';
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      if (count(bare, candidate) > count(bare, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(one -> one == wanted).count();
  }

  private static byte[] beginning(byte[] csv) {
    if (csv.length <= MOST_BYTES) {
      return csv;
    }
    int end = MOST_BYTES;
    while (end > 0 && csv[end - 1] != '\n') {
      end--;
    }
    return Arrays.copyOf(csv, end);
  }

  private static String text(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException older) {
      // what spreadsheets write here when they do not write UTF-8
      text = new String(bytes, Charset.forName("windows-1252"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
