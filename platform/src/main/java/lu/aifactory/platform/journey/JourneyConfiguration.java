package lu.aifactory.platform.journey;

import lu.aifactory.platform.portal.MenuEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the room puts into the menu.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JourneySettings.class)
class JourneyConfiguration {

  @Bean
  MenuEntry engagementsEntry() {
    return new MenuEntry("journey.menu.engagements", "/engagements", "engagement:read", 110);
  }

  @Bean
  MenuEntry advisorsEntry() {
    return new MenuEntry("journey.menu.advisors", "/advisors", "engagement:assign", 120);
  }

  @Bean
  MenuEntry advisorProfileEntry() {
    return new MenuEntry(
        "journey.menu.advisor-profile", "/advisor-profile", "advisor:profile", 130);
  }
}
