package lu.aifactory.platform.documents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Hides the glyph substitutions of a TrueType font from the PDF library. It would draw `ft` and `tt` as one glyph that
/// stands for no character, so that the text could neither be read aloud nor searched (PDF/UA-1, 7.21.7).
final class WithoutLigatures {

  // OpenType, "Organization of an OpenType Font": 12 bytes of header, then 16 bytes a table, first
  // of them its tag.
  private static final int HEADER = 12;
  private static final int RECORD = 16;
  private static final int NUMBER_OF_TABLES = 4;

  private static final byte[] SUBSTITUTIONS = "GSUB".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NOBODY_S = "gsub".getBytes(StandardCharsets.US_ASCII);

  private WithoutLigatures() {}

  static byte[] of(byte[] font) {
    var changed = font.clone();
    var bytes = ByteBuffer.wrap(changed).order(ByteOrder.BIG_ENDIAN);
    var substitutions = ByteBuffer.wrap(SUBSTITUTIONS).getInt();
    for (int table = 0; table < bytes.getShort(NUMBER_OF_TABLES); table++) {
      var record = HEADER + table * RECORD;
      if (bytes.getInt(record) == substitutions) {
        bytes.put(record, NOBODY_S);
      }
    }
    return changed;
  }
}
