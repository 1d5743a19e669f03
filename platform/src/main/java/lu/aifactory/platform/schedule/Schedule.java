package lu.aifactory.platform.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the people who look after the platform see of its clockwork and its workplace.
@Facade
class Schedule {

  /// One recurring work and how its last runs went.
  record Entry(String name, RecurringWork.Cadence cadence, Runs runs) {}

  /// Runs so far; `failures` since the last success.
  record Runs(
      boolean running,
      @Nullable Instant next,
      @Nullable Instant lastSuccess,
      @Nullable Instant lastFailure,
      int failures) {

    static final Runs NONE = new Runs(false, null, null, null, 0);
  }

  private static final int WORK_SHOWN = 25;

  private final Clockwork clockwork;
  private final WorkTable work;
  private final JdbcClient jdbc;
  private final Clock clock;

  Schedule(Clockwork clockwork, WorkTable work, JdbcClient jdbc, Clock clock) {
    this.clockwork = clockwork;
    this.work = work;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// All recurring work, by name.
  @Needs("schedule:read")
  public List<Entry> recurring() {
    var runs = runs();
    return clockwork.work().stream()
        .sorted(Comparator.comparing(RecurringWork::name))
        .map(one -> new Entry(one.name(), one.cadence(), runs.getOrDefault(one.name(), Runs.NONE)))
        .toList();
  }

  private Map<String, Runs> runs() {
    var runs = new HashMap<String, Runs>();
    jdbc.sql("select * from scheduled_tasks")
        .query(row -> {
          runs.put(
              row.getString("task_name"),
              new Runs(
                  row.getBoolean("picked"),
                  instant(row.getObject("execution_time", OffsetDateTime.class)),
                  instant(row.getObject("last_success", OffsetDateTime.class)),
                  instant(row.getObject("last_failure", OffsetDateTime.class)),
                  row.getInt("consecutive_failures")));
        });
    return runs;
  }

  /// The newest work in workplaces, what is not over first.
  @Needs("schedule:read")
  public List<WorkState> work() {
    return work.newest(WORK_SHOWN);
  }

  /// Has recurring work run now instead of at its next time. One that is running is left alone.
  @Needs(value = "schedule:run", records = "schedule.run-asked")
  public Outcome<String> runNow(String name) {
    if (find(name).isEmpty()) return Outcome.refused(new Refusal.NotFound());
    jdbc.sql(
            """
            update scheduled_tasks set execution_time = :now, version = version + 1
            where task_name = :name and not picked
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("name", name)
        .update();
    return Outcome.done(name);
  }

  private Optional<RecurringWork> find(String name) {
    return clockwork.work().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
