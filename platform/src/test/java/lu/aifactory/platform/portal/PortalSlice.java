package lu.aifactory.platform.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import javax.sql.DataSource;
import lu.aifactory.platform.shared.Home;
import lu.aifactory.postgres.TestPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/// The portal alone, with no other room: everybody may pass, so that the tests say who is signed in.
@Configuration(proxyBeanMethods = false)
@TestComponent
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration"
    })
@ComponentScan
class PortalSlice {

  @Bean
  DataSource dataSource() {
    return TestPostgres.databaseFrom("portal", PortalSlice::migrate).dataSource();
  }

  private static void migrate(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/portal")
        .load()
        .migrate();
  }

  @Bean
  Home folder() throws IOException {
    return new Home(Files.createTempDirectory("aifactory-portal"));
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SecurityFilterChain everybody(HttpSecurity http) {
    return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"))
        .exceptionHandling(
            e -> e.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in")))
        .build();
  }

  @Bean
  MenuEntry home() {
    return new MenuEntry("portal.next-step", "/preview", "", 1);
  }

  @Bean
  MenuEntry secret() {
    return new MenuEntry("portal.list.pages", "/secret", "audit:read", 300);
  }

  @Bean
  MenuEntry engagements() {
    return new MenuEntry("portal.stage.label", "/engagements", "engagement:read", 110);
  }

  @Bean
  SiteNotice demo() {
    return SiteNotice.DEMO;
  }

  @Bean
  Bell bell() {
    return () -> 3;
  }

  @Bean
  CallerCard card() {
    return () -> "Claire Weber";
  }
}
