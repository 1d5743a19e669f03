package lu.aifactory.platform.organisation;

import lu.aifactory.platform.portal.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the room adds to the house.
@Configuration(proxyBeanMethods = false)
class OrganisationConfiguration {

  @Bean
  MenuEntry organisationMenu() {
    return new MenuEntry("organisation.menu", "/organisations", "organisation:read", 105);
  }
}
