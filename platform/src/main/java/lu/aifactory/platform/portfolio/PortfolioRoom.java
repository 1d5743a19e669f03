package lu.aifactory.platform.portfolio;

import java.util.Optional;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.EngagementPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The shipped criteria and library, and whose an idea is: the engagement's.
@Configuration(proxyBeanMethods = false)
class PortfolioRoom {

  @Bean
  Criteria portfolioCriteria() {
    return Criteria.shipped();
  }

  @Bean
  Patterns patternLibrary() {
    return Patterns.shipped();
  }

  @Bean
  UsualSteps usualSteps() {
    return UsualSteps.shipped();
  }

  @Bean
  EngagementPart roadmapOfEngagement() {
    return new EngagementPart("portfolio.roadmap.title", "/roadmap", "portfolio:read", 16);
  }

  @Bean
  EngagementPart portfolioOfEngagement() {
    return new EngagementPart("portfolio.title", "/portfolio", "portfolio:read", 15);
  }

  @Bean
  TenantOf<IdeaId> tenantOfIdea(Ideas ideas, TenantOf<EngagementId> engagements) {
    return new TenantOf<>() {

      @Override
      public Class<IdeaId> type() {
        return IdeaId.class;
      }

      @Override
      public Optional<OrganisationId> organisationOf(IdeaId idea) {
        return ideas.engagementOf(idea).flatMap(engagements::organisationOf);
      }
    };
  }
}
