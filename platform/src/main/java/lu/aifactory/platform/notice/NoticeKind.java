package lu.aifactory.platform.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a notice is to its reader.
public enum NoticeKind {
  /// Somebody waits for them.
  TODO(Pace.AT_ONCE),
  /// Something happened in what they take part in.
  HAPPENED(Pace.DAILY),
  /// Something that may interest them.
  ANNOUNCED(Pace.WEEKLY);

  private final Pace usual;

  NoticeKind(Pace usual) {
    this.usual = usual;
  }

  /// How it is told by mail to those who have chosen nothing.
  Pace usual() {
    return usual;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<NoticeKind> of(String code) {
    return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
