package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.World;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What both sides say, and what only one of them reads.
@PlatformTest
class CommentTests {

  private static final ListQuery ALL = new ListQuery("", Map.of(), "at", true, 1, 25);

  @Autowired FirstContact contact;
  @Autowired Journey journey;
  @Autowired Comments comments;
  @Autowired CommentSearch search;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired World.Maker people;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private AccountId advisor;
  private AccountId owner;
  private EngagementId id;

  @BeforeEach
  void anEngagementWithAnAdvisor() {
    var bakery = new Bakery(contact, identity, current, jdbc);
    bakery.noAdvisors();
    advisor = bakery.advisor("Ana Advisor");
    id = bakery.engagement();
    var engagement = bakery.system(() -> journey.engagement(id));
    owner = bakery.system(() -> identity.members(engagement.organisation())).getFirst().account();
  }

  @Test
  void whatIsInternalReachesTheOrganisationNowhere() {
    var word = "zqx" + UUID.randomUUID().toString().substring(0, 8);
    var said = say(advisor, true, "They hesitate about " + word, Set.of());
    assertThat(people.as(advisor, () -> comments.list(id, ALL)).items()).hasSize(1);
    assertThat(people.as(advisor, () -> search.search(word, 5))).hasSize(1);
    assertThat(events(advisor)).contains("journey.event.commented");

    assertThat(people.as(owner, () -> comments.list(id, ALL)).items()).isEmpty();
    assertThat(people.as(owner, () -> comments.list(id, ALL)).total()).isZero();
    assertThat(people.as(owner, () -> comments.list(id, ALL)).counts().get("visible")).isEmpty();
    assertThat(people.as(owner, () -> comments.latest(id, null, 10))).isEmpty();
    assertThat(people.as(owner, () -> search.search(word, 5))).isEmpty();
    assertThat(events(owner)).doesNotContain("journey.event.commented");
    var exported = new ArrayList<Comment>();
    people.as(
        owner,
        () -> {
          comments.export(id, ALL, exported::add);
          return true;
        });
    assertThat(exported).isEmpty();
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> people.as(owner, () -> comments.comment(id, said)));
    assertThat(notices(owner)).noneMatch(message -> message.startsWith("journey.notice."));
  }

  @Test
  void theOrganisationCannotWriteInternally() {
    assertThat(people.as(owner, () -> comments.add(id, comment(true, "For us only", Set.of()))))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whoBelongsToTheOrganisationReadsNothingInternalWhateverElseTheyAre() {
    say(advisor, true, "They hesitate", Set.of());
    jdbc.sql("insert into account_role (account, role) values (:owner, 'administrator')")
        .param("owner", owner.value())
        .update();
    assertThat(people.as(owner, () -> comments.list(id, ALL)).items()).isEmpty();
    jdbc.sql("delete from account_role where account = :owner")
        .param("owner", owner.value())
        .update();
  }

  @Test
  void whoIsNamedHearsOfItByNameAndTheOthersAsUsual() {
    say(owner, false, "Thank you, @ana advisor! We have the numbers.", Set.of());
    assertThat(notices(advisor)).contains("journey.notice.mentioned");
    say(advisor, false, "Very good.", Set.of());
    assertThat(notices(owner)).contains("journey.notice.commented");
    var told = people.as(owner, () -> comments.list(id, ALL)).items().getLast().told();
    assertThat(told).containsExactly("Ana Advisor");
  }

  @Test
  void nobodyIsToldOfWhatTheyMayNotRead() {
    assertThat(
            people.as(advisor, () -> comments.add(id, comment(true, "Between us", Set.of(owner)))))
        .isInstanceOf(Outcome.Refused.class);
    say(advisor, true, "What does @Jeanne Müller want?", Set.of());
    assertThat(notices(owner)).doesNotContain("journey.notice.mentioned");
  }

  @Test
  void sentTwiceItIsSaidOnce() {
    var once = comment(false, "Hello", Set.of());
    Bakery.done(people.as(owner, () -> comments.add(id, once)));
    Bakery.done(people.as(owner, () -> comments.add(id, once)));
    assertThat(people.as(owner, () -> comments.list(id, ALL)).total()).isEqualTo(1);
  }

  @Test
  void itIsChangedByItsAuthorWhileItIsFreshAndByNobodyElse() {
    var said = say(owner, false, "Ten shops", Set.of());
    assertThat(people.as(advisor, () -> comments.edit(id, said, "Mine now", 1)))
        .isEqualTo(Outcome.refused(new JourneyRefusal.NotYours()));
    Bakery.done(people.as(owner, () -> comments.edit(id, said, "Eleven shops", 1)));
    assertThat(people.as(advisor, () -> comments.comment(id, said)).text())
        .isEqualTo("Eleven shops");
    jdbc.sql("update engagement_comment set at = :at where id = :id")
        .param("at", Timestamp.from(clock.instant().minus(Duration.ofMinutes(16))))
        .param("id", said.value())
        .update();
    assertThat(people.as(owner, () -> comments.edit(id, said, "Twelve shops", 2)))
        .isEqualTo(Outcome.refused(new JourneyRefusal.TooLateToEdit(15)));
  }

  @Test
  void aDeletedOneLeavesATraceWithoutItsWords() {
    var said = say(owner, false, "Sent to the wrong place", Set.of());
    assertThat(people.as(advisor, () -> comments.delete(id, said)))
        .isEqualTo(Outcome.refused(new JourneyRefusal.NotYours()));
    Bakery.done(people.as(owner, () -> comments.delete(id, said)));
    var left = people.as(advisor, () -> comments.comment(id, said));
    assertThat(left.text()).isEmpty();
    assertThat(left.deletedAt()).isNotNull();
    assertThat(left.author()).isEqualTo(owner);
    assertThat(
            jdbc.sql("select count(*) from engagement_comment where text like '%wrong place%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void paragraphsAreKeptAndMarkupIsOnlyText() {
    var said =
        say(owner, false, "One <b>line</b>\r\nand another\r\n\r\nA second paragraph", Set.of());
    assertThat(people.as(owner, () -> comments.comment(id, said)).paragraphs())
        .containsExactly("One <b>line</b>\nand another", "A second paragraph");
  }

  private CommentId say(AccountId who, boolean internal, String text, Set<AccountId> tell) {
    return Bakery.done(people.as(who, () -> comments.add(id, comment(internal, text, tell))));
  }

  private static NewComment comment(boolean internal, String text, Set<AccountId> tell) {
    return new NewComment(new CommentId(UUID.randomUUID()), null, internal, text, tell);
  }

  private List<String> events(AccountId who) {
    return people.as(who, () -> journey.timeline(id, 0, 50)).stream()
        .map(TimelineLine::message)
        .toList();
  }

  private List<String> notices(AccountId who) {
    return jdbc.sql("select message from notice where account = :account")
        .param("account", who.value())
        .query(String.class)
        .list();
  }
}
