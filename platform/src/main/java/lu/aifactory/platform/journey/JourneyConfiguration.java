package lu.aifactory.platform.journey;

import java.time.Duration;
import lu.aifactory.platform.portal.MenuEntry;
import lu.aifactory.platform.schedule.RecurringWork;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the room puts into the menu, and what it does by the clock.
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
        "journey.menu.advisor-profile", "/advisor-profile", "engagement:advise", 130);
  }

  // For people it is called by the message journey.schedule.abandoned-first-contacts.
  @Bean
  RecurringWork forgetAbandonedFirstContacts(FirstContact contact, JourneySettings settings) {
    return RecurringWork.every(
        Duration.ofHours(6),
        "journey.abandoned-first-contacts",
        () -> contact.forget(settings.draftDays()));
  }
}
