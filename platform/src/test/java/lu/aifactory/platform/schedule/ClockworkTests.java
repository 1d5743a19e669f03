package lu.aifactory.platform.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.CurrentPerson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@PlatformTest
@Import(ClockworkTests.Work.class)
class ClockworkTests {

  static final AtomicInteger RUNS = new AtomicInteger();
  static final AtomicInteger FAILURES = new AtomicInteger();

  @Autowired Schedule schedule;
  @Autowired CurrentPerson current;

  @Test
  void runsWorkAsTheSystemAndAgainWhenAsked() throws Exception {
    until(() -> RUNS.get() == 1);
    until(() -> entry("test.hourly").runs().lastSuccess() != null);
    current.asSystem("test", () -> schedule.runNow("test.hourly"));
    until(() -> RUNS.get() == 2);
  }

  @Test
  void showsFailuresAndGoesOn() throws Exception {
    until(() -> entry("test.failing").runs().failures() > 1);
    assertThat(entry("test.failing").runs().lastFailure()).isNotNull();
    assertThat(FAILURES.get()).isGreaterThan(1);
  }

  private Schedule.Entry entry(String name) {
    return current.asSystem("test", schedule::recurring).stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void until(BooleanSupplier wanted) throws InterruptedException {
    var end = Instant.now().plusSeconds(15);
    while (!wanted.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(50);
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Work {

    @Bean
    RecurringWork hourly(CurrentPerson current) {
      return RecurringWork.every(
          Duration.ofHours(1),
          "test.hourly",
          () -> {
            assertThat(current.get().getName()).isEqualTo("system:test.hourly");
            RUNS.incrementAndGet();
          });
    }

    @Bean
    RecurringWork failing() {
      return RecurringWork.every(
          Duration.ofMillis(100),
          "test.failing",
          () -> {
            FAILURES.incrementAndGet();
            throw new IllegalStateException("on purpose");
          });
    }
  }
}
