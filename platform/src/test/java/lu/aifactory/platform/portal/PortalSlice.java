package lu.aifactory.platform.portal;

import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// The portal alone, with no other room: everybody may pass, so that the tests say who is signed in.
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
    })
@ComponentScan
class PortalSlice {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SecurityFilterChain everybody(HttpSecurity http) {
    return http.authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
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
