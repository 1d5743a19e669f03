package lu.aifactory.platform.journey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How an engagement ended.
public enum Closing {
  IN_PRODUCTION,
  WITHOUT_US,
  STOPPED,
  UNSUITABLE;

  /// The name in JSON, SQL and message keys: `in-production`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The one with this code.
  public static Optional<Closing> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
