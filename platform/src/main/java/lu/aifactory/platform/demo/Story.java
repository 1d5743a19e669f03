package lu.aifactory.platform.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.demo.Seeding.Deed;
import lu.aifactory.platform.identity.Consents;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.journey.NewTask;
import lu.aifactory.platform.journey.TaskId;
import lu.aifactory.platform.journey.Waiting;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Today;
import lu.aifactory.platform.usecase.UseCaseId;

/// What one organisation went through, deed by deed, each done by whoever would do it.
final class Story {

  private static final int CONSENT_DAYS = 180;

  private final Rooms rooms;
  private final Script.Organisation told;
  private final Map<String, String> levels;
  private final int index;
  private final Cast cast;
  private final Arrival arrival;
  private final Paperwork paperwork;
  private final Foresight planning;

  Story(Rooms rooms, Script script, Script.Organisation told, int index) {
    this.rooms = rooms;
    this.cast = new Cast(rooms);
    this.arrival = new Arrival(rooms, cast);
    this.paperwork = new Paperwork(rooms, cast, script);
    this.planning = new Foresight(rooms, cast, Locale.forLanguageTag(told.owner().language()));
    this.told = told;
    this.levels = script.levels();
    this.index = index;
  }

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
              () -> set(task, LocalDate.ofInstant(after(now, 0.12), Today.LUXEMBOURG))));
    }
    for (var agreement : told.consents()) {
      deeds.add(
          new Deed(
              after(now, 0.2), () -> agree(agreement, LocalDate.ofInstant(now, Today.LUXEMBOURG))));
    }
    var readiness = told.readiness();
    if (readiness != null) {
      deeds.add(new Deed(after(now, 0.3), () -> paperwork.assess(readiness)));
    }
    if (index == 0) {
      deeds.add(new Deed(after(now, 0.4), this::judge));
    }
    var move = told.move();
    if (move != null) {
      deeds.add(new Deed(after(now, 0.5), () -> move(move)));
    }
    var ideas = told.ideas();
    if (ideas != null) {
      deeds.add(new Deed(after(now, 0.4), () -> planning.imagine(ideas)));
      deeds.add(new Deed(after(now, 0.45), () -> planning.decide(ideas)));
    }
    var roadmap = told.roadmap();
    if (roadmap != null) {
      var start = LocalDate.ofInstant(now, Today.LUXEMBOURG).plusDays(roadmap.within());
      deeds.add(new Deed(after(now, 0.55), () -> planning.plan(roadmap, start)));
    }
    var writing = told.usecase();
    if (writing != null) {
      var id = new UseCaseId(UUID.randomUUID());
      var text = new UseCaseText(LocalDate.ofInstant(now, Today.LUXEMBOURG));
      deeds.add(
          new Deed(
              after(now, 0.6),
              () -> paperwork.write(writing, planning.idea(writing.title()), id, text)));
      deeds.add(new Deed(after(now, 0.85), () -> paperwork.sign(writing, id)));
      if (writing.sealed()) {
        deeds.add(new Deed(now, () -> paperwork.seal(id)));
      }
    }
    var meeting = told.workshop();
    if (meeting != null) {
      var language = Locale.forLanguageTag(told.owner().language());
      deeds.addAll(new Gathering(rooms, cast, meeting, language).deeds(now));
    }
    return deeds;
  }

  /// A time between arrival and now, at which people work.
  private Instant after(Instant now, double share) {
    var days = Math.round(told.days() * (1 - share));
    var minute = 8 * 60 + index * 37 % 240 + (int) (share * 240);
    var wanted =
        LocalDate.ofInstant(now, Today.LUXEMBOURG)
            .minusDays(days)
            .atStartOfDay(Today.LUXEMBOURG)
            .plusMinutes(minute)
            .toInstant();
    // What happened today happened before the demonstration opened.
    var latest = now.minus(Duration.ofMinutes(60 - (long) (share * 50)));
    return wanted.isBefore(latest) ? wanted : latest;
  }

  private void arrive() {
    arrival.arrive(told.name(), told.owner(), told.answers());
  }

  private void bringColleagues() {
    for (var human : told.members()) {
      arrival.add(
          human,
          Staffing.account(human.email()),
          Map.of(cast.organisation(), Role.ORGANISATION_MEMBER));
    }
  }

  private void describe(Script.Details details) {
    cast.asOwner(() -> {
      rooms.describing().describe(cast.organisation(), told.name(), details);
      return true;
    });
  }

  private void call() {
    cast.asAdvisor(() -> {
      var journey = rooms.journey();
      journey.tasks(cast.engagement()).stream()
          .filter(task -> task.isOpen() && task.side() == Waiting.Who.ADVISOR)
          .forEach(task -> done(journey.finishTask(cast.engagement(), task.id(), task.version())));
      return true;
    });
  }

  private void set(Script.Errand errand, LocalDate today) {
    var task =
        new NewTask(
            new TaskId(UUID.randomUUID()),
            errand.what(),
            Waiting.Who.ORGANISATION,
            cast.owner(),
            today.plusDays(errand.within()),
            null);
    done(cast.asAdvisor(() -> rooms.journey().addTask(cast.engagement(), task)));
  }

  private void agree(Script.Agreement agreement, LocalDate today) {
    var grant =
        new Consents.Grant(
            UUID.randomUUID(),
            agreement.partner(),
            agreement.scopes(),
            agreement.purpose(),
            today.plusDays(CONSENT_DAYS));
    done(cast.asOwner(() -> rooms.consents().grant(cast.organisation(), grant)));
  }

  private void judge() {
    done(cast.asAdvisor(() -> rooms.progress().judge(cast.engagement(), levels)));
  }

  private void move(Script.Move move) {
    cast.asAdvisor(() -> {
      var journey = rooms.journey();
      journey.tasks(cast.engagement()).stream()
          .filter(task -> task.isOpen() && task.template() != null)
          .forEach(task -> done(journey.finishTask(cast.engagement(), task.id(), task.version())));
      return true;
    });
    var version = rooms.journey().engagement(cast.engagement()).version();
    done(
        cast.asAdvisor(() ->
            rooms.progress().move(cast.engagement(), move.stage(), false, move.reason(), version)));
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
