package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class EngagementTests {

  @Autowired FirstContact contact;
  @Autowired Journey journey;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

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
    Bakery.done(bakery.system(() -> journey.move(id, Stage.ASSESS, "Numbers are missing", before)));
    assertThat(engagement().stage()).isEqualTo(Stage.ASSESS);
    assertThat(bakery.system(() -> journey.move(id, Stage.SCALE, " ", before + 1)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(bakery.system(() -> journey.move(id, Stage.SCALE, "Late", before)))
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
