package lu.aifactory.platform.mail;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A letter in the outbox as administrators see it: to whom, and how far it is, but not what it says.
record Queued(
    LetterId id,
    String name,
    String address,
    Locale language,
    String kind,
    State state,
    Instant queuedAt,
    Instant dueAt,
    int tries,
    @Nullable Instant triedAt,
    @Nullable String answer,
    @Nullable Instant endedAt,
    boolean canBeRetried) {

  enum State {
    WAITING,
    SENT,
    REFUSED,
    EXPIRED,
    CANCELLED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
