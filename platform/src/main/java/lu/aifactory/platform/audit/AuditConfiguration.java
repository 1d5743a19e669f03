package lu.aifactory.platform.audit;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import lu.aifactory.platform.portal.MenuEntry;
import lu.aifactory.platform.shared.Home;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Gives the parts that work without Spring their database, home and clock.
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(5);

  @Bean
  Keys auditKeys(Home home) {
    return Keys.readOrMake(home.directory());
  }

  @Bean
  Sealer auditSealer(DataSource database, Keys keys, Home home, Clock clock) {
    var file = new CheckpointFile(home.directory());
    return new Sealer(database, keys, file, clock, BETWEEN_CHECKPOINTS);
  }

  @Bean
  MenuEntry auditMenu() {
    return new MenuEntry("audit.menu", "/audit", "audit:read", 910);
  }

  @Bean
  ChainVerifier chainVerifier(DataSource database, Home home) {
    return new ChainVerifier(database, home.directory());
  }
}
