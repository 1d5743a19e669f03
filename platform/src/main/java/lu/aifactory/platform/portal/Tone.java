package lu.aifactory.platform.portal;

import java.util.Locale;

/// How something stands; shown as a word, a shape and a colour.
public enum Tone {
  /// Nothing happened yet, or nothing is to be said.
  OPEN,
  /// It is being worked on.
  ACTIVE,
  /// Somebody is waited for.
  WAITING,
  /// It is finished.
  DONE,
  /// Something is wrong.
  TROUBLE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
