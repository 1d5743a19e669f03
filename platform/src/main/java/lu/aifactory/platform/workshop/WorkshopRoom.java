package lu.aifactory.platform.workshop;

import java.util.Optional;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementPart;
import lu.aifactory.platform.portal.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the room shows itself to the others.
@Configuration(proxyBeanMethods = false)
class WorkshopRoom {

  @Bean
  MenuEntry workshopsInMenu() {
    return new MenuEntry("workshop.menu", "/workshops", "workshop:read", 235);
  }

  @Bean
  EngagementPart workshopsOfEngagement() {
    return new EngagementPart("workshop.menu", "/workshops", "workshop:read", 25);
  }

  @Bean
  TenantOf<WorkshopId> tenantOfWorkshop(WorkshopRows rows) {
    return new TenantOf<>() {

      @Override
      public Class<WorkshopId> type() {
        return WorkshopId.class;
      }

      @Override
      public Optional<OrganisationId> organisationOf(WorkshopId id) {
        return rows.organisationOf(id);
      }
    };
  }
}
