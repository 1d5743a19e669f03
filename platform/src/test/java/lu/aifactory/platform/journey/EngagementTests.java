package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.shared.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class EngagementTests {

  @Autowired FirstContact contact;
  @Autowired Journey journey;
  @Autowired Progress progress;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private static final WorkingDays DAYS = new WorkingDays("lu");

  private Bakery bakery;
  private EngagementId id;

  @BeforeEach
  void anEngagementWithAnAdvisor() {
    bakery = new Bakery(contact, identity, current, jdbc);
    bakery.noAdvisors();
    bakery.advisor("Ana Advisor");
    id = bakery.engagement();
  }

  @Test
  void anEventMovesTheStageForwardAndNeverBack() {
    happened(Stage.FUND);
    assertThat(engagement().stage()).isEqualTo(Stage.FUND);
    happened(Stage.ASSESS);
    assertThat(engagement().stage()).isEqualTo(Stage.FUND);
  }

  @Test
  void anEventThatIsRolledBackLeavesNoLine() {
    transaction.executeWithoutResult(status -> {
      bakery.system(() -> {
        events.publishEvent(event(Stage.FUND));
        return true;
      });
      status.setRollbackOnly();
    });
    assertThat(engagement().stage()).isEqualTo(Stage.DISCOVER);
  }

  @Test
  void theAdvisorMovesTheStageBothWaysWithAReason() {
    happened(Stage.FUND);
    var before = engagement().version();
    Bakery.done(
        bakery.system(() -> progress.move(id, Stage.ASSESS, false, "Numbers are missing", before)));
    assertThat(engagement().stage()).isEqualTo(Stage.ASSESS);
    assertThat(bakery.system(() -> progress.move(id, Stage.SCALE, false, " ", before + 1)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(bakery.system(() -> progress.move(id, Stage.SCALE, false, "Late", before)))
        .isEqualTo(Outcome.refused(new Refusal.Changed(before + 1)));
  }

  @Test
  void aTaskThatIsSentTwiceIsOneTask() {
    var task = task();
    Bakery.done(bakery.system(() -> journey.addTask(id, task)));
    Bakery.done(bakery.system(() -> journey.addTask(id, task)));
    assertThat(bakery.system(() -> journey.tasks(id)))
        .extracting(Task::id)
        .containsOnlyOnce(task.id());
  }

  @Test
  void aTaskIsSkippedOnlyWithAReasonAndClosedOnlyOnce() {
    var task = Bakery.done(bakery.system(() -> journey.addTask(id, task())));
    assertThat(bakery.system(() -> journey.skipTask(id, task, "", 1)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(bakery.system(() -> journey.finishTask(id, task, 7)))
        .isEqualTo(Outcome.refused(new Refusal.Changed(1)));
    Bakery.done(bakery.system(() -> journey.finishTask(id, task, 1)));
    assertThat(bakery.system(() -> journey.skipTask(id, task, "Not needed", 2)))
        .isEqualTo(Outcome.refused(new JourneyRefusal.TaskClosed()));
  }

  @Test
  void aTaskIsDueWithinTenYears() {
    assertThat(bakery.system(() -> journey.addTask(id, due(LocalDate.of(5_000_000, 1, 1)))))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(bakery.system(() -> journey.addTask(id, due(Today.of(clock).plusYears(10)))))
        .isInstanceOf(Outcome.Done.class);
  }

  private static NewTask due(LocalDate day) {
    return new NewTask(new TaskId(UUID.randomUUID()), "Look", Waiting.Who.ADVISOR, null, day, null);
  }

  @Test
  @Timeout(2)
  void workingDaysAreCountedByWholeWeeks() {
    var friday = LocalDate.of(2026, 11, 27);
    assertThat(DAYS.between(friday, friday.plusDays(2))).isZero();
    assertThat(DAYS.between(friday, friday.plusDays(3))).isEqualTo(1);
    assertThat(DAYS.between(friday, friday.plusDays(14))).isEqualTo(10);
    assertThat(DAYS.between(friday, friday.minusDays(3))).isZero();
    for (int days = 0; days < 40; days++) {
      var day = DAYS.after(friday, days);
      assertThat(DAYS.between(friday, day)).isEqualTo(days);
    }
    for (int view = 0; view < 1000; view++) {
      assertThat(DAYS.between(friday, LocalDate.of(5_000_000, 1, 1))).isPositive();
    }
  }

  @Test
  void aTaskWithAForeignLinkIsRefused() {
    var foreign =
        new NewTask(
            new TaskId(UUID.randomUUID()),
            "Look",
            Waiting.Who.ADVISOR,
            null,
            null,
            "//evil.example");
    assertThat(bakery.system(() -> journey.addTask(id, foreign)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void theAdvisorIsToldWhatTheOrganisationDid() {
    var advisor = engagement().advisor().value();
    assertThat(
            jdbc.sql("select count(*) from notice where account = :advisor")
                .param("advisor", advisor)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private void happened(Stage reached) {
    transaction.executeWithoutResult(_ ->
        bakery.system(() -> {
          events.publishEvent(event(reached));
          return true;
        }));
  }

  private EngagementEvent event(Stage reached) {
    return new EngagementEvent(
        id, "journey.event.task-done", List.of("Something"), null, "/engagements", reached);
  }

  private Engagement engagement() {
    return bakery.system(() -> journey.engagement(id));
  }

  private NewTask task() {
    return new NewTask(
        new TaskId(UUID.randomUUID()),
        "Send the list of data sources",
        Waiting.Who.ORGANISATION,
        null,
        Today.of(clock).plusDays(3),
        null);
  }
}
