package lu.aifactory.platform.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.shared.Today;
import org.springframework.stereotype.Component;

/// Opens an engagement from a first contact: advisor, first tasks, first line of the timeline.
@Component
class Opening {

  private final Identity identity;
  private final Assignments assignments;
  private final Engagements engagements;
  private final AdvisorProfiles profiles;
  private final Tasks tasks;
  private final Timeline timeline;
  private final StageChanges stages;
  private final Promises promises;
  private final Clock clock;

  Opening(
      Identity identity,
      Assignments assignments,
      Engagements engagements,
      AdvisorProfiles profiles,
      Tasks tasks,
      Timeline timeline,
      StageChanges stages,
      Promises promises,
      Clock clock) {
    this.identity = identity;
    this.assignments = assignments;
    this.engagements = engagements;
    this.profiles = profiles;
    this.tasks = tasks;
    this.timeline = timeline;
    this.stages = stages;
    this.promises = promises;
    this.clock = clock;
  }

  EngagementId open(Intake intake, OrganisationId organisation, AccountId owner) {
    var now = clock.instant();
    var today = Today.of(clock);
    var choice = choose(intake, today);
    var promised = promises.firstContact().end(now);
    var due = LocalDate.ofInstant(promised, Today.LUXEMBOURG);
    var id = intake.engagement();
    var page = "/engagements/" + id.value();
    if (choice.advisor() == null) {
      var waiting = new Waiting(Waiting.Who.FACTORY, due);
      engagements.add(intake, organisation, choice, waiting, promised, now);
      stages.enter(id, Stage.DISCOVER, now);
      timeline.add(
          event(id, "journey.event.opened-waiting", intake, waiting, page), Optional.of(owner));
      return id;
    }
    var waiting = new Waiting(Waiting.Who.ADVISOR, due);
    engagements.add(intake, organisation, choice, waiting, promised, now);
    stages.enter(id, Stage.DISCOVER, now);
    assignments.tie(organisation, new AccountId(choice.advisor()));
    tasks.addOurs(id, Journey.FIRST_CONTACT, Waiting.Who.ADVISOR, due, page, now);
    timeline.add(event(id, "journey.event.opened", intake, waiting, page), Optional.of(owner));
    return id;
  }

  private static EngagementEvent event(
      EngagementId id, String message, Intake intake, Waiting waiting, String page) {
    return new EngagementEvent(id, message, List.of(intake.organisationName()), waiting, page);
  }

  private AdvisorChoice choose(Intake intake, LocalDate today) {
    profiles.holdChoice();
    return AdvisorChoice.among(
        candidates(),
        new AdvisorChoice.Need(
            intake.answers().first("sector"), intake.answers().first("language"), today));
  }

  List<AdvisorChoice.Candidate> candidates() {
    var written = profiles.all();
    var loads = profiles.loads();
    return identity.staff(Role.ADVISOR).stream()
        .map(person -> candidate(person, written, loads))
        .toList();
  }

  private static AdvisorChoice.Candidate candidate(
      Person person, Map<AccountId, AdvisorProfile> written, Map<AccountId, Integer> loads) {
    var profile = written.get(person.id());
    return new AdvisorChoice.Candidate(
        person.id(),
        person.name(),
        profile == null ? AdvisorProfile.unwritten(person.language().getLanguage()) : profile,
        loads.getOrDefault(person.id(), 0));
  }
}
