package lu.aifactory.platform.fit4ai;

import java.util.Optional;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementPart;
import lu.aifactory.platform.portal.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the room shows itself to the others.
@Configuration(proxyBeanMethods = false)
class Fit4AiRoom {

  @Bean
  MenuEntry fit4AiInMenu() {
    return new MenuEntry("fit4ai.title", "/fit4ai", "fit4ai:read", 237);
  }

  @Bean
  EngagementPart fit4AiOfEngagement() {
    return new EngagementPart("fit4ai.title", "/fit4ai", "fit4ai:read", 18);
  }

  @Bean
  TenantOf<Fit4AiId> tenantOfFit4Ai(ReviewRows rows) {
    return new TenantOf<>() {

      @Override
      public Class<Fit4AiId> type() {
        return Fit4AiId.class;
      }

      @Override
      public Optional<OrganisationId> organisationOf(Fit4AiId id) {
        return rows.organisationOf(id);
      }
    };
  }
}
