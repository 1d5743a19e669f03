package lu.aifactory.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
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
    for (int round = 0; round < times; round++) killOnce(home, random);
  }

  private static void killOnce(Path home, Random random) throws Exception {
    var factory = start(home);
    var opened = new Visitor(factory).open();
    var writes = IntStream.range(0, WRITES).mapToObj(number -> new Write(number, opened)).toList();
    var acknowledged = ConcurrentHashMap.<Write>newKeySet();
    write(factory, writes, acknowledged, 1 + random.nextInt(WRITES - 100), random.nextInt(40));
    try (var again = start(home)) {
      assertThere(again, opened, acknowledged);
      // What was not acknowledged is asked for again under its key and so happens once.
      for (var write : writes)
        if (!acknowledged.contains(write)) assertThat(write.to(again)).isTrue();
      assertThere(again, opened, Set.copyOf(writes));
      var audit = RunningFactory.operate(home, "audit", "verify");
      assertThat(audit.output()).contains("The audit trail is intact.");
      assertThat(audit.status()).isZero();
    }
  }

  private static RunningFactory start(Path home) {
    return RunningFactory.start(home, "--aifactory.limits.enabled=false");
  }

  /// Writes with several threads and kills the application some milliseconds after the given number of acknowledgements.
  private static void write(
      RunningFactory factory, List<Write> writes, Set<Write> acknowledged, int count, int delay)
      throws InterruptedException {
    var next = new AtomicInteger();
    var reached = new CountDownLatch(count);
    var threads = new ArrayList<Thread>();
    for (int n = 0; n < THREADS; n++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int i = next.getAndIncrement();
                    i < writes.size();
                    i = next.getAndIncrement()) {
                  try {
                    if (writes.get(i).to(factory)) acknowledged.add(writes.get(i));
                    reached.countDown();
                  } catch (UncheckedIOException dead) {
                    return;
                  }
                }
              }));
    }
    reached.await();
    Thread.sleep(delay);
    factory.kill();
    for (var thread : threads) thread.join();
    assertThat(acknowledged.size()).isGreaterThanOrEqualTo(count);
  }

  private static void assertThere(
      RunningFactory factory, Visitor.Opened opened, Set<Write> acknowledged) {
    var tasks = "/api/engagements/" + opened.engagement() + "/tasks";
    var found = new ArrayList<String>();
    factory
        .call("GET", tasks, opened.token(), null)
        .fine()
        .json()
        .forEach(task -> found.add(task.get("what").asString()));
    var expected =
        acknowledged.stream().filter(Write::isTask).map(Write::text).collect(Collectors.toSet());
    assertThat(found).containsAll(expected).doesNotHaveDuplicates();
    for (var write : acknowledged) {
      if (write.isTask()) continue;
      assertThat(factory.call("GET", write.link(), null, null).fine().body())
          .contains(write.text());
    }
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
