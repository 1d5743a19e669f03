package lu.aifactory.platform.usecase;

import java.util.Optional;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementPart;
import lu.aifactory.platform.portal.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the room shows itself to the others.
@Configuration(proxyBeanMethods = false)
class UseCaseRoom {

  @Bean
  MenuEntry useCasesInMenu() {
    return new MenuEntry("usecase.menu", "/use-cases", "usecase:read", 230);
  }

  @Bean
  EngagementPart useCasesOfEngagement() {
    return new EngagementPart("usecase.menu", "/use-cases", "usecase:read", 20);
  }

  @Bean
  TenantOf<UseCaseId> tenantOfUseCase(UseCaseLists lists) {
    return new TenantOf<>() {
      @Override
      public Class<UseCaseId> type() {
        return UseCaseId.class;
      }

      @Override
      public Optional<OrganisationId> organisationOf(UseCaseId id) {
        return lists.organisationOf(id);
      }
    };
  }
}
