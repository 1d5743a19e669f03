package lu.aifactory.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// A random secret that is shown once; only its SHA-256 digest is kept. 256 random bits need no slow hash.
public record Secret(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /// A fresh one, with a prefix by which secret scanners and people recognise it.
  public static Secret fresh(String prefix) {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// What is kept of it.
  public byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /// Leaves the secret out, so that it never reaches a log.
  @Override
  public String toString() {
    return "Secret[…]";
  }
}
