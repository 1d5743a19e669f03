package lu.aifactory.platform.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Through which stages engagements went.
@Component
class StageVisits {

  private final JdbcClient jdbc;

  StageVisits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// In the order in which they were entered.
  List<StageVisit> of(EngagementId engagement) {
    return jdbc.sql("select * from engagement_stage where engagement = :engagement order by number")
        .param("engagement", engagement.value())
        .query(StageVisits::visit)
        .list();
  }

  void enter(EngagementId engagement, Stage stage, Instant now) {
    jdbc.sql(
            "insert into engagement_stage (engagement, stage, entered_at) values (:engagement, :stage, :now)")
        .param("engagement", engagement.value())
        .param("stage", stage.code())
        .param("now", Timestamp.from(now))
        .update();
  }

  void leave(EngagementId engagement, Ending ending, @Nullable String reason, Instant now) {
    jdbc.sql(
            """
            update engagement_stage set left_at = :now, ending = :ending, reason = :reason
             where engagement = :engagement and left_at is null
            """)
        .param("engagement", engagement.value())
        .param("ending", ending.code())
        .param("reason", reason)
        .param("now", Timestamp.from(now))
        .update();
  }

  private static StageVisit visit(ResultSet row, int number) throws SQLException {
    var left = row.getTimestamp("left_at");
    var ending = row.getString("ending");
    return new StageVisit(
        Engagements.stage(row.getString("stage")),
        row.getTimestamp("entered_at").toInstant(),
        left == null ? null : left.toInstant(),
        ending == null ? null : Ending.valueOf(ending.toUpperCase(Locale.ROOT)),
        row.getString("reason"));
  }
}
