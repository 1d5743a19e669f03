package lu.aifactory.platform.journey.estimate;

import java.util.Locale;

/// What decides how long an engagement takes.
public enum Driver {
  COMPLEXITY,
  DATA,
  FUNDING,
  PARTNERS;

  /// The name in JSON, SQL, tables and message keys.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
