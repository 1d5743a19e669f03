package lu.aifactory.platform.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.schedule.WorkState.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of work.
@Component
class WorkTable {

  /// Taken from the queue.
  record Taken(WorkId id, WorkOrder order) {}

  /// What a machine that went down left behind.
  record Left(
      WorkId id, WorkOrder order, @Nullable Long pid, @Nullable Instant pidStarted, int attempts) {}

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final Clock clock;

  WorkTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean known(WorkId id) {
    return jdbc.sql("select true from work where id = :id")
        .param("id", id.value())
        .query()
        .optionalValue()
        .isPresent();
  }

  void queue(WorkId id, WorkOrder order, UUID home) {
    jdbc.sql(
            """
            insert into work (id, kind, state, "order", queued_at, home)
            values (:id, :kind, 'queued', :order::jsonb, :now, :home)
            on conflict do nothing
            """)
        .param("id", id.value())
        .param("kind", order.kind())
        .param("order", JSON.writeValueAsString(order.withoutFiles()))
        .param("now", now())
        .param("home", home)
        .update();
  }

  Optional<Taken> take(UUID home) {
    return jdbc.sql(
            """
            update work set state = 'running', started_at = :now, attempts = attempts + 1, progress = 0, message = null
            where id = (select id from work where state = 'queued' and home = :home
                        order by queued_at for update skip locked limit 1)
            returning id, "order"::text as order_text
            """)
        .param("now", now())
        .param("home", home)
        .query((row, _) -> new Taken(new WorkId(row.getObject("id", UUID.class)), order(row)))
        .optional();
  }

  void started(WorkId id, long pid, @Nullable Instant at) {
    jdbc.sql("update work set pid = :pid, pid_started = :at where id = :id")
        .param("pid", pid)
        .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", id.value())
        .update();
  }

  /// Notes how far it is, and answers whether somebody wants it to end.
  boolean progress(WorkId id, int progress, @Nullable String message, String tail) {
    return jdbc.sql(
            """
            update work set progress = :progress, message = :message, tail = :tail where id = :id
            returning cancel_asked
            """)
        .param("progress", progress)
        .param("message", message)
        .param("tail", tail)
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  void finish(WorkId id, State state, @Nullable String reason) {
    jdbc.sql(
            """
            update work set state = :state, reason = :reason, finished_at = :now, pid = null,
              progress = case when :state = 'done' then 100 else progress end
            where id = :id and finished_at is null
            """)
        .param("state", word(state))
        .param("reason", reason)
        .param("now", now())
        .param("id", id.value())
        .update();
  }

  void requeue(WorkId id) {
    jdbc.sql("update work set state = 'queued', pid = null, progress = 0 where id = :id")
        .param("id", id.value())
        .update();
  }

  /// Ends what still waits, and asks what runs to end.
  void cancel(WorkId id) {
    jdbc.sql(
            """
            update work set cancel_asked = true,
              finished_at = case when state = 'queued' then :now end,
              state = case when state = 'queued' then 'cancelled' else state end
            where id = :id and state in ('queued', 'running')
            """)
        .param("now", now())
        .param("id", id.value())
        .update();
  }

  List<Left> left(UUID home) {
    return jdbc.sql(
            """
            select id, "order"::text as order_text, pid, pid_started, attempts from work
            where state = 'running' and home = :home
            """)
        .param("home", home)
        .query((row, _) ->
            new Left(
                new WorkId(row.getObject("id", UUID.class)),
                order(row),
                row.getObject("pid", Long.class),
                instant(row, "pid_started"),
                row.getInt("attempts")))
        .list();
  }

  Optional<WorkState> state(WorkId id) {
    return jdbc.sql("select * from work where id = :id")
        .param("id", id.value())
        .query((row, _) -> state(row))
        .optional();
  }

  List<WorkState> newest(int limit) {
    return jdbc.sql(
            """
            select * from work order by (finished_at is null) desc, queued_at desc limit :limit
            """)
        .param("limit", limit)
        .query((row, _) -> state(row))
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static WorkOrder order(ResultSet row) throws SQLException {
    return JSON.readValue(row.getString("order_text"), WorkOrder.class);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static WorkState state(ResultSet row) throws SQLException {
    return new WorkState(
        new WorkId(row.getObject("id", UUID.class)),
        row.getString("kind"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("progress"),
        row.getString("message"),
        row.getString("reason"),
        row.getString("tail"),
        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
        instant(row, "started_at"),
        instant(row, "finished_at"));
  }
}
