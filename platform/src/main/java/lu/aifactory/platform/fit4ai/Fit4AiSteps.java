package lu.aifactory.platform.fit4ai;

import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Step;
import lu.aifactory.platform.journey.StepSource;
import lu.aifactory.platform.journey.Waiting.Who;
import org.springframework.stereotype.Component;

/// What the programme asks for next. It asks only those who have begun it.
@Component
class Fit4AiSteps implements StepSource {

  private static final int URGENCY = 57;

  private final ReviewRows rows;

  Fit4AiSteps(ReviewRows rows) {
    this.rows = rows;
  }

  @Override
  public List<Step> stepsFor(EngagementId engagement) {
    var steps = new ArrayList<Step>();
    for (var review : rows.of(engagement)) {
      switch (review.stage()) {
        case OBJECTIVES -> steps.add(step(review, "objectives", Who.ORGANISATION));
        case CONSULTANT -> steps.add(step(review, "consultant", Who.ORGANISATION));
        case QUOTE ->
            steps.add(
                review.quote() == null || review.verdict() != null
                    ? step(review, "quote", Who.ORGANISATION)
                    : step(review, "check", Who.ADVISOR));
        case ANALYSIS ->
            steps.add(
                review.findings().isEmpty()
                    ? step(review, "analysis", Who.ADVISOR)
                    : step(review, "hand-over", Who.ADVISOR));
        case HANDED_OVER -> {}
      }
    }
    return steps;
  }

  private static Step step(Review review, String what, Who who) {
    return new Step(
        "fit4ai.step." + what,
        List.of(),
        "fit4ai.step." + what + ".reason",
        List.of(),
        URGENCY,
        "/fit4ai/" + review.id().value(),
        who);
  }
}
