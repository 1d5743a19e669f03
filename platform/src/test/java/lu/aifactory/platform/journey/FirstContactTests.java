package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.NewAccount;
import lu.aifactory.platform.identity.Secret;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PlatformTest
class FirstContactTests {

  private static final String PASSWORD = "correct horse battery staple";

  @Autowired FirstContact contact;
  @Autowired Journey journey;
  @Autowired Advisors advisors;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final String email = UUID.randomUUID() + "@example.lu";
  private AccountId advisor;

  @BeforeEach
  void oneAdvisorWithRoom() {
    jdbc.sql("delete from account_role where role = 'advisor'").update();
    advisor = advisor("Ana Advisor");
  }

  @Test
  void makesAccountOrganisationEngagementAndAdvisorAtOnce() {
    var id = done(contact.register(answered(), account(email)));
    var engagement = system(() -> journey.engagement(id));
    assertThat(engagement.organisationName()).isEqualTo("Bäckerei Müller");
    assertThat(engagement.title()).isEqualTo("Throw away less bread");
    assertThat(engagement.stage()).isEqualTo(Stage.DISCOVER);
    assertThat(engagement.advisor()).isEqualTo(advisor);
    assertThat(engagement.waiting().who()).isEqualTo(Waiting.Who.ADVISOR);
    assertThat(engagement.waiting().until())
        .isEqualTo(WorkingDays.after(Today.of(clock), 2));
    assertThat(system(() -> journey.tasks(id)))
        .extracting(Task::message)
        .containsExactly("journey.task.first-contact");
    assertThat(system(() -> journey.timeline(id, 0, 10)))
        .extracting(TimelineLine::message)
        .containsExactly("journey.event.opened");
    assertThat(system(() -> identity.members(engagement.organisation())))
        .extracting("email")
        .containsExactly(email);
  }

  @Test
  void makesOneOfEachWhenItIsSentFiveTimesAtOnce() throws Exception {
    var link = answered();
    Callable<Outcome<EngagementId>> send = () -> contact.register(link, account(email));
    try (var five = Executors.newFixedThreadPool(5)) {
      var made =
          five.invokeAll(List.of(send, send, send, send, send)).stream()
              .map(future -> done(future.resultNow()))
              .distinct()
              .toList();
      assertThat(made).hasSize(1);
    }
    assertThat(
            jdbc.sql("select count(*) from account where email = :email")
                .param("email", email)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void makesNothingWhenTheAddressHasAnAccount() {
    done(contact.register(answered(), account(email)));
    var second = answered();
    assertThat(contact.register(second, account(email))).isInstanceOf(Outcome.Refused.class);
    assertThat(contact.draft(second)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void makesNothingWhileAnAnswerIsMissing() {
    var link = contact.begin().link();
    var refused = contact.register(link, account(email));
    assertThat(refused)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            why -> assertThat(why.why()).isInstanceOf(Refusal.Invalid.class));
  }

  @Test
  void forgetsTheAnswersUnderTheLinkOnceTheyAreSent() {
    var link = answered();
    done(contact.register(link, account(email)));
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
    answered();
    assertThat(contact.draft(Secret.fresh(""))).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void waitsForAnAssignmentWhenThereIsNoAdvisor() {
    jdbc.sql("delete from account_role where role = 'advisor'").update();
    var id = done(contact.register(answered(), account(email)));
    var engagement = system(() -> journey.engagement(id));
    assertThat(engagement.state()).isEqualTo(Engagement.State.WAITING_FOR_ASSIGNMENT);
    assertThat(engagement.waiting().who()).isEqualTo(Waiting.Who.FACTORY);
    var late = advisor("Late Advisor");
    done(system(() -> advisors.reassign(id, late, "Came back today", engagement.version())));
    assertThat(system(() -> journey.engagement(id)).advisor()).isEqualTo(late);
    assertThat(system(() -> journey.tasks(id))).hasSize(1);
  }

  @Test
  void refusesToReassignWithAStaleVersion() {
    var id = done(contact.register(answered(), account(email)));
    var other = advisor("Other Advisor");
    assertThat(system(() -> advisors.reassign(id, other, "Holiday", 99)))
        .isEqualTo(Outcome.refused(new Refusal.Changed(1)));
  }

  @Test
  void showsAnEngagementToNobodyElse() {
    var id = done(contact.register(answered(), account(email)));
    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(() -> journey.engagement(id));
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> system(() -> journey.engagement(new EngagementId(UUID.randomUUID()))));
  }

  @Test
  void forgetsWhatNobodyHasTouched() {
    var link = answered();
    jdbc.sql("update intake set changed_at = changed_at - interval '91 days' where link_digest = :d")
        .param("d", link.digest())
        .update();
    assertThat(system(() -> contact.forget(90))).isPositive();
    assertThat(contact.draft(link)).isInstanceOf(Outcome.Refused.class);
  }

  private Secret answered() {
    var link = contact.begin().link();
    Map.ofEntries(
            Map.entry("organisation-name", "Bäckerei Müller"),
            Map.entry("sector", "C"),
            Map.entry("size", "10-49"),
            Map.entry("goal", "Throw away less bread. Know what sells."),
            Map.entry("standing", "idea"),
            Map.entry("data", "tables"),
            Map.entry("when", "quarter"),
            Map.entry("language", "fr"),
            Map.entry("name", "Jeanne Müller"),
            Map.entry("email", email))
        .forEach((question, value) -> {
          done(contact.answer(link, "kind", List.of("company-lu")));
          done(contact.answer(link, question, List.of(value)));
        });
    return link;
  }

  private AccountId advisor(String name) {
    var id = new AccountId(UUID.randomUUID());
    done(identity.open(id, new NewAccount(id.value() + "@factory.lu", name, "fr", PASSWORD)));
    jdbc.sql("insert into account_role (account, role) values (:id, 'advisor')")
        .param("id", id.value())
        .update();
    var profile =
        new AdvisorProfile(Set.of("C"), Set.of("fr", "lb"), 100, null, null, null, 0);
    new AdvisorProfiles(jdbc).save(id, profile);
    return id;
  }

  private static NewAccount account(String email) {
    return new NewAccount(email, "Jeanne Müller", "fr", PASSWORD);
  }

  private <T> T system(Supplier<T> action) {
    return current.asSystem("test", action);
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> value;
      case Outcome.Refused<T>(var why) ->
          throw new AssertionError(why.message() + " " + why.faults());
    };
  }
}
