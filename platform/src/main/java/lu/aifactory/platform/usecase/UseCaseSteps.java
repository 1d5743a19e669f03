package lu.aifactory.platform.usecase;

import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Step;
import lu.aifactory.platform.journey.StepSource;
import lu.aifactory.platform.journey.Waiting.Who;
import lu.aifactory.platform.usecase.UseCaseRows.Stored;
import org.springframework.stereotype.Component;

/// What an engagement's use cases ask for next.
@Component
class UseCaseSteps implements StepSource {

  private final UseCaseRows rows;
  private final UseCaseLists lists;
  private final Parts parts;
  private final TextProposalRows proposals;

  UseCaseSteps(UseCaseRows rows, UseCaseLists lists, Parts parts, TextProposalRows proposals) {
    this.rows = rows;
    this.lists = lists;
    this.parts = parts;
    this.proposals = proposals;
  }

  @Override
  public List<Step> stepsFor(EngagementId engagement) {
    var all = lists.of(engagement);
    if (all.isEmpty()) {
      var link = "/engagements/" + engagement.value() + "/use-cases/new";
      return List.of(step("create", List.of(), 40, link, Who.ORGANISATION));
    }
    var steps = new ArrayList<Step>();
    for (var summary : all) {
      if (summary.phase() != Phase.SEALED) {
        rows.find(summary.id()).ifPresent(stored -> add(steps, stored));
      }
    }
    return steps;
  }

  private void add(List<Step> steps, Stored stored) {
    var assessment = parts.assess(stored.useCase());
    var title = List.of(stored.useCase().content().title());
    var home = "/use-cases/" + stored.useCase().id().value();
    if (proposals.of(stored.useCase().id()).stream().anyMatch(TextProposal::isOpen)) {
      steps.add(step("proposals", title, 60, home + "/proposals", Who.ORGANISATION));
    }
    switch (Desk.phase(stored.standing(), assessment)) {
      case DRAFT -> steps.add(step("write", title, 50, home, Who.ORGANISATION));
      case TO_SIGN -> {
        if (!stored.standing().isSigned(Capacity.ORGANISATION, assessment.hash())) {
          steps.add(step("sign", title, 80, home + "/sign/organisation", Who.ORGANISATION));
        }
        if (!stored.standing().isSigned(Capacity.ADVISOR, assessment.hash())) {
          steps.add(step("sign", title, 80, home + "/sign/advisor", Who.ADVISOR));
        }
      }
      case DECISION_READY -> steps.add(step("seal", title, 90, home + "/seal", Who.ORGANISATION));
      case SEALED -> {}
    }
  }

  private static Step step(String key, List<String> arguments, int urgency, String link, Who who) {
    var message = "usecase.step." + key;
    return new Step(message, arguments, message + ".reason", List.of(), urgency, link, who);
  }
}
