package lu.aifactory.platform.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.demo.Seeding.Deed;
import lu.aifactory.platform.journey.Waiting;
import lu.aifactory.platform.shared.Today;
import lu.aifactory.platform.usecase.UseCaseSummary;
import lu.aifactory.platform.workshop.Minutes;
import lu.aifactory.platform.workshop.Plan;
import lu.aifactory.platform.workshop.WallTime;
import lu.aifactory.platform.workshop.Workshop;
import lu.aifactory.platform.workshop.WorkshopId;

/// A workshop from its plan to its sealed minutes, as far as the script tells it.
final class Gathering {

  private static final int AGENDA_POINTS = 4;
  private static final int MINUTES_A_POINT = 15;
  private static final int TASK_DAYS = 14;

  private final Rooms rooms;
  private final Cast cast;
  private final Script.Meeting meeting;
  private final Locale language;
  private final WorkshopId id = new WorkshopId(UUID.randomUUID());

  Gathering(Rooms rooms, Cast cast, Script.Meeting meeting, Locale language) {
    this.rooms = rooms;
    this.cast = cast;
    this.meeting = meeting;
    this.language = language;
  }

  List<Deed> deeds(Instant now) {
    var today = LocalDate.ofInstant(now, Today.LUXEMBOURG);
    var first = meeting.days().getFirst();
    var deeds = new ArrayList<Deed>();
    var planned = now.minus(first < 0 ? 9 - first : 3, ChronoUnit.DAYS);
    deeds.add(new Deed(planned, () -> plan(today)));
    deeds.add(new Deed(planned.plus(5, ChronoUnit.HOURS), this::answer));
    var notes = meeting.notes();
    if (notes != null) {
      deeds.add(new Deed(now.plus(first + 2, ChronoUnit.DAYS), () -> hold(notes, today)));
      // The seal's certificate is as old as the demonstration.
      deeds.add(new Deed(now, this::seal));
    }
    return deeds;
  }

  private void plan(LocalDate today) {
    cast.asAdvisor(() -> {
      var engagement = cast.engagement();
      var people =
          rooms.workshops().guests(engagement).stream()
              .filter(one -> meeting.expert() || one.side() != Workshop.Side.EXPERT)
              .map(Workshop.Participant::account)
              .collect(Collectors.toSet());
      var agenda =
          rooms.workshops().openQuestions(engagement, language).stream()
              .limit(AGENDA_POINTS)
              .map(one -> new Workshop.Item(one.text(), MINUTES_A_POINT))
              .toList();
      var useCase =
          rooms.useCases().of(engagement).stream().findFirst().map(UseCaseSummary::id).orElse(null);
      var plan =
          new Plan(
              meeting.title(),
              meeting.purpose(),
              useCase,
              meeting.place(),
              meeting.link(),
              meeting.minutes(),
              agenda,
              people,
              meeting.days().stream().map(days -> time(today, days)).toList());
      return Story.done(rooms.workshops().plan(engagement, id, plan));
    });
  }

  private WallTime time(LocalDate today, int days) {
    var day = today.plusDays(days);
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.minusDays(1);
    }
    return new WallTime(day.atTime(LocalTime.parse(meeting.time())), Today.LUXEMBOURG, false);
  }

  private void answer() {
    cast.asOwner(() -> {
      var workshop = rooms.workshops().show(id);
      if (workshop.date() == null) {
        var answers = new HashMap<Integer, Workshop.Answer>();
        workshop
            .proposed()
            .forEach(one ->
                answers.put(
                    one.number(), one.number() == 1 ? Workshop.Answer.MAYBE : Workshop.Answer.YES));
        Story.done(rooms.workshops().answer(id, answers));
      }
      return true;
    });
  }

  private void hold(String notes, LocalDate today) {
    cast.asAdvisor(() -> {
      var workshop = rooms.workshops().show(id);
      var attended =
          workshop.participants().stream()
              .map(Workshop.Participant::account)
              .collect(Collectors.toSet());
      Story.done(rooms.workshops().hold(id, attended, workshop.version()));
      Story.done(rooms.minutes().save(id, notes, 0));
      Story.done(
          rooms
              .minutes()
              .decide(
                  id,
                  new Minutes.NewDecision(
                      UUID.randomUUID(),
                      Objects.requireNonNull(meeting.decision()),
                      Waiting.Who.ORGANISATION,
                      cast.owner(),
                      today.plusDays(TASK_DAYS))));
      return true;
    });
  }

  private void seal() {
    Story.done(cast.asAdvisor(() -> rooms.minutes().seal(id, language)));
  }
}
