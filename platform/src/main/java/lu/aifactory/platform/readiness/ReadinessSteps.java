package lu.aifactory.platform.readiness;

import java.util.List;
import java.util.Set;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Step;
import lu.aifactory.platform.journey.StepSource;
import lu.aifactory.platform.journey.Waiting;
import org.springframework.stereotype.Component;

/// Asks for an assessment where there is none, and for the rest of one that was begun.
@Component
class ReadinessSteps implements StepSource {

  private static final int BEGIN = 60;
  private static final int GO_ON = 70;

  private final Assessments assessments;

  ReadinessSteps(Assessments assessments) {
    this.assessments = assessments;
  }

  @Override
  public Set<String> topics() {
    return Set.of("readiness");
  }

  @Override
  public List<Step> stepsFor(EngagementId engagement) {
    var history = assessments.of(engagement);
    if (history.isEmpty()) {
      return List.of(
          new Step(
              "readiness.step.start",
              List.of(),
              "readiness.step.start.reason",
              List.of(),
              BEGIN,
              Links.overview(engagement),
              Waiting.Who.ORGANISATION));
    }
    return history.stream()
        .filter(assessment -> !assessment.finished())
        .map(open ->
            new Step(
                "readiness.step.continue",
                List.of(),
                "readiness.step.continue.reason",
                List.of(String.valueOf(open.answered()), String.valueOf(open.asked().size())),
                GO_ON,
                Links.overview(engagement),
                Waiting.Who.ORGANISATION))
        .toList();
  }
}
