package lu.aifactory.platform.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.notice.Notices;
import lu.aifactory.platform.shared.Today;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gives an engagement to an advisor, with the tie by which they may see and write the organisation's things. Nobody who
/// opens or hands over an engagement holds the permission to make that tie; the system does it for them.
@Component
class Assignments {

  private final Engagements engagements;
  private final Tasks tasks;
  private final WorkingDays calendar;
  private final Identity identity;
  private final CurrentPerson current;
  private final Notices notices;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  Assignments(
      Engagements engagements,
      Tasks tasks,
      WorkingDays calendar,
      Identity identity,
      CurrentPerson current,
      Notices notices,
      ApplicationEventPublisher events,
      JdbcClient jdbc,
      Clock clock) {
    this.engagements = engagements;
    this.tasks = tasks;
    this.calendar = calendar;
    this.identity = identity;
    this.current = current;
    this.notices = notices;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// The factory's advisors.
  Set<AccountId> advisors() {
    return identity.staff(Role.ADVISOR).stream()
        .map(Person::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// False when somebody else has changed the engagement since.
  boolean give(Engagement before, AccountId advisor, String reason, int version) {
    var choice = AdvisorChoice.byHand(advisor, reason);
    if (!engagements.advise(before.id(), choice, clock.instant(), version)) {
      return false;
    }
    hand(before, advisor, reason);
    return true;
  }

  private void hand(Engagement before, AccountId advisor, String reason) {
    var old = before.advisor();
    tie(before.organisation(), advisor);
    if (old != null) {
      untie(before.organisation(), old);
    }
    var page = "/engagements/" + before.id().value();
    var due = due(before);
    if (old == null && before.promised().kept() == null) {
      tasks.addOurs(
          before.id(), Journey.FIRST_CONTACT, Waiting.Who.ADVISOR, due, page, clock.instant());
    }
    var name = identity.nameOf(advisor);
    if (old != null) {
      notices.tell(old, "journey.event.advisor-changed", List.of(name, reason), null);
    }
    events.publishEvent(
        new EngagementEvent(
            before.id(),
            old == null ? "journey.event.advisor-assigned" : "journey.event.advisor-changed",
            List.of(name, reason),
            old == null ? new Waiting(Waiting.Who.ADVISOR, due) : null,
            page));
  }

  /// The promise counts from the first contact, not from the assignment; it may be over already.
  private LocalDate due(Engagement engagement) {
    var promised = engagement.promised().until();
    return promised == null
        ? calendar.after(Today.of(clock), 1)
        : LocalDate.ofInstant(promised, Today.LUXEMBOURG);
  }

  void tie(OrganisationId organisation, AccountId account) {
    current.asSystem(
        "journey",
        () -> {
          identity.assign(organisation, account);
          return true;
        });
  }

  /// Ends the tie, unless they advise another engagement of the organisation or stand in for somebody there.
  void untie(OrganisationId organisation, AccountId account) {
    if (isNeeded(organisation, account)) {
      return;
    }
    current.asSystem(
        "journey",
        () -> {
          identity.release(organisation, account);
          return true;
        });
  }

  private boolean isNeeded(OrganisationId organisation, AccountId account) {
    return jdbc.sql(
            """
            select exists (select from engagement e
              left join engagement_substitute s on s.engagement = e.id and s.until is null
             where e.organisation = :organisation and (e.advisor = :account or s.account = :account))
            """)
        .param("organisation", organisation.value())
        .param("account", account.value())
        .query(Boolean.class)
        .single();
  }
}
