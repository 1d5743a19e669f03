package lu.aifactory.platform.notice;

import java.time.LocalTime;
import lu.aifactory.platform.portal.MenuEntry;
import lu.aifactory.platform.schedule.RecurringWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the inbox into the menu, and the digests into the clockwork.
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

  private static final LocalTime AT_SEVEN = LocalTime.of(7, 0);

  @Bean
  MenuEntry noticeMenu() {
    return new MenuEntry("notice.menu", "/notices", "notice:read", 20);
  }

  @Bean
  RecurringWork noticeDigest(Digests digests) {
    return RecurringWork.daily(AT_SEVEN, "notice.digest", digests::run);
  }
}
