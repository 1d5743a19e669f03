package lu.aifactory.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// kill -9 in the middle of writes: whatever was acknowledged is there afterwards, once, and the audit trail is intact.
class KillTests {

  private static final int WRITES = 1000;
  private static final int THREADS = 6;

  @Test
  @Tag("slow")
  void fiveKillsLoseNothingThatWasAcknowledged() throws Exception {
    kill(5);
  }

  @Test
  @Tag("long")
  void fiftyKillsLoseNothingThatWasAcknowledged() throws Exception {
    kill(Integer.getInteger("aifactory.kills", 50));
  }

  private static void kill(int times) throws Exception {
    long seed = Long.getLong("aifactory.seed", ThreadLocalRandom.current().nextLong());
    System.out.println("The seed of the kills: -Daifactory.seed=" + seed);
    var random = new Random(seed);
    var home = RunningFactory.freshHome();
    var rounds = new ArrayList<Round>();
    try (var place = new Place(home)) {
      for (int n = 0; n < times; n++) {
        var round = new Round(new Visitor(place.factory()).open());
        rounds.add(round);
        round.writeUntilKilled(
            place.factory(), 1 + random.nextInt(WRITES - 100), random.nextInt(40));
        // The one that comes up again is the one that is killed next.
        place.comeUpAgain();
        round.assertAcknowledgedIsThere(place.factory());
        round.writeTheRest(place.factory());
        round.assertAllIsThereOnce(place.factory());
      }
      for (var round : rounds) round.assertAllIsThereOnce(place.factory());
    }
    // It goes over every entry since the first start, so one check at the end sees all kills.
    var audit = RunningFactory.operate(home, "audit", "verify");
    assertThat(audit.output()).contains("The audit trail is intact.");
    assertThat(audit.status()).isZero();
  }

  /// A home whose application is killed and comes up again.
  private static final class Place implements AutoCloseable {

    private final Path home;
    private RunningFactory factory;

    Place(Path home) {
      this.home = home;
      factory = start(home);
    }

    RunningFactory factory() {
      return factory;
    }

    void comeUpAgain() {
      factory = start(home);
    }

    private static RunningFactory start(Path home) {
      return RunningFactory.start(home, "--aifactory.limits.enabled=false");
    }

    @Override
    public void close() {
      factory.close();
    }
  }

  /// A thousand writes of one visitor, and those of them that were acknowledged.
  private record Round(Visitor.Opened opened, List<Write> writes, Set<Write> acknowledged) {

    Round(Visitor.Opened opened) {
      this(
          opened,
          IntStream.range(0, WRITES).mapToObj(number -> new Write(number, opened)).toList(),
          ConcurrentHashMap.newKeySet());
    }

    /// Kills the application some milliseconds after the given number of acknowledgements.
    void writeUntilKilled(RunningFactory factory, int count, int delay) throws Exception {
      var reached = new CountDownLatch(count);
      try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
        var writing =
            beside.submit(() -> together(writes, write -> acknowledged(factory, write, reached)));
        assertThat(reached.await(10, TimeUnit.MINUTES)).isTrue();
        Thread.sleep(delay);
        factory.kill();
        writing.get();
      }
      assertThat(acknowledged.size()).isGreaterThanOrEqualTo(count);
    }

    private boolean acknowledged(RunningFactory factory, Write write, CountDownLatch reached) {
      try {
        if (write.to(factory)) acknowledged.add(write);
        reached.countDown();
        return true;
      } catch (UncheckedIOException dead) {
        return false;
      }
    }

    /// What was not acknowledged is asked for again under its key and so happens once.
    void writeTheRest(RunningFactory factory) throws Exception {
      var rest = writes.stream().filter(write -> !acknowledged.contains(write)).toList();
      together(rest, write -> write.to(factory) && acknowledged.add(write));
      assertThat(acknowledged).hasSameSizeAs(writes);
    }

    void assertAcknowledgedIsThere(RunningFactory factory) throws Exception {
      assertThere(factory, List.copyOf(acknowledged));
    }

    void assertAllIsThereOnce(RunningFactory factory) throws Exception {
      assertThere(factory, writes);
    }

    private void assertThere(RunningFactory factory, List<Write> expected) throws Exception {
      var found = new ArrayList<String>();
      factory
          .call("GET", "/api/engagements/" + opened.engagement() + "/tasks", opened.token(), null)
          .fine()
          .json()
          .forEach(task -> found.add(task.get("what").asString()));
      var tasks =
          expected.stream().filter(Write::isTask).map(Write::text).collect(Collectors.toSet());
      assertThat(found).containsAll(tasks).doesNotHaveDuplicates();
      var contacts = expected.stream().filter(write -> !write.isTask()).toList();
      var read = ConcurrentHashMap.<Write>newKeySet();
      together(
          contacts,
          write ->
              factory.call("GET", write.link(), null, null).fine().body().contains(write.text())
                  && read.add(write));
      assertThat(read).containsExactlyInAnyOrderElementsOf(contacts);
    }
  }

  /// Does something with each of them on several threads, each of which stops where it says so.
  private static Void together(List<Write> writes, Predicate<Write> goesOn) throws Exception {
    var next = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          int i = next.getAndIncrement();
          while (i < writes.size() && goesOn.test(writes.get(i))) i = next.getAndIncrement();
          return null;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(Collections.nCopies(THREADS, worker))) done.get();
    }
    return null;
  }

  /// One write: every fifth a task (audited, in a timeline), the others a first contact with its first answer.
  private static final class Write {

    private final int number;
    private final Visitor.Opened opened;
    private final UUID key = UUID.randomUUID();
    private volatile String link = "";

    Write(int number, Visitor.Opened opened) {
      this.number = number;
      this.opened = opened;
    }

    boolean isTask() {
      return number % 5 == 0;
    }

    String text() {
      return isTask() ? "Task " + number + "." : "Goal " + key;
    }

    String link() {
      return link;
    }

    boolean to(RunningFactory factory) {
      return isTask() ? task(factory) : contact(factory);
    }

    private boolean task(RunningFactory factory) {
      var answer =
          factory.call(
              "POST",
              "/api/engagements/" + opened.engagement() + "/tasks",
              opened.token(),
              Map.of("what", text(), "side", "organisation"),
              "Idempotency-Key",
              key.toString());
      return answer.fine().status() == 201;
    }

    private boolean contact(RunningFactory factory) {
      var begun =
          factory.call("POST", "/api/intakes", null, Map.of(), "Idempotency-Key", key.toString());
      link = "/api/intakes/" + begun.fine().json().get("link").asString();
      var body = Map.of("values", List.of(text()));
      return factory.call("PUT", link + "/answers/goal", null, body).fine().status() == 200;
    }
  }
}
