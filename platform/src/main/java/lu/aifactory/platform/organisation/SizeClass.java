package lu.aifactory.platform.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A class of size, from the smallest to the largest.
public enum SizeClass {
  MICRO,
  SMALL,
  MEDIUM,
  SMALL_MID_CAP,
  LARGE;

  /// The name in rule tables, JSON and message keys: `small-mid-cap`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The message key of its name.
  public String messageKey() {
    return "organisation.size." + code();
  }

  /// Whether it is a micro, small or medium-sized enterprise.
  public boolean isSme() {
    return compareTo(MEDIUM) <= 0;
  }

  /// The class with this code.
  public static Optional<SizeClass> of(String code) {
    return Arrays.stream(values()).filter(size -> size.code().equals(code)).findFirst();
  }
}
