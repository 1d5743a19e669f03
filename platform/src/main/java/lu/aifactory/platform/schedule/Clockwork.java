package lu.aifactory.platform.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.schedule.RecurringWork.Cadence;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs the recurring work of all rooms as long as the platform runs; the table `scheduled_tasks` keeps replicas from
/// doing the same twice.
@Component
class Clockwork implements SmartLifecycle {

  private static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");
  private static final int AT_ONCE = 8;

  private final DataSource database;
  private final Clock clock;
  private final CurrentPerson current;
  private final List<RecurringWork> work;
  private @Nullable Scheduler scheduler;

  Clockwork(
      DataSource database, Clock clock, CurrentPerson current, ObjectProvider<RecurringWork> work) {
    this.database = database;
    this.clock = clock;
    this.current = current;
    this.work = work.orderedStream().toList();
  }

  List<RecurringWork> work() {
    return work;
  }

  @Override
  public void start() {
    var tasks = work.stream().map(this::task).toList();
    scheduler =
        Scheduler.create(database)
            .startTasks(tasks)
            .tableName("scheduled_tasks")
            .clock(clock::instant)
            .threads(AT_ONCE)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .pollingInterval(Duration.ofSeconds(1))
            .heartbeatInterval(Duration.ofSeconds(30))
            .shutdownMaxWait(Duration.ofSeconds(8))
            .alwaysPersistTimestampInUTC()
            .build();
    scheduler.start();
  }

  private RecurringTask<Void> task(RecurringWork one) {
    return Tasks.recurring(one.name(), schedule(one.cadence()))
        .execute((_, _) ->
            current.asSystem(
                one.name(),
                () -> {
                  one.run().run();
                  return true;
                }));
  }

  private static Schedule schedule(Cadence cadence) {
    return switch (cadence) {
      case Cadence.Every(var pause) -> Schedules.fixedDelay(pause);
      case Cadence.Daily(var at) -> Schedules.daily(LUXEMBOURG, at);
    };
  }

  @Override
  public void stop() {
    var running = scheduler;
    if (running != null) running.stop();
    scheduler = null;
  }

  @Override
  public boolean isRunning() {
    return scheduler != null;
  }
}
