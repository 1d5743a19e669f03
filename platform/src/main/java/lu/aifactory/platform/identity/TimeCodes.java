package lu.aifactory.platform.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// One-time codes by the clock (RFC 6238): six digits, every thirty seconds, SHA-1, because that is what every app for
/// phones can do.
final class TimeCodes {

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator(STEP, 6);

  private TimeCodes() {}

  static byte[] freshSecret() {
    var secret = new byte[20];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /// The code of a moment.
  static String at(byte[] secret, Instant moment) {
    try {
      return GENERATOR.generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), moment);
    } catch (InvalidKeyException impossible) {
      throw new AssertionError("any bytes are a key", impossible);
    }
  }

  /// The time step of which this is the code. A clock may be one step off, and somebody may type slowly.
  static OptionalLong stepOf(byte[] secret, String code, Instant now) {
    var typed = code.replaceAll("\\s", "").getBytes(StandardCharsets.US_ASCII);
    var found = OptionalLong.empty();
    for (int off = -1; off <= 1; off++) {
      var moment = now.plus(STEP.multipliedBy(off));
      if (MessageDigest.isEqual(at(secret, moment).getBytes(StandardCharsets.US_ASCII), typed)) {
        found = OptionalLong.of(moment.getEpochSecond() / STEP.toSeconds());
      }
    }
    return found;
  }

  /// The address that an app for codes reads from the picture.
  static String address(String issuer, String account, byte[] secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(encoded(issuer), encoded(account), Base32.of(secret), encoded(issuer));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
