package lu.aifactory.platform.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Says when letters pile up, in health and metrics. The platform works without them, so this never takes it out of
/// service: `DELAYED` counts for nothing in the whole.
@Component("mail")
class MailHealth implements HealthIndicator {

  static final Status DELAYED = new Status("DELAYED");
  private static final Duration TOO_LONG = Duration.ofHours(1);

  private final LetterList letters;
  private final MailServer server;
  private final Clock clock;

  MailHealth(LetterList letters, MailServer server, Clock clock, MeterRegistry meters) {
    this.letters = letters;
    this.server = server;
    this.clock = clock;
    Gauge.builder("aifactory.mail.waiting", this, health -> health.letters.length().waiting())
        .description("Letters that wait to be sent")
        .register(meters);
    Gauge.builder("aifactory.mail.oldest", this, health -> health.age().toSeconds())
        .description("How long the oldest letter has waited")
        .baseUnit("seconds")
        .register(meters);
  }

  private Duration age() {
    var oldest = letters.length().oldest();
    if (oldest == null) return Duration.ZERO;
    var age = Duration.between(oldest, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  @Override
  public Health health() {
    var age = age();
    var failing = server.state().failing();
    var delayed = failing || age.compareTo(TOO_LONG) > 0;
    return (delayed ? Health.status(DELAYED) : Health.up())
        .withDetail("waiting", letters.length().waiting())
        .withDetail("oldestSeconds", age.toSeconds())
        .withDetail("serverFailing", failing)
        .build();
  }
}
