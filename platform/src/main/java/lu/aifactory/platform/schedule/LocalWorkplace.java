package lu.aifactory.platform.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lu.aifactory.platform.schedule.WorkState.State;
import lu.aifactory.platform.schedule.WorkTable.Left;
import lu.aifactory.platform.schedule.WorkTable.Taken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Runs work on this machine. The folders lie in the home, so each replica runs what was ordered from it.
final class LocalWorkplace implements Workplace, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LocalWorkplace.class);
  private static final long LOOK_MILLIS = 250;
  private static final int MOST_ATTEMPTS = 3;

  private final WorkTable table;
  private final Runner runner;
  private final Path folders;
  private final Semaphore places;
  private UUID home = new UUID(0, 0);
  private volatile boolean running;
  private @Nullable Thread thread;
  private @Nullable ExecutorService starter;
  private @Nullable ExecutorService watchers;

  LocalWorkplace(WorkTable table, Runner runner, Path folders, int places) {
    this.table = table;
    this.runner = runner;
    this.folders = folders;
    this.places = new Semaphore(places);
  }

  @Override
  public void order(WorkId id, WorkOrder order) throws IOException {
    if (table.known(id)) return;
    folder(id).fill(order.files());
    table.queue(id, order, home());
  }

  @Override
  public Optional<WorkState> state(WorkId id) {
    return table.state(id);
  }

  @Override
  public void cancel(WorkId id) {
    table.cancel(id);
  }

  @Override
  public List<String> results(WorkId id) throws IOException {
    return done(id) ? folder(id).results() : List.of();
  }

  @Override
  public InputStream result(WorkId id, String name) throws IOException {
    if (!done(id)) throw new NoSuchFileException(name);
    return folder(id).result(name);
  }

  @Override
  public void forget(WorkId id) throws IOException {
    if (table.state(id).map(state -> state.state().over()).orElse(true)) folder(id).delete();
  }

  private boolean done(WorkId id) {
    return table.state(id).map(state -> state.state() == State.DONE).orElse(false);
  }

  private WorkFolder folder(WorkId id) {
    return new WorkFolder(folders.resolve(id.value().toString()));
  }

  // The name of this home among all that share the database.
  private synchronized UUID home() throws IOException {
    if (home.getMostSignificantBits() != 0) return home;
    Files.createDirectories(folders);
    var file = folders.resolve("home-id");
    if (!Files.exists(file)) Files.writeString(file, UUID.randomUUID().toString());
    home = UUID.fromString(Files.readString(file).strip());
    return home;
  }

  @Override
  public void start() {
    running = true;
    // The kernel ends a jail when the thread that started it ends, so that one has to stay.
    starter =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("work-start").factory());
    watchers = Executors.newVirtualThreadPerTaskExecutor();
    thread = Thread.ofVirtual().name("work-queue").start(this::serve);
  }

  private void serve() {
    boolean recovered = false;
    while (running) {
      try {
        if (!recovered) {
          for (var left : table.left(home())) recover(left);
          recovered = true;
        }
        if (!places.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) continue;
        var taken = running ? table.take(home()) : Optional.<Taken>empty();
        if (taken.isPresent() && watchers != null) watchers.execute(() -> run(taken.get()));
        else {
          places.release();
          Thread.sleep(LOOK_MILLIS);
        }
      } catch (InterruptedException ended) {
        return;
      } catch (IOException | RuntimeException broken) {
        LOG.warn("The queue of work cannot be served; trying again", broken);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5_000);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  // Nobody reads what an orphan prints, so it is ended before its work begins again or counts as
  // failed.
  private void recover(Left left) {
    var pid = left.pid();
    if (pid != null)
      ProcessHandle.of(pid)
          .filter(process ->
              process.info().startInstant().equals(Optional.ofNullable(left.pidStarted())))
          .ifPresent(RunningProgram::killTree);
    if (left.order().restartable() && left.attempts() < MOST_ATTEMPTS) table.requeue(left.id());
    else table.finish(left.id(), State.FAILED, "schedule.work.restarted");
  }

  private void run(Taken taken) {
    try {
      var folder = folder(taken.id());
      folder.clean();
      var program = launch(folder, taken);
      watch(taken, folder, program);
    } catch (IOException | UncheckedIOException missing) {
      LOG.warn("Work {} could not be started", taken.id().value(), missing);
      table.finish(taken.id(), State.FAILED, "schedule.work.not-started");
    } catch (InterruptedException | ExecutionException | RuntimeException broken) {
      LOG.warn("Work {} was lost", taken.id().value(), broken);
      if (running) table.finish(taken.id(), State.FAILED, "schedule.work.lost");
    } finally {
      places.release();
    }
  }

  private RunningProgram launch(WorkFolder folder, Taken taken)
      throws IOException, InterruptedException, ExecutionException {
    var builder =
        new ProcessBuilder(runner.command(folder.path(), taken.order()))
            .directory(folder.path().toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    var environment = builder.environment();
    environment.clear();
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", folder.path().toString());
    environment.put("TMPDIR", folder.path().resolve("tmp").toString());
    environment.putAll(taken.order().environment());
    var threads = starter;
    if (threads == null) throw new IOException("The workplace is closed");
    var process = threads.submit(builder::start).get();
    table.started(taken.id(), process.pid(), process.info().startInstant().orElse(null));
    return new RunningProgram(process);
  }

  private void watch(Taken taken, WorkFolder folder, RunningProgram program)
      throws InterruptedException {
    var limits = taken.order().limits();
    long end = System.nanoTime() + limits.time().toNanos();
    var state = State.FAILED;
    String reason = null;
    while (reason == null && state != State.CANCELLED && !program.over(LOOK_MILLIS)) {
      if (System.nanoTime() > end) reason = "schedule.work.too-long";
      else if (folder.size() > limits.outBytes()) reason = "schedule.work.too-much";
      else if (tell(taken.id(), program)) state = State.CANCELLED;
      if (!running) {
        // The platform goes down; what can begin again will, from the state that stays.
        program.kill();
        return;
      }
    }
    if (program.process().isAlive()) program.kill();
    else if (reason == null && state != State.CANCELLED) {
      // A program may end and leave others behind.
      program.kill();
      boolean good = program.process().exitValue() == 0;
      if (good && folder.size() > limits.outBytes()) reason = "schedule.work.too-much";
      else if (good) state = State.DONE;
      else reason = "schedule.work.exit";
    }
    program.readToEnd();
    tell(taken.id(), program);
    table.finish(taken.id(), state, reason);
  }

  private boolean tell(WorkId id, RunningProgram program) {
    return table.progress(id, program.progress(), program.message(), program.tail());
  }

  @Override
  public void stop() {
    running = false;
    try {
      if (thread != null) thread.join(Duration.ofSeconds(3));
      if (watchers != null) {
        watchers.shutdown();
        var _ = watchers.awaitTermination(5, TimeUnit.SECONDS);
      }
      if (starter != null) starter.shutdown();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
