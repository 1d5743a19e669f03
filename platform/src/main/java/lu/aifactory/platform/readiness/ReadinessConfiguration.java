package lu.aifactory.platform.readiness;

import java.time.LocalTime;
import java.util.Optional;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.EngagementPart;
import lu.aifactory.platform.portal.MenuEntry;
import lu.aifactory.platform.schedule.RecurringWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The shipped questionnaires, and whose an assessment is: the engagement's.
@Configuration(proxyBeanMethods = false)
class ReadinessConfiguration {

  @Bean
  Questionnaires questionnaires() {
    return Questionnaires.shipped();
  }

  @Bean
  EngagementPart readinessOfEngagement() {
    return new EngagementPart("readiness.title", "/readiness", "readiness:read", 10);
  }

  @Bean
  MenuEntry instrumentMenu() {
    return new MenuEntry("readiness.instrument.title", "/instrument", "instrument:read", 915);
  }

  // For people it is called by the message readiness.schedule.instrument.
  @Bean
  RecurringWork judgeInstrument(InstrumentWork work) {
    return RecurringWork.daily(LocalTime.of(3, 40), "readiness.instrument", work::run);
  }

  @Bean
  TenantOf<AssessmentId> tenantOfAssessment(
      Assessments assessments, TenantOf<EngagementId> engagements) {
    return new TenantOf<>() {

      @Override
      public Class<AssessmentId> type() {
        return AssessmentId.class;
      }

      @Override
      public Optional<OrganisationId> organisationOf(AssessmentId assessment) {
        return assessments.engagementOf(assessment).flatMap(engagements::organisationOf);
      }
    };
  }
}
