package lu.aifactory.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class SealingHealthTests {

  @TempDir Path home;

  @Test
  void isDownWhenAnEntryWaitsTooLong() throws Exception {
    try (var audit = new TrailFixture(home)) {
      var now = Clock.systemUTC();
      var later = Clock.offset(now, Duration.ofMinutes(2));
      assertThat(new SealingHealth(audit.jdbc, later).health().getStatus()).isEqualTo(Status.UP);
      audit.write(TrailFixture.entry("test.done", "x"));
      assertThat(new SealingHealth(audit.jdbc, now).health().getStatus()).isEqualTo(Status.UP);
      assertThat(new SealingHealth(audit.jdbc, later).health().getStatus()).isEqualTo(Status.DOWN);
      audit.sealer().seal();
      assertThat(new SealingHealth(audit.jdbc, later).health().getStatus()).isEqualTo(Status.UP);
    }
  }
}
