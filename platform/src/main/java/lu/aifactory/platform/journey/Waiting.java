package lu.aifactory.platform.journey;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who is waited for, and until when.
public record Waiting(Who who, @Nullable LocalDate until) {

  /// The sides of an engagement.
  public enum Who {
    ORGANISATION,
    ADVISOR,
    PARTNER,
    FACTORY;

    /// The name in JSON and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
