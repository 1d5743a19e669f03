package lu.aifactory.platform.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/// A short number of a request that a person can quote; it stands in the log and in the audit trail.
record Reference(String text) {

  private static final String NAME = Reference.class.getName();
  private static final SecureRandom RANDOM = new SecureRandom();
  // Without letters and digits that are mistaken for each other.
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  /// The one of this request; the same each time.
  static Reference of(HttpServletRequest request) {
    if (request.getAttribute(NAME) instanceof Reference given) return given;
    var fresh = fresh();
    request.setAttribute(NAME, fresh);
    return fresh;
  }

  private static Reference fresh() {
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
