package lu.aifactory.platform.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// A signed statement that the chain had this hash (hexadecimal) at this place. The key is told by the first sixteen
/// digits of the SHA-256 of its public half.
public record Checkpoint(long place, String hash, Instant at, String key, String signature) {

  /// The bytes under the signature, as text.
  public String statement() {
    return statement(place, hash, at, key);
  }

  /// The checkpoint as one line.
  public String line() {
    return place + " " + hash + " " + at + " " + key + " " + signature;
  }

  static String statement(long place, String hash, Instant at, String key) {
    return "aifactory-audit-checkpoint-1 " + place + " " + hash + " " + at + " " + key;
  }

  byte[] signatureBytes() {
    return Base64.getDecoder().decode(signature);
  }

  static Optional<Checkpoint> parse(String line) {
    var parts = line.split(" ", -1);
    if (parts.length != 5) return Optional.empty();
    try {
      Base64.getDecoder().decode(parts[4]);
      return Optional.of(
          new Checkpoint(
              Long.parseLong(parts[0]), parts[1], Instant.parse(parts[2]), parts[3], parts[4]));
    } catch (IllegalArgumentException | DateTimeException notOne) {
      return Optional.empty();
    }
  }
}
