package lu.aifactory.platform.identity;

import lu.aifactory.platform.portal.CallerCard;
import lu.aifactory.platform.portal.MenuEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What identity adds to the frame of the pages.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignInSettings.class, PasskeySettings.class, OidcSettings.class})
class IdentityConfiguration {

  @Bean
  CallerCard callerCard(CurrentPerson current) {
    return () -> current.find().map(Person::name).orElse("");
  }

  @Bean
  MenuEntry accountsEntry() {
    return new MenuEntry("identity.accounts.title", "/accounts", "account:read", 910);
  }

  @Bean
  MenuEntry permissionsEntry() {
    return new MenuEntry("identity.permissions.title", "/permissions", "account:read", 920);
  }
}
