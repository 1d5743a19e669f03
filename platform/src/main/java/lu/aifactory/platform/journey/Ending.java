package lu.aifactory.platform.journey;

import java.util.Locale;

/// How a stage ended.
public enum Ending {
  DONE,
  SKIPPED,
  BACK,
  CLOSED;

  /// The name in JSON, SQL and message keys.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
