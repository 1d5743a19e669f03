package lu.aifactory.platform.identity;

import java.util.List;
import java.util.Locale;

/// Letters to people who are invited and have no account yet. Whoever sends letters implements it.
public interface InvitationMail {

  /// Whether letters are sent at all.
  boolean available();

  /// Writes to an address, in the language that was chosen for the invitation. `link` holds its secret.
  void send(String address, Locale language, String message, List<String> arguments, String link);
}
