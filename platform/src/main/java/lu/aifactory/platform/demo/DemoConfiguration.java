package lu.aifactory.platform.demo;

import java.time.Clock;
import lu.aifactory.platform.portal.SiteNotice;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// What a demonstration adds: the line above every page, the script, and a clock that can tell of the past.
@Configuration(proxyBeanMethods = false)
@InDemo
class DemoConfiguration {

  @Bean
  SiteNotice demoNotice() {
    return SiteNotice.DEMO;
  }

  @Bean
  Script script() {
    return Script.read();
  }

  @Bean
  @Primary
  DemoClock demoClock() {
    return new DemoClock(Clock.systemUTC());
  }
}
