package lu.aifactory.platform.feedback;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lu.aifactory.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;

/// What somebody told the factory, and what became of it. `page` is a path of the portal; `email` and `account` say
/// whom an answer can reach, if anybody.
record Feedback(
    FeedbackId id,
    long number,
    Instant at,
    Kind kind,
    String text,
    @Nullable String page,
    @Nullable String email,
    @Nullable AccountId account,
    Locale language,
    State state,
    @Nullable String reply,
    Instant changedAt) {

  enum Kind {
    ACCESSIBILITY,
    LANGUAGE,
    FAULT,
    IDEA;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String code) {
      return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  enum State {
    OPEN,
    ANSWERED,
    CLOSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
