package lu.aifactory.platform.journey;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.journey.ReminderRows.DueTask;
import lu.aifactory.platform.notice.NoticeKind;
import lu.aifactory.platform.notice.Notices;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Today;

/// Reminds of promised first contacts and of tasks, each once: what was said is written down in the transaction of the
/// notices, so neither a restart nor a second replica says it again.
@Facade
class Reminders {

  private final ReminderRows rows;
  private final Engagements engagements;
  private final Sides sides;
  private final Promises promises;
  private final WorkingDays calendar;
  private final Notices notices;
  private final Clock clock;

  Reminders(
      ReminderRows rows,
      Engagements engagements,
      Sides sides,
      Promises promises,
      WorkingDays calendar,
      Notices notices,
      Clock clock) {
    this.rows = rows;
    this.engagements = engagements;
    this.sides = sides;
    this.promises = promises;
    this.calendar = calendar;
    this.notices = notices;
    this.clock = clock;
  }

  /// Says what is to be said now; answers how many reminders that were.
  @Needs("schedule:run")
  public int remind() {
    var now = clock.instant();
    var today = Today.of(clock);
    var said = 0;
    for (var id : rows.promisedBefore(horizon(today))) {
      said += engagements.find(id).map(one -> firstContact(one, now)).orElse(0);
    }
    for (var task : rows.dueUntil(calendar.after(today, 1), today)) {
      said += task(task, today, now);
    }
    return said;
  }

  // Half a working day before a promise may lie before a long weekend; ten days are more than any.
  private static Instant horizon(LocalDate today) {
    return today.plusDays(10).atStartOfDay(Today.LUXEMBOURG).toInstant();
  }

  private int firstContact(Engagement engagement, Instant now) {
    var until = engagement.promised().until();
    if (until == null) {
      return 0;
    }
    if (until.isBefore(now)) {
      var everybody = new LinkedHashSet<>(sides.advisors(engagement));
      everybody.addAll(sides.administrators());
      return say("first-contact-late", engagement, until, everybody, now);
    }
    if (promises.firstContact().reminder(until).isAfter(now)) {
      return 0;
    }
    return engagement.advisor() == null
        ? say("first-contact-unassigned", engagement, until, sides.administrators(), now)
        : say("first-contact-soon", engagement, until, sides.advisors(engagement), now);
  }

  private int say(
      String kind, Engagement engagement, Instant until, Set<AccountId> people, Instant now) {
    if (!rows.first(kind, engagement.id().value(), until.toString(), now)) {
      return 0;
    }
    var day = LocalDate.ofInstant(until, Today.LUXEMBOURG);
    var link =
        "/engagements/"
            + engagement.id().value()
            + (engagement.advisor() == null ? "/advisor" : "");
    tell(
        people,
        "journey.remind." + kind,
        List.of(engagement.organisationName(), engagement.title(), "@" + day),
        link);
    return 1;
  }

  private int task(DueTask due, LocalDate today, Instant now) {
    var overdue = due.due().isBefore(today);
    var kind = overdue ? "task-overdue" : "task-due";
    if (!rows.first(kind, due.task(), due.due().toString(), now)) {
      return 0;
    }
    var engagement = engagements.find(due.engagement()).orElseThrow();
    var people = new LinkedHashSet<>(responsible(engagement, due));
    if (overdue) {
      people.addAll(sides.advisors(engagement));
    }
    tell(
        people,
        "journey.remind." + kind,
        List.of(due.words(), engagement.title(), "@" + due.due()),
        "/engagements/" + due.engagement().value() + "/tasks/" + due.task());
    return 1;
  }

  private Set<AccountId> responsible(Engagement engagement, DueTask due) {
    var person = due.person();
    if (person != null) {
      return engagement.advisedBy(person) ? sides.advisors(engagement) : Set.of(person);
    }
    return switch (due.side()) {
      case ORGANISATION -> sides.members(engagement);
      case ADVISOR, PARTNER -> sides.advisors(engagement);
      case FACTORY -> sides.administrators();
    };
  }

  private void tell(Set<AccountId> people, String message, List<String> arguments, String link) {
    people.forEach(one -> notices.tell(one, NoticeKind.TODO, message, arguments, link));
  }
}
