package lu.aifactory.platform.journey.estimate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How difficult something is, from the easiest.
public enum Level {
  EASY,
  MEDIUM,
  HARD;

  /// The name in JSON, SQL, tables and message keys.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The level with this code.
  public static Optional<Level> of(String code) {
    return Arrays.stream(values()).filter(level -> level.code().equals(code)).findFirst();
  }
}
