package lu.aifactory.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import lu.aifactory.acceptance.RunningFactory.Answer;
import lu.aifactory.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// A database that goes away and comes back.
// Alone, because what is on its way when the database goes must be seen within seconds.
@Isolated
@Tag("slow")
class DatabaseAwayTests {

  @Test
  void anExternalDatabaseThatIsAwayMeans503UntilItIsBack() throws Exception {
    var place = RunningFactory.freshHome();
    var postgres = EmbeddedPostgres.start(place);
    var environment =
        Map.of(
            "SPRING_DATASOURCE_URL", postgres.jdbcUrl(),
            "SPRING_DATASOURCE_USERNAME", postgres.user(),
            "SPRING_DATASOURCE_PASSWORD", postgres.password());
    try (var factory = start(environment);
        var owner = new Browsing(factory);
        var visitor = new Browsing(factory)) {
      var opened = new Visitor(factory).open();
      owner.signIn(opened.email(), Visitor.PASSWORD);
      visitor.get("/sign-in").fine();
      assertThat(me(factory, opened).status()).isEqualTo(200);

      goesAwayInTheMiddleOfRequests(factory, opened, owner, postgres);
      programsAreTold(factory, opened);
      peopleAreTold(opened, owner, visitor);
      try (var newcomer = new Browsing(factory)) {
        // Whatever of this needs no database may be shown.
        for (var page : List.of("/", "/start", "/languages")) {
          assertThat(newcomer.get(page).status()).as(page).isIn(200, 503);
        }
        isApology("a newcomer's sign-in", newcomer.get("/sign-in"));
      }
      assertThat(factory.call("GET", "/actuator/health", null, null).status()).isEqualTo(503);
      assertThat(factory.call("GET", "/actuator/health/liveness", null, null).status())
          .isEqualTo(200);

      postgres = EmbeddedPostgres.start(place);
      worksAgain(factory, opened);
      assertThat(owner.get("/engagements/" + opened.engagement()).fine().body()).contains("Bakery");
    } finally {
      postgres.close();
    }
  }

  private static RunningFactory start(Map<String, String> environment) {
    return RunningFactory.start(
        RunningFactory.freshHome(),
        environment,
        "--aifactory.limits.enabled=false",
        // So that not every request waits long for a connection.
        "--spring.datasource.hikari.connection-timeout=1000");
  }

  private record Seen(String what, Answer answer) {}

  // Some of them hold a connection or are inside a transaction when it happens.
  private static void goesAwayInTheMiddleOfRequests(
      RunningFactory factory, Visitor.Opened opened, Browsing owner, EmbeddedPostgres postgres)
      throws Exception {
    var engagement = opened.engagement();
    var requests =
        Map.<String, Supplier<Answer>>of(
            "GET /api/me", () -> me(factory, opened),
            "POST /api/intakes", () -> factory.call("POST", "/api/intakes", null, Map.of()),
            "POST /api/intakes with a key",
                () ->
                    factory.call("POST", "/api/intakes", null, Map.of(), "Idempotency-Key", key()),
            "POST a task",
                () ->
                    factory.call(
                        "POST",
                        "/api/engagements/" + engagement + "/tasks",
                        opened.token(),
                        Map.of("what", "Bake", "side", "organisation")),
            "a wrong token", () -> factory.call("GET", "/api/me", "none", null),
            "an engagement's page", () -> owner.get("/engagements/" + engagement),
            "the home page", () -> owner.get("/"));
    var seen = new ConcurrentLinkedQueue<Seen>();
    var over = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<java.util.concurrent.Future<?>>();
      requests.forEach((what, request) ->
          running.add(
              threads.submit(() -> {
                while (!over.get()) seen.add(new Seen(what, request.get()));
              })));
      Thread.sleep(1000);
      postgres.close();
      Thread.sleep(2500);
      over.set(true);
      for (var one : running) one.get();
    }
    onlyWorkedOrWasAway(seen);
    assertThat(seen)
        .filteredOn(one -> one.answer().status() == 503)
        .extracting(Seen::what)
        .containsAll(requests.keySet());
  }

  private static void onlyWorkedOrWasAway(Queue<Seen> seen) {
    assertThat(seen)
        .filteredOn(one -> !one.what().equals("a wrong token") || one.answer().status() != 401)
        .filteredOn(one -> one.answer().status() < 200 || one.answer().status() > 299)
        .allSatisfy(one -> {
          if (one.answer().type().startsWith("text/html")) isApology(one.what(), one.answer());
          else isUnavailable(one.answer());
        });
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static void programsAreTold(RunningFactory factory, Visitor.Opened opened) {
    isUnavailable(me(factory, opened));
    isUnavailable(factory.call("POST", "/api/intakes", null, Map.of()));
    isUnavailable(factory.call("POST", "/api/intakes", null, Map.of(), "Idempotency-Key", key()));
    isUnavailable(
        factory.call(
            "POST",
            "/api/tokens",
            null,
            Map.of("email", opened.email(), "password", "wrong", "name", "x", "days", 1)));
  }

  private static void peopleAreTold(Visitor.Opened opened, Browsing owner, Browsing visitor) {
    for (var page :
        List.of(
            "/", "/engagements", "/engagements/" + opened.engagement(), "/search?q=a", "/audit")) {
      isApology(page, owner.get(page));
    }
    isApology("a form", owner.post("/engagements/" + opened.engagement() + "/stage", Map.of()));
    isApology(
        "signing in",
        visitor.post("/sign-in", Map.of("email", opened.email(), "password", Visitor.PASSWORD)));
    isApology("beginning", visitor.post("/start", Map.of()));
    // What the page is made of comes without the database, with a session or without.
    assertThat(owner.get("/app.css").fine().type()).startsWith("text/css");
  }

  private static void isApology(String what, Answer answer) {
    assertThat(answer.status()).as("%s: %s", what, answer.body()).isEqualTo(503);
    assertThat(answer.type()).as(what).startsWith("text/html");
    assertThat(answer.body())
        .as(what)
        .contains("We cannot reach our data right now", "<header", "reload the page")
        .doesNotContain("SQL", "Exception");
  }

  @Test
  void theEmbeddedDatabaseComesBackByItself() throws Exception {
    var home = RunningFactory.freshHome();
    try (var factory = RunningFactory.start(home)) {
      var opened = new Visitor(factory).open();
      kill(home);
      worksAgain(factory, opened);
    }
  }

  private static void kill(Path home) throws Exception {
    var noted = Files.readString(home.resolve("postgres/data/postmaster.pid"));
    var postmaster = Long.parseLong(noted.lines().findFirst().orElseThrow().strip());
    assertThat(ProcessHandle.of(postmaster).orElseThrow().destroyForcibly()).isTrue();
  }

  private static Answer me(RunningFactory factory, Visitor.Opened opened) {
    return factory.call("GET", "/api/me", opened.token(), null);
  }

  private static void isUnavailable(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.body()).doesNotContain("SQL", "Exception");
  }

  private static void worksAgain(RunningFactory factory, Visitor.Opened opened) {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (System.nanoTime() < end) {
      var answer = me(factory, opened);
      if (answer.status() == 200) {
        new Visitor(factory).open();
        return;
      }
      isUnavailable(answer);
    }
    throw new AssertionError("The database is back, and the factory does not notice.");
  }
}
