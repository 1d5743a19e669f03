package lu.aifactory.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import lu.aifactory.acceptance.RunningFactory.Answer;
import lu.aifactory.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A database that goes away and comes back.
@Tag("slow")
class DatabaseAwayTests {

  @Test
  void anExternalDatabaseThatIsAwayMeans503UntilItIsBack() {
    var place = RunningFactory.freshHome();
    var postgres = EmbeddedPostgres.start(place);
    var environment =
        Map.of(
            "SPRING_DATASOURCE_URL", postgres.jdbcUrl(),
            "SPRING_DATASOURCE_USERNAME", postgres.user(),
            "SPRING_DATASOURCE_PASSWORD", postgres.password());
    try (var factory = RunningFactory.start(RunningFactory.freshHome(), environment)) {
      var opened = new Visitor(factory).open();
      assertThat(me(factory, opened).status()).isEqualTo(200);
      postgres.close();
      isUnavailable(me(factory, opened));
      isUnavailable(factory.call("POST", "/api/intakes", null, Map.of()));
      isUnavailable(factory.call("POST", "/api/intakes", null, Map.of(), "Idempotency-Key", "one"));
      assertThat(factory.call("GET", "/actuator/health", null, null).status()).isEqualTo(503);
      postgres = EmbeddedPostgres.start(place);
      worksAgain(factory, opened);
    } finally {
      postgres.close();
    }
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
