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
  MenuEntry boardEntry() {
    return new MenuEntry("journey.menu.board", "/board", "board:read", 105);
  }

  @Bean
  MenuEntry cockpitEntry() {
    return new MenuEntry("journey.menu.cockpit", "/cockpit", "cockpit:read", 125);
  }

  @Bean
  SmallestGroup smallestGroup(JourneySettings settings) {
    return new SmallestGroup(settings.smallestGroup());
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

  @Bean
  WorkingDays workingDays(JourneySettings settings) {
    return new WorkingDays(settings.holidays());
  }

  // For people it is called by the message journey.schedule.reminders.
  @Bean
  RecurringWork remindOfPromisesAndTasks(Reminders reminders) {
    return RecurringWork.every(Duration.ofMinutes(5), "journey.reminders", reminders::remind);
  }

  // For people it is called by the message journey.schedule.substitutes.
  @Bean
  RecurringWork letSubstitutesStandIn(Substitutes substitutes) {
    return RecurringWork.every(
        Duration.ofMinutes(5), "journey.substitutes", substitutes::bringUpToDate);
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
