package lu.aifactory.platform.workshop;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Waiting.Who;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.shared.Today;
import lu.aifactory.platform.usecase.UseCases;
import lu.aifactory.platform.workshop.CalendarFile.Method;
import lu.aifactory.platform.workshop.OpenQuestions.OpenQuestion;
import lu.aifactory.platform.workshop.Workshop.Answer;
import lu.aifactory.platform.workshop.Workshop.Participant;
import lu.aifactory.platform.workshop.Workshop.Proposed;
import lu.aifactory.platform.workshop.Workshop.State;
import org.springframework.beans.factory.ObjectProvider;

/// Workshops: planned with an agenda, agreed on a date, held or cancelled.
@Facade
public class Workshops {

  private static final int LONGEST_REASON = 2000;

  private final WorkshopRows rows;
  private final WorkshopList list;
  private final Guests guests;
  private final Invitations invitations;
  private final UseCases useCases;
  private final ObjectProvider<OpenQuestions> questions;
  private final TenantOf<EngagementId> tenants;
  private final Access access;
  private final CurrentPerson current;
  private final Clock clock;

  Workshops(
      WorkshopRows rows,
      WorkshopList list,
      Guests guests,
      Invitations invitations,
      UseCases useCases,
      ObjectProvider<OpenQuestions> questions,
      TenantOf<EngagementId> tenants,
      Access access,
      CurrentPerson current,
      Clock clock) {
    this.rows = rows;
    this.list = list;
    this.guests = guests;
    this.invitations = invitations;
    this.useCases = useCases;
    this.questions = questions;
    this.tenants = tenants;
    this.access = access;
    this.current = current;
    this.clock = clock;
  }

  /// The workshops that the caller may see.
  @Needs("workshop:read")
  public Page<WorkshopLine> list(ListQuery query) {
    return list.page(access.visibility("workshop:read"), query);
  }

  /// The workshops of an engagement, the newest first.
  @Needs("workshop:read")
  public List<Workshop> of(EngagementId engagement) {
    return rows.of(engagement);
  }

  /// One workshop.
  @Needs("workshop:read")
  public Workshop show(WorkshopId id) {
    return found(id);
  }

  /// What is still open in an engagement: what an agenda is drawn up from.
  @Needs("workshop:write")
  public List<OpenQuestion> openQuestions(EngagementId engagement, Locale language) {
    return questions
        .orderedStream()
        .flatMap(source -> source.openIn(engagement, language).stream())
        .toList();
  }

  /// Whom a workshop of the engagement may invite.
  @Needs("workshop:write")
  public List<Participant> guests(EngagementId engagement) {
    return guests.of(engagement);
  }

  /// Whether there are experts whom only a further consent would let in.
  @Needs("workshop:write")
  public boolean someNeedConsent(EngagementId engagement) {
    return guests.someNeedConsent(engagement);
  }

  /// Plans a workshop and invites its people. Asking twice with the same id makes one.
  @Needs(value = "workshop:write", records = "workshop.planned")
  public Outcome<Workshop> plan(EngagementId engagement, WorkshopId id, Plan plan) {
    var people = Guests.chosen(guests.of(engagement), plan.people());
    var faults = faults(engagement, plan, people, List.of(), List.of());
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    var organisation = tenants.organisationOf(engagement).orElseThrow();
    var zone = Today.LUXEMBOURG;
    if (!rows.add(id, engagement, organisation, plan, zone, current.get(), clock.instant())) {
      return found(id).engagement().equals(engagement)
          ? Outcome.done(found(id))
          : Outcome.refused(new Refusal.NotFound());
    }
    rows.invite(id, people);
    if (plan.dates().size() > 1) rows.propose(id, plan.dates(), zone);
    var planned = found(id);
    tellPlanned(planned, "planned");
    return Outcome.done(planned);
  }

  /// Plans it anew over the version that was seen, and tells calendars when something that they show has changed.
  @Needs(value = "workshop:write", records = "workshop.changed")
  public Outcome<Workshop> change(WorkshopId id, Plan plan, int seenVersion) {
    return over(
        id,
        seenVersion,
        before -> {
          // Who was invited stays invited, even where a consent has ended meanwhile.
          var known = new ArrayList<>(before.participants());
          guests.of(before.engagement()).stream()
              .filter(one -> !before.invites(one.account()))
              .forEach(known::add);
          var people = Guests.chosen(known, plan.people());
          var dates = before.proposed().stream().map(Proposed::at).toList();
          var old = before.date() == null ? dates : List.of(before.date());
          var faults = faults(before.engagement(), plan, people, old, before.participants());
          if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
          var date = WorkshopRows.fixed(plan);
          rows.change(id, plan, date, before.date() != null, clock.instant());
          rows.propose(id, date == null ? plan.dates() : List.of(), Today.LUXEMBOURG);
          rows.invite(id, people);
          var after = found(id);
          before.participants().stream()
              .filter(one -> !after.invites(one.account()))
              .forEach(one -> invitations.uninvite(before, after, one));
          if (before.date() != null && after.date() == null) {
            invitations.tellCalendars(
                before,
                Method.CANCEL,
                after.sequence(),
                "workshop.event.changed-dates",
                List.of(after.title()));
          }
          tellPlanned(after, "changed");
          return Outcome.done(after);
        });
  }

  /// Says which of the proposed dates suit the caller.
  @Needs(value = "workshop:take-part", records = "workshop.answered")
  public Outcome<Workshop> answer(WorkshopId id, Map<Integer, Answer> answers) {
    var workshop = locked(id);
    if (workshop.state() != State.PLANNED) return Outcome.refused(new WorkshopRefusal.NotPlanned());
    if (!workshop.invites(current.get().id())) {
      return Outcome.refused(new WorkshopRefusal.NotInvited());
    }
    var numbers = new HashSet<>(workshop.proposed().stream().map(Proposed::number).toList());
    if (workshop.date() != null || !numbers.containsAll(answers.keySet())) {
      return Outcome.refused(new WorkshopRefusal.NoSuchDate());
    }
    rows.answer(id, current.get().id(), answers);
    return Outcome.done(found(id));
  }

  /// Fixes one of the proposed dates.
  @Needs(value = "workshop:write", records = "workshop.date-fixed")
  public Outcome<Workshop> fix(WorkshopId id, int number, int seenVersion) {
    return over(
        id,
        seenVersion,
        before -> {
          var chosen =
              before.date() == null
                  ? before.proposed().stream().filter(one -> one.number() == number).findFirst()
                  : Optional.<Proposed>empty();
          if (chosen.isEmpty()) return Outcome.refused(new WorkshopRefusal.NoSuchDate());
          rows.fix(id, chosen.get().at(), clock.instant());
          var after = found(id);
          tellPlanned(after, "fixed");
          return Outcome.done(after);
        });
  }

  /// Calls it off, with the reason.
  @Needs(value = "workshop:write", records = "workshop.cancelled")
  public Outcome<Workshop> cancel(WorkshopId id, String reason, int seenVersion) {
    var why = reason.strip();
    if (why.isEmpty()) return invalid(new Fault("reason", "workshop.fault.reason"));
    if (why.length() > LONGEST_REASON) {
      return invalid(new Fault("reason", "workshop.fault.long", List.of(LONGEST_REASON)));
    }
    return over(
        id,
        seenVersion,
        _ -> {
          rows.cancel(id, why, clock.instant());
          var after = found(id);
          var arguments = List.of(after.title(), why);
          invitations.tell(after, "workshop.event.cancelled", arguments, null);
          if (after.date() != null) {
            invitations.tellCalendars(
                after, Method.CANCEL, after.sequence(), "workshop.event.cancelled", arguments);
          }
          return Outcome.done(after);
        });
  }

  /// Says that it took place, and who was there.
  @Needs(value = "workshop:write", records = "workshop.held")
  public Outcome<Workshop> hold(WorkshopId id, Set<AccountId> attended, int seenVersion) {
    return over(
        id,
        seenVersion,
        before -> {
          if (!before.hasBegun(clock.instant())) {
            return Outcome.refused(new WorkshopRefusal.NotBegun());
          }
          rows.hold(id, attended, clock.instant());
          var after = found(id);
          invitations.tell(after, "workshop.event.held", List.of(after.title()), Who.ADVISOR);
          return Outcome.done(after);
        });
  }

  /// The appointment as an iCalendar file to take away; none while it has no date.
  @Needs("workshop:read")
  public Optional<byte[]> calendar(WorkshopId id) {
    var workshop = found(id);
    return workshop.date() == null
        ? Optional.empty()
        : Optional.of(
            invitations.calendar(
                workshop,
                workshop.state() == State.CANCELLED ? Method.CANCEL : Method.PUBLISH,
                workshop.sequence()));
  }

  private List<Fault> faults(
      EngagementId engagement,
      Plan plan,
      List<Participant> people,
      List<WallTime> datesBefore,
      List<Participant> before) {
    var faults = new ArrayList<>(plan.faults(clock.instant(), datesBefore));
    var missing =
        plan.people().stream()
            .anyMatch(one -> people.stream().noneMatch(known -> known.account().equals(one)));
    var lost =
        people.stream()
            .anyMatch(one ->
                before.stream().noneMatch(old -> old.account().equals(one.account()))
                    && !guests.mayBeTold(tenants.organisationOf(engagement).orElseThrow(), one));
    if (missing || lost) faults.add(new Fault("people", "workshop.fault.guest"));
    if (plan.useCase() != null
        && useCases.of(engagement).stream().noneMatch(one -> one.id().equals(plan.useCase()))) {
      faults.add(new Fault("useCase", "workshop.fault.use-case"));
    }
    return faults;
  }

  private void tellPlanned(Workshop workshop, String what) {
    var date = workshop.date();
    if (date == null) {
      invitations.tell(
          workshop,
          "workshop.event." + what + "-dates",
          List.of(workshop.title()),
          Who.ORGANISATION);
    } else {
      var message = "workshop.event." + what;
      var arguments =
          List.of(
              workshop.title(), "@" + date.at().toLocalDate(), date.at().toLocalTime().toString());
      invitations.tell(workshop, message, arguments, null);
      invitations.tellCalendars(workshop, Method.REQUEST, workshop.sequence(), message, arguments);
    }
  }

  private Outcome<Workshop> over(
      WorkshopId id, int seenVersion, Function<Workshop, Outcome<Workshop>> change) {
    var workshop = locked(id);
    if (workshop.version() != seenVersion) {
      return Outcome.refused(new Refusal.Changed(workshop.version()));
    }
    return workshop.state() == State.PLANNED
        ? change.apply(workshop)
        : Outcome.refused(new WorkshopRefusal.NotPlanned());
  }

  private static Outcome<Workshop> invalid(Fault fault) {
    return Outcome.refused(new Refusal.Invalid(List.of(fault)));
  }

  private Workshop locked(WorkshopId id) {
    return rows.lock(id).orElseThrow(() -> new NotVisible(id.toString()));
  }

  private Workshop found(WorkshopId id) {
    return rows.find(id).orElseThrow(() -> new NotVisible(id.toString()));
  }
}
