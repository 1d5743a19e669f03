package lu.aifactory.platform.identity;

import java.util.List;

/// Mail to one person about their own account. The room that sends mail implements it; where none can, pages say so and an
/// administrator hands the link over.
public interface PersonalMail {

  /// Whether mail can be sent at all.
  boolean available();

  /// Sends a message, worded in the recipient's language.
  ///
  /// @param message key of the text
  /// @param link a path in the portal; it may carry a secret that works once, so it is never logged
  void send(AccountId account, String message, List<String> arguments, String link);
}
