package lu.aifactory.platform.usecase.decide;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// Writes JSON in one form only, so that equal content has equal bytes and one hash: RFC 8785. Numbers keep within
/// fifteen significant digits and six decimals, where plain decimal notation is what the RFC asks for.
public final class CanonicalJson {

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  /// The canonical text of maps, collections, strings, numbers and booleans.
  public static String write(Object value) {
    var json = new CanonicalJson();
    json.append(value);
    return json.out.toString();
  }

  /// The SHA-256 of a text's UTF-8 bytes, in lower-case hex.
  public static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private void append(Object value) {
    switch (value) {
      case Map<?, ?> object -> appendObject(object);
      case Collection<?> list -> appendList(list);
      case String text -> appendText(text);
      case BigDecimal number -> out.append(number.stripTrailingZeros().toPlainString());
      case Integer number -> out.append(number);
      case Boolean flag -> out.append(flag);
      default ->
          throw new IllegalArgumentException("no canonical form for " + value.getClass().getName());
    }
  }

  private void appendObject(Map<?, ?> object) {
    var sorted = new TreeMap<String, Object>();
    object.forEach((key, value) -> sorted.put((String) key, value));
    out.append('{');
    var separator = "";
    for (var entry : sorted.entrySet()) {
      out.append(separator);
      appendText(entry.getKey());
      out.append(':');
      append(entry.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void appendList(Collection<?> list) {
    out.append('[');
    var separator = "";
    for (var value : list) {
      out.append(separator);
      append(value);
      separator = ",";
    }
    out.append(']');
  }

  private void appendText(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
