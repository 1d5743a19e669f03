package lu.aifactory.platform.feedback;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import lu.aifactory.platform.portal.FootLink;
import lu.aifactory.platform.portal.MenuEntry;
import lu.aifactory.platform.schedule.RecurringWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Links at the foot of every page, the administrators' list in the menu, and the end of what is long over.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessibilitySettings.class)
class FeedbackConfiguration {

  private static final LocalTime FORGETTING = LocalTime.of(3, 50);

  @Bean
  FootLink accessibilityLink() {
    return new FootLink("feedback.accessibility.title", "/accessibility", 10);
  }

  @Bean
  FootLink feedbackLink() {
    return new FootLink("feedback.foot", "/feedback", 20);
  }

  @Bean
  MenuEntry feedbackMenu() {
    return new MenuEntry("feedback.menu", "/feedback/all", "feedback:read", 926);
  }

  /// What was answered or closed goes after `aifactory.feedback.keep`, with the address in it.
  @Bean
  RecurringWork feedbackRetention(
      FeedbackRows rows, @Value("${aifactory.feedback.keep:365d}") Duration keep, Clock clock) {
    return RecurringWork.daily(
        FORGETTING, "feedback.retention", () -> rows.forget(clock.instant().minus(keep)));
  }
}
