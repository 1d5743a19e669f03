package lu.aifactory.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// A few people who use a factory at the same time, each one thing after the other with a pause between: visitors who
/// open an engagement and work in it, and staff who sign in, read what there is and sign out.
final class Crowd {

  private static final int VISITORS = 2;
  private static final Duration PAUSE = Duration.ofMillis(150);
  private static final Map<String, List<String>> READ =
      Map.of(
          "advisor",
          List.of(
              "/",
              "/engagements",
              "/engagements?q=bread&sort=-changed",
              "/use-cases",
              "/documents",
              "/notices",
              "/search?q=bakery"),
          "auditor",
          List.of("/", "/audit", "/audit?page=2", "/organisations", "/organisations/export.csv"));

  private final RunningFactory factory;
  private final AtomicLong rounds = new AtomicLong();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  Crowd(RunningFactory factory) {
    this.factory = factory;
  }

  /// Uses the factory for so long.
  void stay(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    var people = new ArrayList<Thread>();
    for (int n = 0; n < VISITORS; n++) people.add(begin(end, this::visit));
    for (var role : READ.keySet()) people.add(begin(end, () -> readAs(role)));
    for (var person : people) person.join();
  }

  /// How many times somebody came and went.
  long rounds() {
    return rounds.get();
  }

  /// What went wrong.
  Collection<String> failures() {
    return failures;
  }

  private interface Round {
    void go() throws InterruptedException;
  }

  private Thread begin(long end, Round round) {
    return Thread.ofVirtual()
        .start(() -> {
          while (System.nanoTime() < end) {
            try {
              round.go();
              rounds.incrementAndGet();
            } catch (RuntimeException | AssertionError wrong) {
              failures.add(wrong.toString());
            } catch (InterruptedException stopped) {
              return;
            }
          }
        });
  }

  private void visit() throws InterruptedException {
    var opened = new Visitor(factory).open();
    var engagement = "/engagements/" + opened.engagement();
    for (int n = 1; n <= 3; n++) {
      var task = Map.of("what", "Weigh what is left, day " + n, "side", "organisation");
      factory.call("POST", "/api" + engagement + "/tasks", opened.token(), task).fine();
      look(engagement, opened);
    }
    for (var page : List.of("/", "/engagements", "/notices", "/account", "/search?q=bread")) {
      look(page, opened);
    }
    look("/organisations/" + opened.organisation() + "/describe", opened);
    look("/engagements/" + opened.engagement() + "/readiness", opened);
  }

  private void look(String page, Visitor.Opened opened) throws InterruptedException {
    factory.call("GET", page, opened.token(), null).fine();
    Thread.sleep(PAUSE);
  }

  private void readAs(String role) throws InterruptedException {
    try (var reader = new Reader(factory)) {
      reader.signIn(role);
      for (var page : READ.get(role)) {
        reader.read(page);
        Thread.sleep(PAUSE);
      }
      reader.signOut();
    }
  }
}
