package lu.aifactory.platform.identity;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/// A QR code as one path of an SVG, each dark square one unit wide.
///
/// @param size how many units the whole is wide and high, with its light border
/// @param path the `d` of the path
record SquareCode(int size, String path) {

  private static final int BORDER = 4;

  static SquareCode of(String text) {
    try {
      var hints = Map.of(EncodeHintType.MARGIN, BORDER, EncodeHintType.CHARACTER_SET, "UTF-8");
      var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
      return new SquareCode(matrix.getWidth(), path(matrix));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException(tooLong);
    }
  }

  // One bar for each run of dark squares in a row.
  private static String path(BitMatrix matrix) {
    var path = new StringBuilder();
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (!matrix.get(x, y)) continue;
        int from = x;
        while (x < matrix.getWidth() && matrix.get(x, y)) x++;
        path.append('M').append(from).append(' ').append(y);
        path.append('h').append(x - from).append("v1h").append(from - x).append('z');
      }
    }
    return path.toString();
  }
}
