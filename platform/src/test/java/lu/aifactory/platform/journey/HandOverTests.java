package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.World;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who advises when the advisor hands over, and while they are away.
@PlatformTest
class HandOverTests {

  @Autowired FirstContact contact;
  @Autowired Journey journey;
  @Autowired HandOvers handOvers;
  @Autowired Advisors advisors;
  @Autowired Substitutes substitutes;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired World.Maker people;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Bakery bakery;
  private AccountId ana;
  private AccountId ben;
  private AccountId cleo;
  private EngagementId id;

  @BeforeEach
  void anEngagementAndThreeAdvisors() {
    bakery = new Bakery(contact, identity, current, jdbc);
    bakery.noAdvisors();
    ana = bakery.advisor("Ana Advisor");
    id = bakery.engagement();
    ben = bakery.advisor("Ben Advisor");
    cleo = bakery.advisor("Cleo Advisor");
  }

  @Test
  void theOldAdvisorStaysUntilTheNewOneAccepts() {
    var handOver = proposed();
    assertThat(engagement().advisor()).isEqualTo(ana);
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> people.as(ben, () -> journey.engagement(id)));
    assertThat(people.as(ben, () -> handOvers.waitingForMe()))
        .singleElement()
        .satisfies(one -> assertThat(one.openPoints()).isEqualTo("– call them"));
    Bakery.done(people.as(ben, () -> handOvers.accept(handOver)));
    assertThat(engagement().advisor()).isEqualTo(ben);
    assertThat(people.as(ben, () -> journey.engagement(id)).id()).isEqualTo(id);
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> people.as(ana, () -> journey.engagement(id)));
    Bakery.done(people.as(ben, () -> handOvers.accept(handOver)));
  }

  @Test
  void whoDeclinesSaysWhyAndNothingChanges() {
    var handOver = proposed();
    assertThat(people.as(ben, () -> handOvers.decline(handOver, " ")))
        .isInstanceOf(Outcome.Refused.class);
    Bakery.done(people.as(ben, () -> handOvers.decline(handOver, "No time until March")));
    assertThat(engagement().advisor()).isEqualTo(ana);
    assertThat(people.as(ben, () -> handOvers.accept(handOver)))
        .isEqualTo(Outcome.refused(new JourneyRefusal.HandOverOver()));
    assertThat(people.as(ana, () -> handOvers.handOver(handOver)).note())
        .isEqualTo("No time until March");
  }

  @Test
  void nobodyElseLearnsOfAHandOverOrAnswersIt() {
    var handOver = proposed();
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> people.as(cleo, () -> handOvers.handOver(handOver)));
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> people.as(cleo, () -> handOvers.accept(handOver)));
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> people.as(ana, () -> handOvers.accept(handOver)));
  }

  @Test
  void oneColleagueIsAskedAtATime() {
    proposed();
    assertThat(
            people.as(
                ana,
                () ->
                    handOvers.propose(
                        id, new HandOverId(UUID.randomUUID()), cleo, "Knows bread", "")))
        .isEqualTo(Outcome.refused(new JourneyRefusal.HandOverPending()));
    Bakery.done(people.as(ana, () -> handOvers.withdraw(id)));
    Bakery.done(
        people.as(
            ana,
            () ->
                handOvers.propose(id, new HandOverId(UUID.randomUUID()), cleo, "Knows bread", "")));
  }

  @Test
  void theSubstituteSeesAndActsWhileTheAdvisorIsAwayAndNoLonger() {
    var today = Today.of(clock);
    away(today, today.plusDays(5));
    assertThat(engagement().substitute().account()).isEqualTo(ben);
    var seen = people.as(ben, () -> journey.engagement(id));
    assertThat(people.as(ben, () -> journey.mySide(id))).contains(Waiting.Who.ADVISOR);
    var task = people.as(ben, () -> journey.tasks(id)).getFirst();
    Bakery.done(people.as(ben, () -> journey.finishTask(seen.id(), task.id(), task.version())));
    bakery.system(() -> substitutes.bringUpToDate());
    assertThat(bakery.system(() -> journey.timeline(id, 0, 50)))
        .filteredOn(line -> line.message().equals("journey.event.substitute"))
        .hasSize(1);

    away(today.minusDays(9), today.minusDays(1));
    assertThat(engagement().substitute()).isNull();
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> people.as(ben, () -> journey.engagement(id)));
  }

  @Test
  void anAbsenceThatBeginsLaterLetsNobodyInYet() {
    var today = Today.of(clock);
    away(today.plusDays(1), today.plusDays(5));
    assertThat(engagement().substitute()).isNull();
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> people.as(ben, () -> journey.engagement(id)));
  }

  private void away(LocalDate from, LocalDate until) {
    var version = people.as(ana, () -> advisors.advisor(ana)).profile().version();
    var profile =
        new AdvisorProfile(Set.of("C"), Set.of("fr", "lb"), 100, from, until, ben, version);
    Bakery.done(people.as(ana, () -> advisors.save(ana, profile)));
  }

  private HandOverId proposed() {
    return Bakery.done(
        people.as(
            ana,
            () ->
                handOvers.propose(
                    id,
                    new HandOverId(UUID.randomUUID()),
                    ben,
                    "You know the sector better",
                    "– call them")));
  }

  private Engagement engagement() {
    return bakery.system(() -> journey.engagement(id));
  }
}
