package lu.aifactory.platform.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lu.aifactory.platform.demo.Seeding.Deed;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Consents;
import lu.aifactory.platform.identity.InventedPeople;
import lu.aifactory.platform.identity.NewAccount;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.identity.Secret;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.FirstContact;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.journey.NewTask;
import lu.aifactory.platform.journey.TaskId;
import lu.aifactory.platform.journey.Waiting;
import lu.aifactory.platform.readiness.AssessmentId;
import lu.aifactory.platform.readiness.Given;
import lu.aifactory.platform.readiness.Readiness;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.usecase.NewUseCase;
import lu.aifactory.platform.usecase.UseCaseId;
import lu.aifactory.platform.usecase.UseCases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What one organisation went through, deed by deed, each done by whoever would do it.
final class Story {

  private static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");
  private static final int CONSENT_DAYS = 180;
  private static final int SHOWN_EVIDENCE = 3;

  private final Rooms rooms;
  private final Script script;
  private final Script.Organisation told;
  private final int index;

  private @Nullable AccountId owner;
  private @Nullable OrganisationId organisation;
  private @Nullable EngagementId engagement;

  Story(Rooms rooms, Script script, Script.Organisation told, int index) {
    this.rooms = rooms;
    this.script = script;
    this.told = told;
    this.index = index;
  }

  /// The rooms in which stories play.
  @Component
  @InDemo
  record Rooms(
      InventedPeople people,
      FirstContact contact,
      Journey journey,
      Readiness readiness,
      UseCases useCases,
      Consents consents,
      Describing describing) {}

  List<Deed> deeds(Instant now) {
    var deeds = new ArrayList<Deed>();
    deeds.add(new Deed(after(now, 0), this::arrive));
    deeds.add(new Deed(after(now, 0.02), this::bringColleagues));
    var details = told.details();
    if (details != null) {
      deeds.add(new Deed(after(now, 0.05), () -> describe(details)));
    }
    if (told.contacted()) {
      deeds.add(new Deed(after(now, 0.1), this::call));
    }
    for (var task : told.tasks()) {
      deeds.add(
          new Deed(
              after(now, 0.12),
              () -> set(task, LocalDate.ofInstant(after(now, 0.12), LUXEMBOURG))));
    }
    for (var agreement : told.consents()) {
      deeds.add(
          new Deed(after(now, 0.2), () -> agree(agreement, LocalDate.ofInstant(now, LUXEMBOURG))));
    }
    var readiness = told.readiness();
    if (readiness != null) {
      deeds.add(new Deed(after(now, 0.3), () -> assess(readiness)));
    }
    var move = told.move();
    if (move != null) {
      deeds.add(new Deed(after(now, 0.5), () -> move(move)));
    }
    var writing = told.usecase();
    if (writing != null) {
      var id = new UseCaseId(UUID.randomUUID());
      var text = new UseCaseText(LocalDate.ofInstant(now, LUXEMBOURG));
      deeds.add(new Deed(after(now, 0.6), () -> write(writing, id, text)));
      deeds.add(new Deed(after(now, 0.85), () -> sign(writing, id)));
      if (writing.sealed()) {
        deeds.add(new Deed(now, () -> done(asOwner(() -> rooms.useCases().seal(id)))));
      }
    }
    return deeds;
  }

  /// A time between arrival and now, at which people work.
  private Instant after(Instant now, double share) {
    var days = Math.round(told.days() * (1 - share));
    var minute = 8 * 60 + index * 37 % 240 + (int) (share * 240);
    var wanted =
        LocalDate.ofInstant(now, LUXEMBOURG)
            .minusDays(days)
            .atStartOfDay(LUXEMBOURG)
            .plusMinutes(minute)
            .toInstant();
    // What happened today happened before the demonstration opened.
    var latest = now.minus(Duration.ofMinutes(60 - (long) (share * 50)));
    return wanted.isBefore(latest) ? wanted : latest;
  }

  private void arrive() {
    var link = rooms.contact().begin().link();
    told.answers()
        .forEach((question, values) -> done(rooms.contact().answer(link, question, values)));
    var human = told.owner();
    done(rooms.contact().answer(link, nameQuestion(), List.of(told.name())));
    done(rooms.contact().answer(link, "language", List.of(human.language())));
    done(rooms.contact().answer(link, "name", List.of(human.name())));
    done(rooms.contact().answer(link, "email", List.of(human.email())));
    var intake = done(rooms.contact().draft(link));
    owner = intake.account();
    organisation = intake.organisation();
    // An account that is there already is not opened again, so this password is never kept.
    add(human, intake.account(), Map.of());
    var account =
        new NewAccount(human.email(), human.name(), human.language(), Secret.fresh("").text());
    engagement = done(rooms.contact().register(link, account));
  }

  private String nameQuestion() {
    return told.answers().getOrDefault("kind", List.of()).contains("founder")
        ? "project-name"
        : "organisation-name";
  }

  private void bringColleagues() {
    for (var human : told.members()) {
      add(
          human,
          Staffing.account(human.email()),
          Map.of(there(organisation), Role.ORGANISATION_MEMBER));
    }
  }

  private void add(Script.Human human, AccountId account, Map<OrganisationId, Role> memberships) {
    done(
        rooms
            .people()
            .add(
                new Person(
                    account,
                    human.name(),
                    human.email(),
                    Locale.forLanguageTag(human.language()),
                    Set.of(),
                    memberships,
                    null,
                    null)));
  }

  private void describe(Script.Details details) {
    asOwner(() -> {
      rooms.describing().describe(there(organisation), told.name(), details);
      return true;
    });
  }

  private void call() {
    asAdvisor(() -> {
      var journey = rooms.journey();
      journey.tasks(there(engagement)).stream()
          .filter(task -> task.isOpen() && task.side() == Waiting.Who.ADVISOR)
          .forEach(task -> done(journey.finishTask(there(engagement), task.id(), task.version())));
      return true;
    });
  }

  private void set(Script.Errand errand, LocalDate today) {
    var task =
        new NewTask(
            new TaskId(UUID.randomUUID()),
            errand.what(),
            Waiting.Who.ORGANISATION,
            there(owner),
            today.plusDays(errand.within()),
            null);
    done(asAdvisor(() -> rooms.journey().addTask(there(engagement), task)));
  }

  private void agree(Script.Agreement agreement, LocalDate today) {
    var grant =
        new Consents.Grant(
            UUID.randomUUID(),
            agreement.partner(),
            agreement.scopes(),
            agreement.purpose(),
            today.plusDays(CONSENT_DAYS));
    done(asOwner(() -> rooms.consents().grant(there(organisation), grant)));
  }

  private void assess(Script.Assessing assessing) {
    var readiness = rooms.readiness();
    var id = new AssessmentId(UUID.randomUUID());
    var asked =
        asOwner(() -> done(readiness.start(there(engagement), id, assessing.facts())).asked());
    for (int item = 0; item < assessing.levels().size(); item++) {
      var given = given(assessing.levels().get(item));
      var key = asked.get(item).id();
      done(asOwner(() -> readiness.answer(id, key, given)));
    }
    var note = assessing.note();
    if (note != null) {
      done(asAdvisor(() -> readiness.verifyEvidence(id, asked.getFirst().id(), note)));
    }
    if (assessing.finished()) {
      done(asOwner(() -> readiness.finish(id)));
    }
  }

  private static Given given(int level) {
    return level < 0
        ? new Given("dont-know", null, null, null, null, null)
        : new Given(
            "level",
            level,
            null,
            level >= SHOWN_EVIDENCE ? "document-seen" : "self-declared",
            null,
            null);
  }

  private void move(Script.Move move) {
    var version = rooms.journey().engagement(there(engagement)).version();
    done(
        asAdvisor(
            () -> rooms.journey().move(there(engagement), move.stage(), move.reason(), version)));
  }

  private void write(Script.Writing writing, UseCaseId id, UseCaseText text) {
    var wanted = new NewUseCase(writing.title(), writing.language());
    done(asOwner(() -> rooms.useCases().create(there(engagement), id, wanted)));
    var sections = Objects.requireNonNull(script.documents().get(writing.document()));
    sections.entrySet().stream()
        .limit(writing.sections())
        .forEach(section -> {
          var answers = text.answers(section.getValue());
          done(asOwner(() -> rooms.useCases().save(id, section.getKey(), answers, 0)));
        });
  }

  private void sign(Script.Writing writing, UseCaseId id) {
    var useCases = rooms.useCases();
    var hash = useCases.show(id).contentHash();
    if (writing.signed().contains("advisor")) {
      done(asAdvisor(() -> useCases.signAsAdvisor(id, hash)));
    }
    if (writing.signed().contains("organisation")) {
      done(asOwner(() -> useCases.signForOrganisation(id, hash)));
    }
  }

  private <T> T asOwner(Supplier<T> action) {
    return rooms.people().as(there(owner), action);
  }

  private <T> T asAdvisor(Supplier<T> action) {
    var advisor = rooms.journey().advisorOf(there(engagement)).orElseThrow();
    return rooms.people().as(advisor, action);
  }

  private static <T> T there(@Nullable T thing) {
    return Objects.requireNonNull(thing);
  }

  /// What was done. A script that the rooms refuse is a mistake in the script.
  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> value;
      case Outcome.Refused<T>(var why) ->
          throw new IllegalStateException("The demonstration was refused: " + why);
    };
  }
}
