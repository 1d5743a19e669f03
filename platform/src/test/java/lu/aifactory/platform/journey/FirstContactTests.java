package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.Secret;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.shared.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PlatformTest
class FirstContactTests {

  @Autowired FirstContact contact;
  @Autowired Journey journey;
  @Autowired Promises promises;
  @Autowired Advisors advisors;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Bakery bakery;
  private AccountId advisor;

  @BeforeEach
  void oneAdvisorWithRoom() {
    bakery = new Bakery(contact, identity, current, jdbc);
    bakery.noAdvisors();
    advisor = bakery.advisor("Ana Advisor");
  }

  @Test
  void makesAccountOrganisationEngagementAndAdvisorAtOnce() {
    var id = bakery.engagement();
    var engagement = bakery.system(() -> journey.engagement(id));
    assertThat(engagement.organisationName()).isEqualTo("Bäckerei Müller");
    assertThat(engagement.title()).isEqualTo("Throw away less bread");
    assertThat(engagement.stage()).isEqualTo(Stage.DISCOVER);
    assertThat(engagement.advisor()).isEqualTo(advisor);
    assertThat(engagement.waiting().who()).isEqualTo(Waiting.Who.ADVISOR);
    assertThat(engagement.waiting().until())
        .isEqualTo(
            LocalDate.ofInstant(
                promises.firstContact().end(engagement.openedAt()), Today.LUXEMBOURG));
    assertThat(bakery.system(() -> journey.tasks(id)))
        .extracting(Task::message)
        .containsExactlyInAnyOrder(
            "journey.task.first-contact",
            "journey.template.first-notes",
            "journey.template.data-list");
    assertThat(bakery.system(() -> journey.timeline(id, 0, 10)))
        .extracting(TimelineLine::message)
        .containsExactly("journey.event.opened");
    assertThat(bakery.system(() -> identity.members(engagement.organisation())))
        .extracting("email")
        .containsExactly(bakery.email);
  }

  @Test
  void makesOneOfEachWhenItIsSentFiveTimesAtOnce() throws Exception {
    var link = bakery.answered();
    Callable<Outcome<EngagementId>> send =
        () -> contact.register(link, Bakery.account(bakery.email));
    try (var five = Executors.newFixedThreadPool(5)) {
      var made =
          five.invokeAll(List.of(send, send, send, send, send)).stream()
              .map(future -> Bakery.done(future.resultNow()))
              .distinct()
              .toList();
      assertThat(made).hasSize(1);
    }
    assertThat(
            jdbc.sql("select count(*) from account where email = :email")
                .param("email", bakery.email)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void makesNothingWhenTheAddressHasAnAccount() {
    bakery.engagement();
    var second = bakery.answered();
    assertThat(contact.register(second, Bakery.account(bakery.email)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(contact.draft(second)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void makesNothingWhileAnAnswerIsMissing() {
    var link = contact.begin().link();
    var refused = contact.register(link, Bakery.account(bakery.email));
    assertThat(refused)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            why -> assertThat(why.why()).isInstanceOf(Refusal.Invalid.class));
  }

  @Test
  void forgetsTheAnswersUnderTheLinkOnceTheyAreSent() {
    var link = bakery.answered();
    Bakery.done(contact.register(link, Bakery.account(bakery.email)));
    assertThat(contact.draft(link)).isInstanceOf(Outcome.Refused.class);
    assertThat(
            jdbc.sql("select answers::text from intake where link_digest = :digest")
                .param("digest", link.digest())
                .query(String.class)
                .single())
        .isEqualTo("{}");
  }

  @Test
  void opensNothingToSomebodyWithAnotherLink() {
    bakery.answered();
    assertThat(contact.draft(Secret.fresh(""))).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void waitsForAnAssignmentWhenThereIsNoAdvisor() {
    bakery.noAdvisors();
    var id = bakery.engagement();
    var engagement = bakery.system(() -> journey.engagement(id));
    assertThat(engagement.state()).isEqualTo(Engagement.State.WAITING_FOR_ASSIGNMENT);
    assertThat(engagement.waiting().who()).isEqualTo(Waiting.Who.FACTORY);
    var late = bakery.advisor("Late Advisor");
    Bakery.done(
        bakery.system(() -> advisors.reassign(id, late, "Came back today", engagement.version())));
    assertThat(bakery.system(() -> journey.engagement(id)).advisor()).isEqualTo(late);
    assertThat(bakery.system(() -> journey.tasks(id)))
        .extracting(Task::message)
        .containsOnlyOnce(Journey.FIRST_CONTACT);
  }

  @Test
  void refusesToReassignWithAStaleVersion() {
    var id = bakery.engagement();
    var other = bakery.advisor("Other Advisor");
    assertThat(bakery.system(() -> advisors.reassign(id, other, "Holiday", 99)))
        .isEqualTo(Outcome.refused(new Refusal.Changed(1)));
  }

  @Test
  void showsAnEngagementToNobodyElse() {
    var id = bakery.engagement();
    assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> journey.engagement(id));
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(
            () -> bakery.system(() -> journey.engagement(new EngagementId(UUID.randomUUID()))));
  }

  @Test
  void forgetsWhatNobodyHasTouched() {
    var link = bakery.answered();
    jdbc.sql(
            "update intake set changed_at = changed_at - interval '91 days' where link_digest = :d")
        .param("d", link.digest())
        .update();
    assertThat(bakery.system(() -> contact.forget(90))).isPositive();
    assertThat(contact.draft(link)).isInstanceOf(Outcome.Refused.class);
  }
}
