package lu.aifactory.platform.workshop;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.journey.EngagementEvent;
import lu.aifactory.platform.journey.Waiting;
import lu.aifactory.platform.notice.Notices;
import lu.aifactory.platform.workshop.CalendarFile.Method;
import lu.aifactory.platform.workshop.CalendarFile.Someone;
import lu.aifactory.platform.workshop.Workshop.Participant;
import lu.aifactory.platform.workshop.Workshop.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells people of a workshop: the engagement's timeline, which reaches the organisation and the advisor, and the inboxes
/// of experts, whom the timeline does not reach.
@Component
class Invitations {

  private final Notices notices;
  private final Guests guests;
  private final ApplicationEventPublisher events;
  private final CurrentPerson current;
  private final Clock clock;

  Invitations(
      Notices notices,
      Guests guests,
      ApplicationEventPublisher events,
      CurrentPerson current,
      Clock clock) {
    this.notices = notices;
    this.guests = guests;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  /// Says what happened to a workshop.
  void tell(Workshop workshop, String message, List<String> arguments, Waiting.@Nullable Who who) {
    events.publishEvent(
        new EngagementEvent(
            workshop.engagement(),
            message,
            arguments,
            who == null ? null : new Waiting(who, null),
            page(workshop)));
    workshop.participants().stream()
        .filter(one -> one.side() == Side.EXPERT)
        .filter(one -> !one.account().equals(current.get().id()))
        .filter(one -> guests.mayBeTold(workshop.organisation(), one))
        .forEach(one -> notices.tell(one.account(), message, arguments, page(workshop)));
  }

  /// Tells somebody that they are not invited any more.
  void uninvite(Workshop workshop, Participant gone) {
    notices.tell(gone.account(), "workshop.event.uninvited", List.of(workshop.title()), null);
  }

  /// The appointment as a file; only of a workshop that has a date.
  byte[] calendar(Workshop workshop, Method method) {
    var start = workshop.date();
    if (start == null) throw new IllegalStateException("no date: " + workshop.id());
    var organiser =
        workshop
            .participant(workshop.planner())
            .or(() -> workshop.participants().stream().findFirst())
            .map(Invitations::someone)
            .orElseThrow();
    var where =
        workshop.place().isEmpty() || workshop.link().isEmpty()
            ? workshop.place() + workshop.link()
            : workshop.place() + ", " + workshop.link();
    return new CalendarFile(
            workshop.state() == Workshop.State.CANCELLED && method == Method.REQUEST
                ? Method.CANCEL
                : method,
            uid(workshop.id().value()),
            workshop.sequence(),
            clock.instant(),
            start.moment(),
            start.plusMinutes(workshop.minutes()).moment(),
            workshop.title(),
            workshop.purpose(),
            where,
            workshop.link().isEmpty() ? null : workshop.link(),
            organiser,
            workshop.participants().stream().map(Invitations::someone).toList())
        .bytes();
  }

  /// The same for as long as the workshop lives, so that calendars change what they have.
  private static String uid(UUID id) {
    return id + "@workshop.aifactory";
  }

  private static Someone someone(Participant one) {
    return new Someone(one.name(), one.email());
  }

  static String page(Workshop workshop) {
    return "/workshops/" + workshop.id().value();
  }
}
