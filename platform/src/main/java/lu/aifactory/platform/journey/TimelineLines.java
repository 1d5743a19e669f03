package lu.aifactory.platform.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lu.aifactory.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The timelines of engagements. Lines are only ever added.
@Component
class TimelineLines {

  private final JdbcClient jdbc;

  TimelineLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param internal whether only the factory's side reads it
  void add(EngagementEvent event, @Nullable AccountId actor, Instant now, boolean internal) {
    var waiting = event.waiting();
    jdbc.sql(
            """
            insert into engagement_entry (engagement, at, actor, message, arguments, link, waiting_who, waiting_until,
                                          internal)
            values (:engagement, :now, :actor, :message, :arguments, :link, :who, :until, :internal)
            """)
        .param("engagement", event.engagement().value())
        .param("now", Timestamp.from(now))
        .param("actor", actor == null ? null : actor.value())
        .param("message", event.message())
        .param("arguments", event.arguments().toArray(String[]::new))
        .param("link", event.link())
        .param("who", waiting == null ? null : waiting.who().code())
        .param("until", waiting == null ? null : waiting.until())
        .param("internal", internal)
        .update();
  }

  /// The newest first; those before a line, or all when that is 0.
  List<TimelineLine> of(EngagementId engagement, boolean internal, long before, int limit) {
    return jdbc.sql(
            """
            select e.*, a.name as actor_name
              from engagement_entry e left join account a on a.id = e.actor
             where e.engagement = :engagement and (:internal or not e.internal)
               and (:before = 0 or e.number < :before)
             order by e.number desc limit :limit
            """)
        .param("engagement", engagement.value())
        .param("internal", internal)
        .param("before", before)
        .param("limit", limit)
        .query(TimelineLines::line)
        .list();
  }

  private static TimelineLine line(ResultSet row, int number) throws SQLException {
    return new TimelineLine(
        row.getLong("number"),
        row.getTimestamp("at").toInstant(),
        row.getString("actor_name"),
        row.getString("message"),
        List.of((String[]) row.getArray("arguments").getArray()),
        row.getString("link"),
        waiting(row),
        row.getBoolean("internal"));
  }

  static @Nullable Waiting waiting(ResultSet row) throws SQLException {
    var who = row.getString("waiting_who");
    return who == null
        ? null
        : new Waiting(Tasks.who(who), row.getObject("waiting_until", LocalDate.class));
  }
}
