package lu.aifactory.platform.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.NewAccount;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Secret;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;

/// The first contact: questions that a visitor answers without an account, kept under a link that only they know, until
/// an account, an organisation and an engagement are made of them at once.
@Facade
public class FirstContact {

  private static final String LINK = "the unguessable link is what lets a visitor in";

  private final Intakes intakes;
  private final Identity identity;
  private final CurrentPerson current;
  private final Opening opening;
  private final Clock clock;

  FirstContact(
      Intakes intakes, Identity identity, CurrentPerson current, Opening opening, Clock clock) {
    this.intakes = intakes;
    this.identity = identity;
    this.current = current;
    this.opening = opening;
    this.clock = clock;
  }

  /// A first contact that has just begun; the link is shown to its owner and kept nowhere.
  public record Begun(IntakeId id, Secret link) {}

  /// Begins one.
  @Open(value = "a visitor has no account yet", records = "intake.begun")
  public Begun begin() {
    var link = Secret.fresh("");
    return new Begun(intakes.add(Questions.current(), Answers.none(), link, clock.instant()), link);
  }

  /// How far it has come.
  @Open(LINK)
  public Outcome<Intake> draft(Secret link) {
    return open(intakes.find(link));
  }

  /// Answers one question, or answers it anew. A wrong answer is refused; the earlier one stays.
  @Open(value = LINK, records = "intake.answered")
  public Outcome<Intake> answer(Secret link, String question, List<String> typed) {
    return open(intakes.held(link)).then(intake -> answer(intake, question, typed));
  }

  private Outcome<Intake> answer(Intake intake, String question, List<String> typed) {
    var asked = intake.asked().stream().filter(one -> one.id().equals(question)).findFirst();
    if (asked.isEmpty()) {
      return Outcome.refused(new JourneyRefusal.NoSuchQuestion());
    }
    var values = Answers.clean(typed);
    var fault = asked.get().fault(values);
    if (fault.isPresent()) {
      return Outcome.refused(new Refusal.Invalid(List.of(fault.get())));
    }
    var changed = intake.with(intake.answers().with(question, values));
    intakes.change(intake.id(), changed.answers(), clock.instant());
    return Outcome.done(changed);
  }

  /// Makes account, organisation and engagement of it, all or nothing. Asking twice makes one of each.
  @Open(value = LINK, records = "engagement.opened")
  public Outcome<EngagementId> register(Secret link, NewAccount account) {
    return finish(
        link,
        intake ->
            identity
                .open(intake.account(), account)
                .then(owner ->
                    identity
                        .found(intake.organisation(), intake.organisationName(), owner)
                        .map(organisation -> opening.open(intake, organisation, owner))));
  }

  /// The same for somebody who has an account and is signed in: a new organisation of theirs.
  @Needs(value = "profile:write", records = "engagement.opened")
  public Outcome<EngagementId> join(Secret link) {
    var owner = current.get().id();
    return finish(
        link,
        intake ->
            identity
                .found(intake.organisation(), intake.organisationName(), owner)
                .map(organisation -> opening.open(intake, organisation, owner)));
  }

  /// The same for a further project of an organisation that is there already.
  @Needs(value = "engagement:write", records = "engagement.opened")
  public Outcome<EngagementId> join(OrganisationId organisation, Secret link) {
    var owner = current.get().id();
    return finish(link, intake -> Outcome.done(opening.open(intake, organisation, owner)));
  }

  private Outcome<EngagementId> finish(Secret link, Function<Intake, Outcome<EngagementId>> make) {
    var found = intakes.held(link);
    if (found.isEmpty()) {
      return Outcome.refused(new JourneyRefusal.IntakeOver());
    }
    var intake = found.get();
    if (intake.completed()) {
      return Outcome.done(intake.engagement());
    }
    var faults = intake.questions().faults(intake.answers());
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    return make.apply(intake)
        .map(engagement -> {
          intakes.complete(intake, clock.instant());
          return engagement;
        });
  }

  private static Outcome<Intake> open(Optional<Intake> found) {
    return found
        .filter(intake -> !intake.completed())
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new JourneyRefusal.IntakeOver()));
  }

  /// Forgets what nobody has touched for so many days; answers how many that were.
  @Needs(value = "schedule:run", records = "intake.abandoned-forgotten")
  public int forget(int days) {
    return intakes.dropAbandoned(clock.instant().minus(Duration.ofDays(days)));
  }
}
