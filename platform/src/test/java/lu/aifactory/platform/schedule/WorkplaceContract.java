package lu.aifactory.platform.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import lu.aifactory.platform.schedule.WorkOrder.Limits;
import lu.aifactory.platform.schedule.WorkState.State;
import lu.aifactory.postgres.TestDatabase;
import lu.aifactory.postgres.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What every workplace keeps to.
abstract class WorkplaceContract {

  @TempDir Path home;
  TestDatabase database;
  LocalWorkplace workplace;

  abstract Runner runner();

  @BeforeEach
  void open() {
    database =
        TestPostgres.databaseFrom(
            "schedule",
            source ->
                Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/schedule")
                    .load()
                    .migrate());
    workplace = workplace();
    workplace.start();
  }

  @AfterEach
  void close() {
    workplace.stop();
    database.close();
  }

  private LocalWorkplace workplace() {
    var table = new WorkTable(JdbcClient.create(database.dataSource()), Clock.systemUTC());
    return new LocalWorkplace(table, runner(), home.resolve("work"), 2);
  }

  @Test
  void givesFilesInAndTakesFilesOut() throws Exception {
    var file = Files.writeString(home.resolve("source"), "Moien");
    var id =
        order(
            shell("tr a-z A-Z < in/greeting.txt > out/loud.txt; echo said"),
            Map.of("greeting.txt", file));
    var state = over(id);
    assertThat(state.state()).as(state.tail()).isEqualTo(State.DONE);
    assertThat(state.progress()).isEqualTo(100);
    assertThat(state.tail()).isEqualTo("said\n");
    assertThat(workplace.results(id)).containsExactly("loud.txt");
    try (var out = workplace.result(id, "loud.txt")) {
      assertThat(new String(out.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("MOIEN");
    }
    workplace.forget(id);
    assertThat(workplace.results(id)).isEmpty();
  }

  @Test
  void tellsProgressWhileItRuns() throws Exception {
    var id = order(shell("echo 'progress 40 linkage.step.compare'; sleep 30"), Map.of());
    var state = until(id, one -> one.progress() == 40);
    assertThat(state.state()).isEqualTo(State.RUNNING);
    assertThat(state.message()).isEqualTo("linkage.step.compare");
    workplace.cancel(id);
    over(id);
  }

  @Test
  void saysWhyAProgramFailed() throws Exception {
    var state = over(order(shell("echo broken >&2; exit 3"), Map.of()));
    assertThat(state.state()).isEqualTo(State.FAILED);
    assertThat(state.reason()).isEqualTo("schedule.work.exit");
    assertThat(state.tail()).isEqualTo("broken\n");
  }

  @Test
  void cancelEndsTheWholeTree() throws Exception {
    var mark = "31" + (System.nanoTime() % 1_000_000);
    var id =
        order(
            shell(
                "sleep "
                    + mark
                    + " & (sleep "
                    + mark
                    + " & sleep "
                    + mark
                    + ") & echo 'progress 1'; wait"),
            Map.of());
    until(id, one -> one.progress() == 1);
    assertThat(sleeping(mark)).isGreaterThanOrEqualTo(2);
    workplace.cancel(id);
    assertThat(over(id).state()).isEqualTo(State.CANCELLED);
    assertThat(gone(mark)).isTrue();
  }

  @Test
  void leavesNoProcessBehindWhenAProgramEnds() throws Exception {
    var mark = "32" + (System.nanoTime() % 1_000_000);
    assertThat(over(order(shell("sleep " + mark + " > /dev/null 2>&1 & exit 0"), Map.of())).state())
        .isEqualTo(State.DONE);
    assertThat(gone(mark)).isTrue();
  }

  @Test
  void endsWhatTakesTooLong() throws Exception {
    var limits =
        new Limits(Duration.ofSeconds(1), Duration.ofSeconds(60), 1L << 30, 1L << 20, 1L << 20);
    var state = over(order(order(List.of("sleep", "60"), limits, false), Map.of()));
    assertThat(state.reason()).isEqualTo("schedule.work.too-long");
  }

  @Test
  void endsWhatComputesTooLong() throws Exception {
    var limits =
        new Limits(Duration.ofSeconds(30), Duration.ofSeconds(1), 1L << 30, 1L << 20, 1L << 20);
    var state = over(order(order(shellCommand("while :; do :; done"), limits, false), Map.of()));
    assertThat(state.reason()).isEqualTo("schedule.work.exit");
  }

  @Test
  void refusesMoreOutputThanAllowed() throws Exception {
    var limits =
        new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), 1L << 30, 1L << 20, 3L << 20);
    var state =
        over(
            order(
                order(
                    shellCommand(
                        "for n in 1 2 3 4 5; do head -c 900000 /dev/zero > out/$n; done; sleep 5"),
                    limits,
                    false),
                Map.of()));
    assertThat(state.reason()).isEqualTo("schedule.work.too-much");
  }

  @Test
  void refusesOneFileLargerThanAllowed() throws Exception {
    var limits =
        new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), 1L << 30, 1L << 16, 1L << 24);
    var state =
        over(
            order(
                order(shellCommand("head -c 1000000 /dev/zero > out/large"), limits, false),
                Map.of()));
    assertThat(state.reason()).isEqualTo("schedule.work.exit");
  }

  @Test
  void refusesNamesThatLeadElsewhere() throws Exception {
    for (var name : List.of("../x", "a/b", "/etc/passwd", "..", ".hidden", ""))
      assertThatThrownBy(() -> order(shell("true"), Map.of(name, Path.of("/etc/hostname"))))
          .isInstanceOf(IllegalArgumentException.class);
    var id = order(shell("ln -s /etc/passwd out/link; echo x > out/real"), Map.of());
    assertThat(over(id).state()).isEqualTo(State.DONE);
    assertThat(workplace.results(id)).containsExactly("real");
    assertThatThrownBy(() -> workplace.result(id, "link")).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> workplace.result(id, "../in/x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void followsNoOutputFolderThatBecameALink() throws Exception {
    var id = order(shell("rmdir out && ln -s /etc out"), Map.of());
    over(id);
    assertThat(workplace.results(id)).isEmpty();
  }

  @Test
  void saysAfterARestartThatWorkWasLost() throws Exception {
    var id = order(shell("echo 'progress 1'; sleep 60"), Map.of());
    until(id, one -> one.progress() == 1);
    restart();
    var state = over(id);
    assertThat(state.state()).isEqualTo(State.FAILED);
    assertThat(state.reason()).isEqualTo("schedule.work.restarted");
  }

  @Test
  void beginsRestartableWorkAgain() throws Exception {
    var limits =
        new Limits(Duration.ofSeconds(60), Duration.ofSeconds(60), 1L << 30, 1L << 20, 1L << 20);
    var again =
        shellCommand(
            "if [ -e second ]; then echo yes > out/done; else touch second; echo 'progress 1'; sleep 60; fi");
    var id = order(order(again, limits, true), Map.of());
    until(id, one -> one.progress() == 1);
    restart();
    assertThat(over(id).state()).isEqualTo(State.DONE);
    assertThat(workplace.results(id)).containsExactly("done");
  }

  @Test
  void takesAnOrderOnce() throws Exception {
    var id = new WorkId(UUID.randomUUID());
    workplace.order(id, shell("echo x >> out/x").apply(Map.of()));
    workplace.order(id, shell("echo y > out/y").apply(Map.of()));
    assertThat(over(id).state()).isEqualTo(State.DONE);
    assertThat(workplace.results(id)).containsExactly("x");
  }

  void restart() {
    workplace.stop();
    workplace = workplace();
    workplace.start();
  }

  WorkId order(Function<Map<String, Path>, WorkOrder> order, Map<String, Path> files)
      throws IOException {
    var id = new WorkId(UUID.randomUUID());
    workplace.order(id, order.apply(files));
    return id;
  }

  static List<String> shellCommand(String script) {
    return List.of("/bin/sh", "-c", script);
  }

  static Function<Map<String, Path>, WorkOrder> shell(String script) {
    var limits =
        new Limits(Duration.ofSeconds(60), Duration.ofSeconds(20), 1L << 30, 1L << 22, 1L << 23);
    return order(shellCommand(script), limits, false);
  }

  static Function<Map<String, Path>, WorkOrder> order(
      List<String> command, Limits limits, boolean restartable) {
    return files ->
        new WorkOrder("test.work", command, files, Map.of(), Set.of(), limits, restartable);
  }

  WorkState over(WorkId id) throws InterruptedException {
    return until(id, state -> state.state().over());
  }

  WorkState until(WorkId id, Predicate<WorkState> wanted) throws InterruptedException {
    var end = Instant.now().plusSeconds(40);
    var state = workplace.state(id).orElseThrow();
    while (!wanted.test(state)) {
      assertThat(Instant.now()).as("%s", state).isBefore(end);
      Thread.sleep(50);
      state = workplace.state(id).orElseThrow();
    }
    return state;
  }

  private static long sleeping(String mark) {
    return ProcessHandle.allProcesses()
        .filter(process ->
            process.info().arguments().map(List::of).orElse(List.of()).equals(List.of(mark)))
        .count();
  }

  private static boolean gone(String mark) throws InterruptedException {
    for (int n = 0; n < 40 && sleeping(mark) > 0; n++) Thread.sleep(50);
    return sleeping(mark) == 0;
  }
}
