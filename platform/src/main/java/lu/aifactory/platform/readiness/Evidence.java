package lu.aifactory.platform.readiness;

import java.util.Locale;

/// On what an answer rests. It is reported beside the score and never changes it.
public enum Evidence {
  SELF_DECLARED,
  DOCUMENT_SEEN,
  VERIFIED_BY_ADVISOR;

  /// The name in message keys and JSON, for example `document-seen`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Evidence of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
