package lu.aifactory.platform.identity;

/// Letters and digits that are not mistaken for one another when somebody types them (RFC 4648 §6), without padding.
final class Base32 {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String of(byte[] bytes) {
    var text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (var next : bytes) {
      held = (held << 8) | (next & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(LETTERS.charAt((held >> bits) & 31));
      }
    }
    if (bits > 0) text.append(LETTERS.charAt((held << (5 - bits)) & 31));
    return text.toString();
  }
}
