package lu.aifactory.platform.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Down when entries wait for the sealer much longer than the second that is promised.
@Component("auditSealing")
class SealingHealth implements HealthIndicator {

  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  SealingHealth(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Health health() {
    var oldest =
        jdbc.sql("select min(e.at) from audit_waiting w join audit_entry e on e.id = w.entry")
            .query((row, _) -> row.getObject(1, OffsetDateTime.class))
            .optional();
    var lag =
        oldest.map(at -> Duration.between(at.toInstant(), clock.instant())).orElse(Duration.ZERO);
    var health = lag.compareTo(TOO_LONG) > 0 ? Health.down() : Health.up();
    return health.withDetail("lagSeconds", Math.max(0, lag.toSeconds())).build();
  }
}
