package lu.aifactory.platform.usecase;

import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.journey.EngagementId;

/// One revision of a use case as the parts of its document see it.
public record UseCase(
    UseCaseId id, EngagementId engagement, OrganisationId organisation, Content content) {

  /// The same use case with other content.
  public UseCase with(Content other) {
    return new UseCase(id, engagement, organisation, other);
  }
}
