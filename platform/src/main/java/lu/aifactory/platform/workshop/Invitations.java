package lu.aifactory.platform.workshop;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.journey.EngagementEvent;
import lu.aifactory.platform.journey.Waiting;
import lu.aifactory.platform.mail.Mail;
import lu.aifactory.platform.notice.Notices;
import lu.aifactory.platform.workshop.CalendarFile.Method;
import lu.aifactory.platform.workshop.CalendarFile.Someone;
import lu.aifactory.platform.workshop.Workshop.Participant;
import lu.aifactory.platform.workshop.Workshop.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells people of a workshop: the engagement's timeline, which reaches the organisation and the advisor, the inboxes of
/// experts, whom the timeline does not reach, and everybody's calendar, by letter.
@Component
class Invitations {

  private final Notices notices;
  private final Mail mail;
  private final Guests guests;
  private final ApplicationEventPublisher events;
  private final CurrentPerson current;
  private final Clock clock;

  Invitations(
      Notices notices,
      Mail mail,
      Guests guests,
      ApplicationEventPublisher events,
      CurrentPerson current,
      Clock clock) {
    this.notices = notices;
    this.mail = mail;
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

  /// Tells somebody that they are not invited any more, and their calendar.
  void uninvite(Workshop before, Workshop after, Participant gone) {
    var message = "workshop.event.uninvited";
    var arguments = List.of(before.title());
    notices.tell(gone.account(), message, arguments, null);
    if (before.date() != null) {
      var calendar = calendar(before, Method.CANCEL, after.sequence());
      mail.invite(gone.account(), message, arguments, null, calendar, Mail.Method.CANCEL);
    }
  }

  /// Puts the appointment into the calendars of all who are invited, or takes it out again. A partner without consent is
  /// told of a cancellation only: they hold the date already.
  ///
  /// @param sequence of what calendars have to know
  void tellCalendars(
      Workshop workshop, Method method, int sequence, String message, List<String> arguments) {
    var calendar = calendar(workshop, method, sequence);
    var cancels = method == Method.CANCEL;
    for (var one : workshop.participants()) {
      if (cancels || guests.mayBeTold(workshop.organisation(), one)) {
        mail.invite(
            one.account(),
            message,
            arguments,
            cancels ? null : page(workshop),
            calendar,
            cancels ? Mail.Method.CANCEL : Mail.Method.REQUEST);
      }
    }
  }

  /// The appointment as a file; only of a workshop that has a date.
  byte[] calendar(Workshop workshop, Method method, int sequence) {
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
            method,
            uid(workshop.id().value()),
            sequence,
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
