package lu.aifactory.platform.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What somebody has to be reminded of, and what they were reminded of already.
@Component
class ReminderRows {

  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;

  ReminderRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A task whose day has come or will come tomorrow.
  ///
  /// @param words what it is, as an argument of a message
  record DueTask(
      UUID task,
      EngagementId engagement,
      String words,
      Waiting.Who side,
      @Nullable AccountId person,
      LocalDate due) {}

  /// Engagements whose first contact is promised before a time and has not taken place.
  List<EngagementId> promisedBefore(Instant horizon) {
    return jdbc.sql(
            """
            select id from engagement
             where promised_at < :horizon and contacted_at is null and closed_at is null
               and not exists (select from engagement_reminder r
                                where r.kind = 'first-contact-late' and r.subject = engagement.id)
             order by promised_at limit :most
            """)
        .param("horizon", Timestamp.from(horizon))
        .param("most", AT_ONCE)
        .query((row, _) -> new EngagementId(row.getObject("id", UUID.class)))
        .list();
  }

  /// Open tasks due until a day of which nobody was reminded yet.
  List<DueTask> dueUntil(LocalDate day, LocalDate today) {
    return jdbc.sql(
            """
            select t.id, t.engagement, t.message, t.what, t.side, t.person, t.due
              from engagement_task t
             where t.state = 'open' and t.due <= :day
               and not exists (select from engagement_reminder r
                                where r.kind = case when t.due < :today then 'task-overdue' else 'task-due' end
                                  and r.subject = t.id and r.round = t.due::text)
             order by t.due, t.id limit :most
            """)
        .param("day", day)
        .param("today", today)
        .param("most", AT_ONCE)
        .query(ReminderRows::task)
        .list();
  }

  private static DueTask task(ResultSet row, int number) throws SQLException {
    var person = row.getObject("person", UUID.class);
    var message = row.getString("message");
    return new DueTask(
        row.getObject("id", UUID.class),
        new EngagementId(row.getObject("engagement", UUID.class)),
        message == null ? row.getString("what") : "#" + message,
        Tasks.who(row.getString("side")),
        person == null ? null : new AccountId(person),
        row.getObject("due", LocalDate.class));
  }

  /// Writes down that somebody is reminded now; false when it was said before.
  boolean first(String kind, UUID subject, String round, Instant now) {
    return jdbc.sql(
                """
                insert into engagement_reminder (kind, subject, round, at) values (:kind, :subject, :round, :now)
                on conflict do nothing
                """)
            .param("kind", kind)
            .param("subject", subject)
            .param("round", round)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }
}
