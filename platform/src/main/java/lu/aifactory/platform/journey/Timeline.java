package lu.aifactory.platform.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.notice.NoticeKind;
import lu.aifactory.platform.notice.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes what happens in an engagement into its timeline, in the transaction of the change, and tells the other side.
@Component
class Timeline {

  private final TimelineLines lines;
  private final Engagements engagements;
  private final Tasks tasks;
  private final Sides sides;
  private final Notices notices;
  private final StageChanges stages;
  private final Clock clock;

  Timeline(
      TimelineLines lines,
      Engagements engagements,
      Tasks tasks,
      Sides sides,
      Notices notices,
      StageChanges stages,
      Clock clock) {
    this.lines = lines;
    this.engagements = engagements;
    this.tasks = tasks;
    this.sides = sides;
    this.notices = notices;
    this.stages = stages;
    this.clock = clock;
  }

  @EventListener
  void on(EngagementEvent event) {
    add(event, sides.actor().map(Person::id));
  }

  /// The same for somebody who is not signed in yet.
  void add(EngagementEvent event, Optional<AccountId> actor) {
    // Held, so that somebody who moves it at the same time is not undone by what was read before.
    engagements.hold(event.engagement());
    var engagement = engagements.find(event.engagement()).orElseThrow();
    var now = clock.instant();
    lines.add(event, actor.orElse(null), now, false);
    var stage = stage(engagement, event);
    if (stage != engagement.stage()) {
      stages.change(engagement, stage, false, null, now);
    }
    engagements.note(engagement.id(), waiting(engagement, event), stage, now);
    sides
        .audience(engagement, actor)
        .forEach(one ->
            notices.tell(
                one,
                kind(engagement, event, one),
                event.message(),
                event.arguments(),
                event.link()));
  }

  // News for one side is something to do for the other.
  private static NoticeKind kind(Engagement engagement, EngagementEvent event, AccountId reader) {
    var waiting = event.waiting();
    var side = engagement.advisedBy(reader) ? Waiting.Who.ADVISOR : Waiting.Who.ORGANISATION;
    return waiting != null && waiting.who() == side ? NoticeKind.TODO : NoticeKind.HAPPENED;
  }

  /// Somebody said something. That moves nothing; who is told by name hears of it so.
  void remark(EngagementEvent event, boolean internal, Set<AccountId> told) {
    var engagement = engagements.find(event.engagement()).orElseThrow();
    var actor = sides.actor().map(Person::id);
    lines.add(event, actor.orElse(null), clock.instant(), internal);
    engagements.touch(engagement.id(), clock.instant());
    var audience =
        internal
            ? new LinkedHashSet<>(sides.advisors(engagement))
            : sides.audience(engagement, actor);
    audience.removeAll(told);
    actor.ifPresent(audience::remove);
    tell(audience, NoticeKind.HAPPENED, "journey.notice.commented", event);
    var named = new LinkedHashSet<>(told);
    actor.ifPresent(named::remove);
    tell(named, NoticeKind.TODO, "journey.notice.mentioned", event);
  }

  /// A line for the factory's side alone, of which nobody is told here.
  void note(EngagementEvent event) {
    lines.add(event, sides.actor().map(Person::id).orElse(null), clock.instant(), true);
  }

  private void tell(Set<AccountId> people, NoticeKind kind, String message, EngagementEvent event) {
    people.forEach(one -> notices.tell(one, kind, message, event.arguments(), event.link()));
  }

  /// An event moves an engagement forward, never back.
  private static Stage stage(Engagement engagement, EngagementEvent event) {
    var reached = event.reached();
    return reached != null
            && engagement.closed() == null
            && reached.compareTo(engagement.stage()) > 0
        ? reached
        : engagement.stage();
  }

  private @Nullable Waiting waiting(Engagement engagement, EngagementEvent event) {
    return waiting(
        engagement.waiting(),
        event.waiting(),
        sides.callersSide(engagement),
        tasks.of(engagement.id()));
  }

  /// Whoever the event waits for; else whoever was waited for before, unless they are the ones who acted now: then
  /// whoever has the next dated task.
  static @Nullable Waiting waiting(
      @Nullable Waiting before,
      @Nullable Waiting after,
      Optional<Waiting.Who> actor,
      List<Task> tasks) {
    if (after != null) {
      return after;
    }
    if (before != null && !actor.equals(Optional.of(before.who()))) {
      return before;
    }
    return tasks.stream()
        .filter(Task::isOpen)
        .min(Comparator.comparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder())))
        .map(task -> new Waiting(task.side(), task.due()))
        .orElse(null);
  }

  /// A further task changes who is waited for only if it is due before.
  static Waiting sooner(@Nullable Waiting before, Waiting added) {
    if (before == null) {
      return added;
    }
    var day = before.until() == null ? LocalDate.MAX : before.until();
    return added.until() != null && added.until().isBefore(day) ? added : before;
  }
}
