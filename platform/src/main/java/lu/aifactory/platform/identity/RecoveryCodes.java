package lu.aifactory.platform.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Codes for the day on which the phone is lost: each works once. They have 80 random bits, so what is kept of them needs
/// no slow hash.
final class RecoveryCodes {

  static final int HOW_MANY = 10;

  private static final int BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCodes() {}

  static List<String> fresh() {
    return Stream.generate(RecoveryCodes::one).limit(HOW_MANY).toList();
  }

  private static String one() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return String.join("-", Base32.of(bytes).toLowerCase(Locale.ROOT).split("(?<=\\G.{4})"));
  }

  /// Whether this looks like one of them rather than like the digits of an app.
  static boolean looksLikeOne(String typed) {
    return plain(typed).length() > 8;
  }

  /// What is kept of a code, however it was typed.
  static byte[] digest(String typed) {
    return new Secret(plain(typed)).digest();
  }

  private static String plain(String typed) {
    return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }
}
