package lu.aifactory.platform.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tasks of engagements.
@Component
class Tasks {

  private static final String SELECT =
      """
      select t.*, p.name as person_name, c.name as closed_by_name
        from engagement_task t left join account p on p.id = t.person left join account c on c.id = t.closed_by
      """;

  private final JdbcClient jdbc;

  Tasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Task> of(EngagementId engagement) {
    return jdbc.sql(
            SELECT
                + """
                 where t.engagement = :engagement
                 order by t.state <> 'open', t.due nulls last, t.created_at, t.id
                """)
        .param("engagement", engagement.value())
        .query(Tasks::task)
        .list();
  }

  Optional<Task> find(EngagementId engagement, TaskId task) {
    return jdbc.sql(SELECT + " where t.engagement = :engagement and t.id = :id")
        .param("engagement", engagement.value())
        .param("id", task.value())
        .query(Tasks::task)
        .optional();
  }

  /// One that the factory itself sets.
  void addOurs(
      EngagementId engagement,
      String message,
      Waiting.Who side,
      LocalDate due,
      String link,
      Instant now) {
    add(
        engagement,
        new NewTask(new TaskId(UUID.randomUUID()), "", side, null, due, link),
        message,
        null,
        now);
  }

  /// A task as the factory's table sets it.
  ///
  /// @param decision the kept decision that explains it
  /// @param line of the table
  record FromTable(
      String template,
      Stage stage,
      Waiting.Who side,
      LocalDate due,
      @Nullable String link,
      UUID decision,
      int line) {

    String message() {
      return "journey.template." + template;
    }
  }

  /// Sets it, unless the engagement has it already, whatever became of it.
  void addFromTable(EngagementId engagement, FromTable task, Instant now) {
    jdbc.sql(
            """
            insert into engagement_task (id, engagement, message, side, due, link, state, created_at, version,
                                         template, stage, decision, rule_line)
            values (:id, :engagement, :message, :side, :due, :link, 'open', :now, 1, :template, :stage, :decision, :line)
            on conflict (engagement, template) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("engagement", engagement.value())
        .param("message", task.message())
        .param("side", task.side().code())
        .param("due", task.due())
        .param("link", task.link())
        .param("now", Timestamp.from(now))
        .param("template", task.template())
        .param("stage", task.stage().code())
        .param("decision", task.decision())
        .param("line", task.line())
        .update();
  }

  /// Where a task of the table came from.
  record Origin(UUID decision, int line) {}

  Optional<Origin> origin(EngagementId engagement, TaskId task) {
    return jdbc.sql(
            """
            select decision, rule_line from engagement_task
             where engagement = :engagement and id = :id and decision is not null
            """)
        .param("engagement", engagement.value())
        .param("id", task.value())
        .query(
            (row, _) -> new Origin(row.getObject("decision", UUID.class), row.getInt("rule_line")))
        .optional();
  }

  /// Skips what is still open: what the table set for a stage, or everything when no stage is given.
  void skipAllOf(
      EngagementId engagement, @Nullable Stage stage, @Nullable String reason, Instant now) {
    jdbc.sql(
            """
            update engagement_task
               set state = 'skipped', reason = :reason, closed_at = :now, version = version + 1
             where engagement = :engagement and state = 'open' and (:stage = '' or stage = :stage)
            """)
        .param("engagement", engagement.value())
        .param("stage", stage == null ? "" : stage.code())
        .param("reason", reason == null ? "-" : reason)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// False when there is one with this id already.
  boolean add(
      EngagementId engagement,
      NewTask task,
      @Nullable String message,
      @Nullable AccountId creator,
      Instant now) {
    return jdbc.sql(
                """
                insert into engagement_task (id, engagement, message, what, side, person, due, link, state,
                                             created_by, created_at, version)
                values (:id, :engagement, :message, :what, :side, :person, :due, :link, 'open', :creator, :now, 1)
                on conflict (id) do nothing
                """)
            .param("id", task.id().value())
            .param("engagement", engagement.value())
            .param("message", message)
            .param("what", message == null ? task.what().strip() : null)
            .param("side", task.side() == null ? null : task.side().code())
            .param("person", task.person() == null ? null : task.person().value())
            .param("due", task.due())
            .param("link", task.link())
            .param("creator", creator == null ? null : creator.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// False when somebody else has changed it since.
  boolean close(
      TaskId task,
      Task.State state,
      @Nullable String reason,
      @Nullable AccountId person,
      Instant now,
      int version) {
    return jdbc.sql(
                """
                update engagement_task
                   set state = :state, reason = :reason, closed_by = :person, closed_at = :now, version = version + 1
                 where id = :id and version = :version and state = 'open'
                """)
            .param("id", task.value())
            .param("state", state.code())
            .param("reason", reason)
            .param("person", person == null ? null : person.value())
            .param("now", Timestamp.from(now))
            .param("version", version)
            .update()
        == 1;
  }

  static Task task(ResultSet row, int number) throws SQLException {
    var person = row.getObject("person", UUID.class);
    var closed = row.getTimestamp("closed_at");
    return new Task(
        new TaskId(row.getObject("id", UUID.class)),
        row.getString("message"),
        row.getString("what"),
        who(row.getString("side")),
        person == null ? null : new AccountId(person),
        row.getString("person_name"),
        row.getObject("due", LocalDate.class),
        row.getString("link"),
        Task.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        row.getTimestamp("created_at").toInstant(),
        closed == null ? null : closed.toInstant(),
        row.getString("closed_by_name"),
        row.getInt("version"),
        row.getString("template"));
  }

  static Waiting.Who who(String code) {
    return Waiting.Who.valueOf(code.toUpperCase(Locale.ROOT));
  }
}
