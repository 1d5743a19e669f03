package lu.aifactory.platform.usecase;

import java.time.Instant;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.journey.EngagementId;

/// A use case in a list.
public record UseCaseSummary(
    UseCaseId id,
    EngagementId engagement,
    OrganisationId organisation,
    String organisationName,
    String title,
    int revision,
    Phase phase,
    int openSections,
    Instant changedAt) {

  UseCaseSummary of(String organisation) {
    return new UseCaseSummary(
        id,
        engagement,
        this.organisation,
        organisation,
        title,
        revision,
        phase,
        openSections,
        changedAt);
  }

  UseCaseSummary in(Phase now, int open) {
    return new UseCaseSummary(
        id, engagement, organisation, organisationName, title, revision, now, open, changedAt);
  }
}
