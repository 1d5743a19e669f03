package lu.aifactory.platform.usecase;

import java.util.Locale;

/// How far a use case is on its way to a decision.
public enum Phase {
  /// Sections are missing or weak.
  DRAFT,
  /// Complete, but not signed by both sides.
  TO_SIGN,
  /// Complete, and organisation and advisor have signed the very same content.
  DECISION_READY,
  /// Final.
  SEALED;

  /// The name in SQL, JSON and message keys: `to-sign`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Phase of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
