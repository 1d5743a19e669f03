package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.World;
import lu.aifactory.platform.journey.cockpit.Cockpit;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.shared.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What advisors see of their work, and what the factory sees of itself.
@PlatformTest
class BoardTests {

  private static final ListQuery ALL = new ListQuery("", Map.of(), "until", false, 1, 25);

  @Autowired FirstContact contact;
  @Autowired Journey journey;
  @Autowired Progress progress;
  @Autowired Board board;
  @Autowired Cockpit cockpit;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired World.Maker people;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Bakery bakery;
  private AccountId ana;
  private EngagementId id;

  @BeforeEach
  void anEngagementWithAnAdvisor() {
    bakery = new Bakery(contact, identity, current, jdbc);
    bakery.noAdvisors();
    ana = bakery.advisor("Ana Advisor");
    id = bakery.engagement();
  }

  @Test
  void anAdvisorSeesTheirOwnEngagementsByStageAndNoOthers() {
    var ben = bakery.advisor("Ben Advisor");
    bakery.system(() -> progress.move(id, Stage.FUND, false, "Ready", version()));
    assertThat(people.as(ana, () -> board.pipeline(ALL)))
        .filteredOn(column -> column.count() > 0)
        .singleElement()
        .satisfies(column -> {
          assertThat(column.stage()).isEqualTo(Stage.FUND);
          assertThat(column.engagements()).extracting(Engagement::id).containsExactly(id);
        });
    assertThat(people.as(ben, () -> board.pipeline(ALL))).allMatch(column -> column.count() == 0);
  }

  @Test
  void whatHasEndedIsOnNoBoard() {
    bakery.system(() -> progress.close(id, Closing.STOPPED, "No time", version()));
    assertThat(people.as(ana, () -> board.pipeline(ALL)))
        .allMatch(column -> column.engagements().isEmpty());
    assertThat(people.as(ana, () -> board.day()).free()).isTrue();
    assertThat(people.as(ana, () -> board.load()))
        .filteredOn(load -> load.account().equals(ana))
        .singleElement()
        .satisfies(load -> assertThat(load.load()).isZero());
  }

  @Test
  void theDayBeginsWithFirstContactsAndWithWhatIsOverdue() {
    jdbc.sql(
            "update engagement_task set due = :day where engagement = :id and template = 'first-notes'")
        .param("day", Today.of(clock).minusDays(1))
        .param("id", id.value())
        .update();
    var day = people.as(ana, () -> board.day());
    assertThat(day.firstContacts()).extracting(Engagement::id).containsExactly(id);
    assertThat(day.overdue())
        .singleElement()
        .satisfies(due -> assertThat(due.task().template()).isEqualTo("first-notes"));
    assertThat(day.waiting()).extracting(Engagement::id).containsExactly(id);
  }

  @Test
  void theCockpitCountsPromisesThatWereKeptAndThoseThatWereNot() {
    var before = bakery.system(() -> cockpit.figures(null, null));
    var task =
        bakery.system(() -> journey.tasks(id)).stream()
            .filter(one -> Journey.FIRST_CONTACT.equals(one.message()))
            .findFirst()
            .orElseThrow();
    bakery.system(() -> journey.finishTask(id, task.id(), task.version()));
    var other = new Bakery(contact, identity, current, jdbc).engagement();
    jdbc.sql("update engagement set promised_at = :past where id = :id")
        .param("past", Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
        .param("id", other.value())
        .update();
    var after = bakery.system(() -> cockpit.figures(null, null));
    assertThat(after.kept().kept()).isEqualTo(before.kept().kept() + 1);
    assertThat(after.kept().due()).isEqualTo(before.kept().due() + 2);
    assertThat(after.months()).hasSize(12);
  }

  @Test
  void whoeverGotFarCountsInEveryStageBefore() {
    var before = bakery.system(() -> cockpit.figures(null, null));
    bakery.system(() -> progress.move(id, Stage.CONNECT, false, "Ready", version()));
    var after = bakery.system(() -> cockpit.figures(null, null));
    for (var stage : Set.of(Stage.ASSESS, Stage.UPSKILL, Stage.CONNECT)) {
      assertThat(after.stages().get(stage.ordinal()).number())
          .isEqualTo(before.stages().get(stage.ordinal()).number() + 1);
    }
    assertThat(after.stages().get(Stage.FUND.ordinal()).number())
        .isEqualTo(before.stages().get(Stage.FUND.ordinal()).number());
    assertThat(after.stages().get(Stage.ASSESS.ordinal()).skipped())
        .isEqualTo(before.stages().get(Stage.ASSESS.ordinal()).skipped() + 1);
  }

  private int version() {
    return journey.engagement(id).version();
  }
}
