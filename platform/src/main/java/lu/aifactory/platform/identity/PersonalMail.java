package lu.aifactory.platform.identity;

/// Letters about somebody's own account, for example to set a new password. Whoever sends letters implements it.
public interface PersonalMail {

  /// Whether letters are sent at all.
  boolean available();

  /// Writes to the address of an account, in its language. `link` is a path in the portal; it may hold a secret, which
  /// is kept no longer than the letter waits.
  void send(AccountId account, String message, java.util.List<String> arguments, String link);
}
