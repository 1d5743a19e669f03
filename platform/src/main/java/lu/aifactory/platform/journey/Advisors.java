package lu.aifactory.platform.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/// The factory's advisors: what they know, how much they have to do, when they are away, and who looks after whom.
@Facade
public class Advisors {

  private final AdvisorProfiles profiles;
  private final Engagements engagements;
  private final Opening opening;
  private final Assignments assignments;
  private final Substitutes substitutes;
  private final Identity identity;
  private final CurrentPerson current;
  private final Clock clock;

  Advisors(
      AdvisorProfiles profiles,
      Engagements engagements,
      Opening opening,
      Assignments assignments,
      Substitutes substitutes,
      Identity identity,
      CurrentPerson current,
      Clock clock) {
    this.profiles = profiles;
    this.engagements = engagements;
    this.opening = opening;
    this.assignments = assignments;
    this.substitutes = substitutes;
    this.identity = identity;
    this.current = current;
    this.clock = clock;
  }

  /// An advisor with load and profile.
  ///
  /// @param absent whether they are away today
  public record Advisor(
      AccountId account, String name, AdvisorProfile profile, int load, boolean absent) {

    /// Whether they can take on one more.
    public boolean hasRoom() {
      return load < profile.capacity();
    }
  }

  /// Somebody who is away, until when, and who stands in.
  public record Away(LocalDate until, @Nullable String substitute) {}

  /// All advisors, by name.
  @Needs("engagement:assign")
  public List<Advisor> all() {
    return everyone();
  }

  /// Those who could stand in for an advisor.
  @Needs("advisor:profile")
  public List<Advisor> colleagues(AccountId advisor) {
    return everyone().stream().filter(one -> !one.account().equals(advisor)).toList();
  }

  /// An advisor's profile: their own, or anybody's for an administrator.
  @Needs("advisor:profile")
  public Advisor advisor(AccountId account) {
    ownOrAdministrator(account);
    return everyone().stream()
        .filter(one -> one.account().equals(account))
        .findFirst()
        .orElseThrow(() -> new NotVisible(account.toString()));
  }

  /// Changes a profile.
  @Needs(value = "advisor:profile", records = "advisor.profile-saved")
  public Outcome<AccountId> save(AccountId account, AdvisorProfile profile) {
    ownOrAdministrator(account);
    var advisors = assignments.advisors();
    if (!advisors.contains(account)) {
      return Outcome.refused(new JourneyRefusal.NotAnAdvisor());
    }
    var sectors = Set.copyOf(Questions.current().question("sector").orElseThrow().options());
    var faults = profile.faults(account, sectors, advisors);
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    if (profiles.save(account, profile)) {
      current.asSystem("journey", substitutes::bringUpToDate);
      return Outcome.done(account);
    }
    var version = profiles.find(account).map(AdvisorProfile::version).orElse(0);
    return Outcome.refused(new Refusal.Changed(version));
  }

  /// Gives an engagement to another advisor, or to its first, with the reason.
  @Needs(value = "engagement:assign", records = "engagement.advisor-changed")
  public Outcome<EngagementId> reassign(
      EngagementId id, AccountId advisor, String reason, int version) {
    var fault = Journey.reasonFault(reason);
    if (fault.isPresent()) {
      return Outcome.refused(new Refusal.Invalid(List.of(fault.get())));
    }
    if (!assignments.advisors().contains(advisor)) {
      return Outcome.refused(
          new Refusal.Invalid(List.of(new Fault("advisor", "journey.refusal.not-an-advisor"))));
    }
    var before = engagements.find(id).orElseThrow(() -> new NotVisible(id.toString()));
    if (advisor.equals(before.advisor())) {
      return Outcome.done(id);
    }
    if (!assignments.give(before, advisor, reason.strip(), version)) {
      return Outcome.refused(new Refusal.Changed(before.version()));
    }
    current.asSystem("journey", substitutes::bringUpToDate);
    return Outcome.done(id);
  }

  /// Whether the advisor of an engagement is away today.
  @Needs("engagement:read")
  public Optional<Away> away(EngagementId id) {
    return engagements
        .find(id)
        .map(Engagement::advisor)
        .flatMap(profiles::find)
        .filter(profile -> profile.absent(Today.of(clock)))
        .flatMap(this::away);
  }

  private Optional<Away> away(AdvisorProfile profile) {
    var substitute = profile.substitute();
    return Optional.ofNullable(profile.absentUntil())
        .map(until -> new Away(until, substitute == null ? null : identity.nameOf(substitute)));
  }

  private List<Advisor> everyone() {
    var today = Today.of(clock);
    return opening.candidates().stream()
        .map(one ->
            new Advisor(
                one.account(), one.name(), one.profile(), one.load(), one.profile().absent(today)))
        .toList();
  }

  private void ownOrAdministrator(AccountId account) {
    var caller = current.get();
    if (!caller.id().equals(account) && !caller.is(Role.ADMINISTRATOR)) {
      throw new AccessDeniedException("the profile of another advisor");
    }
  }
}
