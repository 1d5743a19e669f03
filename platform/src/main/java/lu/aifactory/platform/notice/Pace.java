package lu.aifactory.platform.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How soon a letter tells of a notice.
enum Pace {
  AT_ONCE,
  DAILY,
  WEEKLY,
  NEVER;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Pace> of(String code) {
    return Stream.of(values()).filter(pace -> pace.code().equals(code)).findFirst();
  }
}
