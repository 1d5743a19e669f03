package lu.aifactory.platform.readiness;

import java.util.Locale;

/// The stages for which a questionnaire sets gates, in the order in which a project passes them.
public enum Stage {
  EXPLORE,
  PILOT,
  PRODUCTION;

  /// The stage's name in data files, message keys and JSON.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
