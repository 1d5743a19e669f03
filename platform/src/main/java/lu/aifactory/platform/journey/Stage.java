package lu.aifactory.platform.journey;

import java.util.Locale;

/// The seven stages of the journey.
public enum Stage {
  DISCOVER,
  ASSESS,
  UPSKILL,
  CONNECT,
  FUND,
  BUILD_AND_TEST,
  SCALE;

  /// The name in JSON and message keys: `build-and-test`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The message key of its name.
  public String messageKey() {
    return "journey.stage." + code();
  }
}
