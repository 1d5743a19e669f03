package lu.aifactory.platform.journey;

import java.util.List;
import lu.aifactory.platform.organisation.Organisations;
import org.springframework.stereotype.Component;

/// Asks for the organisation's details until they are complete: a first contact asks only for the beginning of them.
@Component
class OrganisationSteps implements StepSource {

  private static final int BEGIN = 65;
  private static final int GO_ON = 55;

  private final Engagements engagements;
  private final Organisations organisations;

  OrganisationSteps(Engagements engagements, Organisations organisations) {
    this.engagements = engagements;
    this.organisations = organisations;
  }

  @Override
  public List<Step> stepsFor(EngagementId engagement) {
    return engagements.find(engagement).map(this::stepsFor).orElse(List.of());
  }

  private List<Step> stepsFor(Engagement engagement) {
    var page = "/organisations/" + engagement.organisation().value();
    var details = organisations.find(engagement.organisation());
    if (details.isEmpty()) {
      return List.of(step(engagement, "missing", BEGIN, page + "/describe"));
    }
    return details.get().complete()
        ? List.of()
        : List.of(step(engagement, "incomplete", GO_ON, page));
  }

  private static Step step(Engagement engagement, String reason, int urgency, String link) {
    return new Step(
        "journey.step.organisation",
        List.of(engagement.organisationName()),
        "journey.step.organisation." + reason,
        List.of(),
        urgency,
        link,
        Waiting.Who.ORGANISATION);
  }
}
