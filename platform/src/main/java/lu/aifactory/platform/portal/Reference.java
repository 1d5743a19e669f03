package lu.aifactory.platform.portal;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/// A short number that a person can quote and that stands beside the failure in the log.
record Reference(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  // Without letters and digits that are mistaken for each other.
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  static Reference fresh() {
    var letters =
        RANDOM
            .ints(8, 0, ALPHABET.length())
            .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
            .collect(Collectors.joining());
    return new Reference(letters.substring(0, 4) + "-" + letters.substring(4));
  }

  @Override
  public String toString() {
    return text;
  }
}
