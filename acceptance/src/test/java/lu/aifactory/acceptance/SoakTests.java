package lu.aifactory.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// A factory that is used for a long time, ten minutes or what `-Daifactory.soak=PT2H` says: nothing fails, and after
/// the end it takes no more of its machine than after the first fifth of the time, when it had warmed up.
// Alone, because it measures what its factory takes.
@Isolated
@Tag("long")
class SoakTests {

  private static final Duration TIME =
      Duration.parse(System.getProperty("aifactory.soak", "PT10M"));

  // All of the heap is there from the start: what grows beside it is not the collector's choice.
  private static final Map<String, String> WHOLE_HEAP =
      Map.of("JAVA_TOOL_OPTIONS", "-Xms512m -XX:+AlwaysPreTouch");

  @Test
  void usesNoMoreThanItDidOnceItWasWarm() throws Exception {
    try (var factory =
        RunningFactory.start(
            RunningFactory.freshHome(),
            WHOLE_HEAP,
            "--aifactory.demo=true",
            "--aifactory.limits.enabled=false")) {
      var token = administrator(factory);
      var crowd = new Crowd(factory);
      crowd.stay(TIME.dividedBy(5));
      var warm = Footprint.of(factory, token);
      long rounds = crowd.rounds();
      crowd.stay(TIME.dividedBy(5).multipliedBy(4));
      var end = Footprint.of(factory, token);
      report(
          "soak of %s: %d rounds of use after %d to warm up; warm %s; at the end %s"
              .formatted(TIME, crowd.rounds() - rounds, rounds, warm.amounts(), end.amounts()));
      assertThat(crowd.failures()).isEmpty();
      assertThat(Footprint.metric(factory, token, "logback.events?tag=level:error")).isZero();
      assertThat(end.growthSince(warm)).isEmpty();
    }
  }

  private static String administrator(RunningFactory factory) {
    try (var reader = new Reader(factory)) {
      var account = Map.of("account", reader.accountOf("administrator"));
      return factory
          .call("POST", "/api/demo/sign-in", null, account)
          .fine()
          .json()
          .get("token")
          .asString();
    }
  }

  private static void report(String line) throws Exception {
    System.out.println(line);
    Files.writeString(
        Files.createDirectories(Path.of("target", "long")).resolve("soak.txt"), line + "\n");
  }
}
