package lu.aifactory.platform.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.shared.Fault;

/// What a password must be: long rather than odd (NIST SP 800-63B §5.1.1.2), and not a well-known one.
final class Passwords {

  static final int SHORTEST = 10;
  // Argon2 takes any length; this only keeps somebody from posting a megabyte.
  static final int LONGEST = 200;

  private static final List<String> WELL_KNOWN =
      List.of(
          "password",
          "passwort",
          "motdepasse",
          "1234567890",
          "qwertyuiop",
          "azertyuiop",
          "letmein");

  private Passwords() {}

  static List<Fault> faults(String field, String password, String email) {
    var faults = new ArrayList<Fault>();
    if (password.length() < SHORTEST) {
      faults.add(new Fault(field, "identity.fault.password-short", List.of(SHORTEST)));
    } else if (password.length() > LONGEST) {
      faults.add(new Fault(field, "identity.fault.password-long", List.of(LONGEST)));
    } else if (isGuessable(password.toLowerCase(Locale.ROOT), email.toLowerCase(Locale.ROOT))) {
      faults.add(new Fault(field, "identity.fault.password-guessable"));
    }
    return faults;
  }

  private static boolean isGuessable(String password, String email) {
    return password.chars().distinct().count() < 5
        || password.equals(email)
        || WELL_KNOWN.stream()
            .anyMatch(
                known -> password.startsWith(known) && password.length() < known.length() + 4);
  }
}
