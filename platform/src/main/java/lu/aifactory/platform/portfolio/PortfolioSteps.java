package lu.aifactory.platform.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Step;
import lu.aifactory.platform.journey.StepSource;
import lu.aifactory.platform.journey.Waiting.Who;
import org.springframework.stereotype.Component;

/// Asks for a decision on ideas that are judged, for the use case of those that are to be invested in, and for a roadmap.
@Component
class PortfolioSteps implements StepSource {

  private static final int DECIDE = 55;
  private static final int BEGIN = 58;
  private static final int PLAN = 40;

  private final Ideas ideas;
  private final RoadmapSteps roadmap;
  private final Criteria criteria;

  PortfolioSteps(Ideas ideas, RoadmapSteps roadmap, Criteria criteria) {
    this.ideas = ideas;
    this.roadmap = roadmap;
    this.criteria = criteria;
  }

  @Override
  public Set<String> topics() {
    return Set.of("ideas");
  }

  @Override
  public List<Step> stepsFor(EngagementId engagement) {
    var steps = new ArrayList<Step>();
    var invested = false;
    for (var idea : ideas.of(engagement)) {
      var decided = idea.decided();
      invested |= decided != null && decided.what() == Decision.INVEST;
      if (decided == null && idea.scores().size() == criteria.criteria().size()) {
        steps.add(step("decide", idea, DECIDE));
      } else if (decided != null && decided.what() == Decision.INVEST && idea.useCase() == null) {
        steps.add(step("begin", idea, BEGIN));
      }
    }
    if (invested && roadmap.of(engagement).isEmpty()) steps.add(plan(engagement));
    return steps;
  }

  private static Step plan(EngagementId engagement) {
    return new Step(
        "portfolio.step.plan",
        List.of(),
        "portfolio.step.plan.reason",
        List.of(),
        PLAN,
        "/engagements/" + engagement.value() + "/roadmap",
        Who.ORGANISATION);
  }

  private static Step step(String what, Idea idea, int urgency) {
    return new Step(
        "portfolio.step." + what,
        List.of(idea.title()),
        "portfolio.step." + what + ".reason",
        List.of(),
        urgency,
        "/portfolio/ideas/" + idea.id().value(),
        Who.ORGANISATION);
  }
}
