package lu.aifactory.platform.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One-time codes, their text and their picture, against the published vectors.
class TimeCodesTests {

  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

  /// RFC 6238, Appendix B, SHA-1: the last six of its eight digits.
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void agreesWithTheStandard(long second, String code) {
    assertThat(TimeCodes.at(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void takesTheCodesOfTheStepBeforeAndAfterAndNoOthers() {
    var now = Instant.ofEpochSecond(1111111111);
    for (int off = -3; off <= 3; off++) {
      var code = TimeCodes.at(SECRET, now.plusSeconds(30L * off));
      assertThat(TimeCodes.stepOf(SECRET, code, now).isPresent())
          .as("%d steps off", off)
          .isEqualTo(Math.abs(off) <= 1);
    }
    assertThat(TimeCodes.stepOf(SECRET, "050 471", now)).hasValue(1111111111 / 30);
    assertThat(TimeCodes.stepOf(SECRET, "", now)).isEmpty();
    assertThat(TimeCodes.stepOf(SECRET, "٠٥٠٤٧١", now)).isEmpty();
  }

  /// RFC 4648, §10.
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void writesBase32(String text, String expected) {
    assertThat(Base32.of(text.getBytes(US_ASCII))).isEqualTo(expected);
  }

  @Test
  void drawsAPictureFromWhichAPhoneReadsTheSecret() throws Exception {
    var address = TimeCodes.address("AI Factory", "jeanne@example.org", SECRET);
    assertThat(address)
        .isEqualTo(
            "otpauth://totp/AI%20Factory:jeanne%40example.org"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=AI%20Factory");
    assertThat(read(SquareCode.of(address))).isEqualTo(address);
  }

  // Paints the path as a browser does, four pixels a unit, and reads the painting.
  private static String read(SquareCode code) throws Exception {
    var side = code.size() * 4;
    var pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    var bar = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(code.path());
    while (bar.find()) {
      var x = Integer.parseInt(bar.group(1)) * 4;
      var y = Integer.parseInt(bar.group(2)) * 4;
      var length = Integer.parseInt(bar.group(3)) * 4;
      for (int row = y; row < y + 4; row++) {
        Arrays.fill(pixels, row * side + x, row * side + x + length, 0);
      }
    }
    var source = new RGBLuminanceSource(side, side, pixels);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)),
            Map.of(DecodeHintType.PURE_BARCODE, true))
        .getText();
  }

  @Test
  void makesTenRecoveryCodesThatAreReadHoweverTheyAreTyped() {
    var codes = RecoveryCodes.fresh();
    assertThat(new HashSet<>(codes)).hasSize(10);
    assertThat(codes).allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
    var code = codes.getFirst();
    assertThat(RecoveryCodes.digest(" " + code.toUpperCase().replace("-", " ")))
        .isEqualTo(RecoveryCodes.digest(code));
    assertThat(RecoveryCodes.looksLikeOne(code)).isTrue();
    assertThat(RecoveryCodes.looksLikeOne("123 456")).isFalse();
  }
}
