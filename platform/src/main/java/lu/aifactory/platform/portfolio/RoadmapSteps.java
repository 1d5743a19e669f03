package lu.aifactory.platform.portfolio;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.journey.EngagementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Roadmaps and their steps in SQL.
@Component
class RoadmapSteps {

  /// A roadmap without its steps.
  record Head(LocalDate start, int version) {}

  private final JdbcClient jdbc;

  RoadmapSteps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Head> head(EngagementId engagement) {
    return jdbc.sql("select * from portfolio_roadmap where engagement = :engagement")
        .param("engagement", engagement.value())
        .query((row, _) -> new Head(row.getObject("start", LocalDate.class), row.getInt("version")))
        .optional();
  }

  /// The roadmap, made if it is missing, and kept from being changed by others until the transaction ends.
  Head lock(EngagementId engagement, LocalDate start) {
    jdbc.sql(
            """
            insert into portfolio_roadmap (engagement, start, version) values (:engagement, :start, 0)
            on conflict (engagement) do nothing
            """)
        .param("engagement", engagement.value())
        .param("start", start)
        .update();
    return jdbc.sql("select * from portfolio_roadmap where engagement = :engagement for update")
        .param("engagement", engagement.value())
        .query((row, _) -> new Head(row.getObject("start", LocalDate.class), row.getInt("version")))
        .single();
  }

  void changed(EngagementId engagement, LocalDate start) {
    jdbc.sql(
            "update portfolio_roadmap set start = :start, version = version + 1 where engagement = :engagement")
        .param("engagement", engagement.value())
        .param("start", start)
        .update();
  }

  /// In the order in which they were added.
  List<RoadmapStep> of(EngagementId engagement) {
    return jdbc.sql(
            "select * from portfolio_roadmap_step where engagement = :engagement order by created_at, id")
        .param("engagement", engagement.value())
        .query((row, _) -> step(row))
        .list();
  }

  /// Whose step it is, whichever roadmap it stands in.
  Optional<EngagementId> engagementOf(RoadmapStepId id) {
    return jdbc.sql("select engagement from portfolio_roadmap_step where id = :id")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .map(EngagementId::new);
  }

  /// Adds the step, or writes it anew.
  void put(EngagementId engagement, RoadmapStep step, Instant now) {
    jdbc.sql(
            """
            insert into portfolio_roadmap_step
              (id, engagement, name, owner, weeks, after, not_before, cost, days, idea, created_at)
            values (:id, :engagement, :name, :owner, :weeks, :after, :notBefore, :cost, :days, :idea, :now)
            on conflict (id) do update
               set name = :name, owner = :owner, weeks = :weeks, after = :after, not_before = :notBefore,
                   cost = :cost, days = :days, idea = :idea
            """)
        .param("id", step.id().value())
        .param("engagement", engagement.value())
        .param("name", step.name())
        .param("owner", step.owner())
        .param("weeks", step.weeks())
        .param(
            "after", step.after().stream().map(RoadmapStepId::value).sorted().toArray(UUID[]::new))
        .param("notBefore", step.notBefore() == null ? null : Date.valueOf(step.notBefore()))
        .param("cost", step.cost())
        .param("days", step.days())
        .param("idea", step.idea() == null ? null : step.idea().value())
        .param("now", Timestamp.from(now))
        .update();
  }

  void remove(RoadmapStepId id) {
    jdbc.sql("delete from portfolio_roadmap_step where id = :id").param("id", id.value()).update();
  }

  private static RoadmapStep step(ResultSet row) throws SQLException {
    var idea = row.getObject("idea", UUID.class);
    var after = (UUID[]) row.getArray("after").getArray();
    return new RoadmapStep(
        new RoadmapStepId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("owner"),
        row.getInt("weeks"),
        Arrays.stream(after).map(RoadmapStepId::new).collect(Collectors.toSet()),
        row.getObject("not_before", LocalDate.class),
        row.getLong("cost"),
        row.getInt("days"),
        idea == null ? null : new IdeaId(idea));
  }
}
