package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepTests {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final WorkingDays DAYS = new WorkingDays("lu");
  private final EngagementId engagement = new EngagementId(UUID.randomUUID());

  @Test
  void putsAnOverdueTaskBeforeEverything() {
    var overdue = task(Waiting.Who.ORGANISATION, MONDAY.minusDays(1));
    var ranked =
        NextStep.ranked(
            engagement,
            List.of(step(90)),
            List.of(task(Waiting.Who.ADVISOR, null), overdue),
            MONDAY);
    assertThat(ranked.getFirst().task()).isEqualTo(overdue.id());
  }

  @Test
  void showsEachSideItsOwnStepAndOtherwiseTheOneThatIsWaitedFor() {
    var advisors = task(Waiting.Who.ADVISOR, MONDAY);
    var ranked = NextStep.ranked(engagement, List.of(step(10)), List.of(advisors), MONDAY);
    assertThat(NextStep.choose(ranked, Waiting.Who.ORGANISATION).orElseThrow().who())
        .isEqualTo(Waiting.Who.ORGANISATION);
    assertThat(NextStep.choose(ranked, Waiting.Who.PARTNER).orElseThrow().task())
        .isEqualTo(advisors.id());
    assertThat(NextStep.choose(List.of(), null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-23,2,2026-11-25", "2026-11-27,2,2026-12-01", "2026-11-28,1,2026-11-30"})
  void countsWorkingDaysOverTheWeekend(LocalDate from, int days, LocalDate due) {
    assertThat(DAYS.after(from, days)).isEqualTo(due);
    assertThat(DAYS.between(from, due)).isEqualTo(days);
  }

  @Test
  void waitsForTheNextTaskOnceWhoeverWasWaitedForHasActed() {
    var before = new Waiting(Waiting.Who.ADVISOR, MONDAY);
    var open = List.of(task(Waiting.Who.ORGANISATION, MONDAY.plusDays(3)));
    assertThat(Timeline.waiting(before, null, Optional.of(Waiting.Who.ADVISOR), open))
        .isEqualTo(new Waiting(Waiting.Who.ORGANISATION, MONDAY.plusDays(3)));
    assertThat(Timeline.waiting(before, null, Optional.of(Waiting.Who.ORGANISATION), open))
        .isEqualTo(before);
  }

  private static Step step(int urgency) {
    return new Step(
        "some.step",
        List.of(),
        "some.reason",
        List.of(),
        urgency,
        "/somewhere",
        Waiting.Who.ORGANISATION);
  }

  private static Task task(Waiting.Who side, LocalDate due) {
    return new Task(
        new TaskId(UUID.randomUUID()),
        null,
        "Something",
        side,
        null,
        null,
        due,
        null,
        Task.State.OPEN,
        null,
        Instant.EPOCH,
        null,
        null,
        1,
        null);
  }
}
