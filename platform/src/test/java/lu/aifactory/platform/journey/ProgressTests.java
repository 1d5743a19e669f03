package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Stages and their tasks, promises and reminders.
@PlatformTest
class ProgressTests {

  @Autowired FirstContact contact;
  @Autowired Journey journey;
  @Autowired Progress progress;
  @Autowired Reminders reminders;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Bakery bakery;
  private AccountId advisor;
  private EngagementId id;

  @BeforeEach
  void anEngagementWithAnAdvisor() {
    bakery = new Bakery(contact, identity, current, jdbc);
    bakery.noAdvisors();
    advisor = bakery.advisor("Ana Advisor");
    id = bakery.engagement();
  }

  @Test
  void aStageBringsItsTasksOnceAndNoneThatAnotherRoomLooksAfter() {
    move(Stage.ASSESS, false);
    assertThat(messages())
        .contains("journey.template.readiness-talk")
        .doesNotContain("journey.template.readiness", "journey.template.protection-officer");
    var before = messages();
    move(Stage.DISCOVER, false);
    move(Stage.ASSESS, false);
    assertThat(messages()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void aTaskOfTheTableSaysWhichRowSetIt() {
    var task =
        tasks().stream()
            .filter(one -> "data-list".equals(one.template()))
            .findFirst()
            .orElseThrow();
    var why = bakery.system(() -> journey.whyThisTask(id, task.id())).orElseThrow();
    assertThat(why.because()).isEqualTo("always");
    assertThat(why.inputs()).containsEntry("standing", "idea").containsEntry("stage", "discover");
    assertThat(why.inputs()).doesNotContainKey("size");
    assertThat(task.help()).isEqualTo("journey.template.data-list.help");
  }

  @Test
  void aSkippedStageSkipsItsTasksWithTheReasonAndThoseInBetweenCountAsSkipped() {
    move(Stage.CONNECT, true);
    assertThat(bakery.system(() -> progress.visits(id)))
        .extracting(StageVisit::stage, StageVisit::ending)
        .containsExactly(
            tuple(Stage.DISCOVER, Ending.SKIPPED),
            tuple(Stage.ASSESS, Ending.SKIPPED),
            tuple(Stage.UPSKILL, Ending.SKIPPED),
            tuple(Stage.CONNECT, null));
    assertThat(tasks())
        .filteredOn(task -> "first-notes".equals(task.template()))
        .singleElement()
        .satisfies(task -> {
          assertThat(task.state()).isEqualTo(Task.State.SKIPPED);
          assertThat(task.reason()).isEqualTo("Known already");
        });
    assertThat(tasks())
        .filteredOn(task -> Journey.FIRST_CONTACT.equals(task.message()))
        .allMatch(Task::isOpen);
  }

  @Test
  void anEngagementEndsWithAReasonAndGoesOnWhereItStood() {
    move(Stage.FUND, false);
    var closed =
        bakery.system(() -> progress.close(id, Closing.STOPPED, "No time", engagement().version()));
    assertThat(closed).isInstanceOf(Outcome.Done.class);
    assertThat(engagement().state()).isEqualTo(Engagement.State.CLOSED);
    assertThat(engagement().waiting()).isNull();
    assertThat(tasks()).noneMatch(Task::isOpen);
    assertThat(bakery.system(() -> journey.steps(id))).isEmpty();
    assertThat(
            bakery.system(
                () -> progress.move(id, Stage.SCALE, false, "Late", engagement().version())))
        .isEqualTo(Outcome.refused(new JourneyRefusal.Closed()));
    Bakery.done(bakery.system(() -> progress.reopen(id, "Time again", engagement().version())));
    assertThat(engagement().stage()).isEqualTo(Stage.FUND);
    assertThat(engagement().closed()).isNull();
  }

  @Test
  void theAdvisorIsRemindedOnceHalfADayBeforeThePromiseEnds() throws Exception {
    remindAll();
    assertThat(told(advisor, "first-contact-soon")).isZero();
    promisedAt(clock.instant().plus(Duration.ofMinutes(20)));
    remindAll();
    assertThat(told(advisor, "first-contact-soon")).isEqualTo(1);
    remindAll();
    assertThat(told(advisor, "first-contact-soon")).isEqualTo(1);
  }

  @Test
  void twoReplicasThatRemindAtOnceSayItOnce() throws Exception {
    promisedAt(clock.instant().minus(Duration.ofMinutes(1)));
    Callable<Integer> remind = () -> bakery.system(() -> reminders.remind());
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(List.of(remind, remind, remind, remind))) {
        done.get();
      }
    }
    assertThat(told(advisor, "first-contact-late")).isEqualTo(1);
  }

  @Test
  void aFirstContactThatTookPlaceIsNotRemindedOf() {
    var task =
        tasks().stream()
            .filter(one -> Journey.FIRST_CONTACT.equals(one.message()))
            .findFirst()
            .orElseThrow();
    Bakery.done(bakery.system(() -> journey.finishTask(id, task.id(), task.version())));
    assertThat(engagement().promised().kept()).isNotNull();
    promisedAt(clock.instant().minus(Duration.ofDays(1)));
    remindAll();
    assertThat(told(advisor, "first-contact-late")).isZero();
  }

  @Test
  void whoeverHasATaskIsRemindedOfItWhenItIsDueAndOnceMoreWhenItIsOverdue() {
    var owner = bakery.system(() -> identity.members(engagement().organisation())).getFirst();
    due("data-list", 0);
    remindAll();
    remindAll();
    assertThat(told(owner.account(), "task-due")).isEqualTo(1);
    assertThat(told(advisor, "task-due")).isZero();
    due("data-list", -1);
    remindAll();
    remindAll();
    assertThat(told(owner.account(), "task-overdue")).isEqualTo(1);
    assertThat(told(advisor, "task-overdue")).isEqualTo(1);
  }

  private void remindAll() {
    bakery.system(() -> reminders.remind());
  }

  private void promisedAt(Instant end) {
    jdbc.sql("update engagement set promised_at = :end where id = :id")
        .param("end", Timestamp.from(end))
        .param("id", id.value())
        .update();
  }

  private void due(String template, int days) {
    jdbc.sql(
            "update engagement_task set due = :due where engagement = :id and template = :template")
        .param("due", Today.of(clock).plusDays(days))
        .param("id", id.value())
        .param("template", template)
        .update();
  }

  private int told(AccountId account, String what) {
    return jdbc.sql("select count(*) from notice where account = :account and message = :message")
        .param("account", account.value())
        .param("message", "journey.remind." + what)
        .query(Integer.class)
        .single();
  }

  private void move(Stage stage, boolean skipped) {
    Bakery.done(
        bakery.system(
            () -> progress.move(id, stage, skipped, "Known already", engagement().version())));
  }

  private Engagement engagement() {
    return bakery.system(() -> journey.engagement(id));
  }

  private List<Task> tasks() {
    return bakery.system(() -> journey.tasks(id));
  }

  private List<String> messages() {
    return tasks().stream().map(Task::message).toList();
  }
}
