package lu.aifactory.platform.mail;

import java.util.regex.Pattern;

/// Text that is safe in the head of a letter.
final class Lines {

  // Control characters would begin a new header; those that turn the direction of writing round
  // would show an address
  // that is not the real one. Letters that are written from right to left stay.
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");
  private static final int SUBJECT = 120;

  private Lines() {}

  /// Everything in one line.
  static String one(String text) {
    return UNSAFE.matcher(text).replaceAll(" ").strip();
  }

  /// The first sentence of a text, cut at a word where it is long.
  static String subject(String text) {
    var line = one(text.strip().lines().findFirst().orElse(""));
    var end = line.indexOf(". ");
    var sentence = end > 0 ? line.substring(0, end) : line.replaceFirst("[.]$", "");
    if (sentence.length() <= SUBJECT) return sentence;
    var space = sentence.lastIndexOf(' ', SUBJECT - 1);
    return sentence.substring(0, space > SUBJECT / 2 ? space : SUBJECT - 1) + "…";
  }

  /// What a server said, short enough to be kept.
  static String answer(String said) {
    var line = one(said);
    return line.length() <= 300 ? line : line.substring(0, 300) + "…";
  }
}
