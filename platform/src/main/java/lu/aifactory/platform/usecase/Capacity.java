package lu.aifactory.platform.usecase;

import java.util.Locale;

/// In which capacity somebody signs a use case off. Both are needed, by two people.
public enum Capacity {
  /// For the organisation whose use case it is.
  ORGANISATION,
  /// As the advisor assigned to the engagement.
  ADVISOR;

  /// The name in message keys, addresses and JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The other side.
  public Capacity other() {
    return switch (this) {
      case ORGANISATION -> ADVISOR;
      case ADVISOR -> ORGANISATION;
    };
  }

  static Capacity of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
