package lu.aifactory.platform.journey;

import java.time.Clock;
import java.util.List;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.shared.Today;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Asks all rooms what could be done next, and puts it in order together with the open tasks.
@Component
class NextSteps {

  private final ObjectProvider<StepSource> sources;
  private final Engagements engagements;
  private final Tasks tasks;
  private final CurrentPerson current;
  private final Clock clock;

  NextSteps(
      ObjectProvider<StepSource> sources,
      Engagements engagements,
      Tasks tasks,
      CurrentPerson current,
      Clock clock) {
    this.sources = sources;
    this.engagements = engagements;
    this.tasks = tasks;
    this.current = current;
    this.clock = clock;
  }

  List<NextStep> ranked(EngagementId engagement) {
    if (engagements.find(engagement).filter(one -> one.closed() == null).isEmpty()) {
      return List.of();
    }
    var steps =
        current.asSystem(
            "journey",
            () ->
                sources.stream().flatMap(source -> source.stepsFor(engagement).stream()).toList());
    return NextStep.ranked(engagement, steps, tasks.of(engagement), Today.of(clock));
  }
}
