package lu.aifactory.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How the mail server has answered lately, for all replicas. While it is down letters wait without being tried, so that
/// they go out soon after its return, however long it was away.
@Component
class MailServer {

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /// Failures since it worked last; `dueAt` is when it is tried again.
  record State(
      int failures,
      @Nullable Instant failingSince,
      @Nullable Instant dueAt,
      @Nullable String answer,
      @Nullable Instant answeredAt) {

    boolean rests(Instant now) {
      return dueAt != null && now.isBefore(dueAt);
    }

    /// Whether it did not work the last time.
    public boolean failing() {
      return failures > 0;
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;

  MailServer(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  State state() {
    return jdbc.sql("select * from mail_server")
        .query((row, _) ->
            new State(
                row.getInt("failures"),
                instant(row.getObject("failing_since", OffsetDateTime.class)),
                instant(row.getObject("due_at", OffsetDateTime.class)),
                row.getString("answer"),
                instant(row.getObject("answered_at", OffsetDateTime.class))))
        .single();
  }

  void works() {
    jdbc.sql(
            """
            update mail_server set failures = 0, failing_since = null, due_at = null, answer = null, answered_at = :now
            """)
        .param("now", Outbox.at(clock.instant()))
        .update();
  }

  /// Lets it rest, twice as long each time.
  void fails(String answer) {
    var now = clock.instant();
    jdbc.sql(
            """
            update mail_server set failures = failures + 1, failing_since = coalesce(failing_since, :now),
                   answer = :answer, answered_at = :now,
                   due_at = :now + least(:longest, :first * (2 ^ least(failures, 10))) * interval '1 second'
            """)
        .param("now", Outbox.at(now))
        .param("answer", answer)
        .param("first", FIRST.toSeconds())
        .param("longest", LONGEST.toSeconds())
        .update();
  }

  /// Somebody has mended it: it is tried at once.
  void wake() {
    jdbc.sql("update mail_server set due_at = null").update();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
