package lu.aifactory.platform.notice;

import lu.aifactory.platform.portal.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the inbox into the menu.
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

  @Bean
  MenuEntry noticeMenu() {
    return new MenuEntry("notice.menu", "/notices", "notice:read", 20);
  }
}
