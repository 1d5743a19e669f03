package lu.aifactory.platform.workshop;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Step;
import lu.aifactory.platform.journey.StepSource;
import lu.aifactory.platform.journey.Waiting.Who;
import org.springframework.stereotype.Component;

/// Asks for answers to proposed dates, for a date, and for the notes of what took place.
@Component
class WorkshopSteps implements StepSource {

  private static final int ANSWER = 62;
  private static final int FIX = 64;
  private static final int WRITE = 66;
  private static final int SEAL = 45;

  private final WorkshopRows workshops;
  private final NoteRows notes;
  private final Clock clock;

  WorkshopSteps(WorkshopRows workshops, NoteRows notes, Clock clock) {
    this.workshops = workshops;
    this.notes = notes;
    this.clock = clock;
  }

  @Override
  public List<Step> stepsFor(EngagementId engagement) {
    var steps = new ArrayList<Step>();
    for (var workshop : workshops.of(engagement)) {
      switch (workshop.state()) {
        case PLANNED -> planned(workshop, steps);
        case HELD -> held(workshop, steps);
        case CANCELLED -> {}
      }
    }
    return steps;
  }

  private void planned(Workshop workshop, List<Step> steps) {
    if (workshop.date() == null) {
      var waitsForOrganisation =
          workshop.silent().stream().anyMatch(one -> one.side() == Workshop.Side.ORGANISATION);
      steps.add(
          waitsForOrganisation
              ? step("answer", workshop, ANSWER, "#dates", Who.ORGANISATION)
              : step("fix", workshop, FIX, "#dates", Who.ADVISOR));
    } else if (workshop.isOver(clock.instant())) {
      steps.add(step("hold", workshop, WRITE, "#held", Who.ADVISOR));
    }
  }

  private void held(Workshop workshop, List<Step> steps) {
    var written = notes.latest(workshop.id());
    if (written.text().isBlank()) {
      steps.add(step("notes", workshop, WRITE, "/notes", Who.ADVISOR));
    } else if (workshop.sealedNotes() != written.version()) {
      steps.add(step("seal", workshop, SEAL, "#minutes", Who.ADVISOR));
    }
  }

  private static Step step(String what, Workshop workshop, int urgency, String at, Who who) {
    return new Step(
        "workshop.step." + what,
        List.of(workshop.title()),
        "workshop.step." + what + ".reason",
        List.of(),
        urgency,
        Invitations.page(workshop) + at,
        who);
  }
}
