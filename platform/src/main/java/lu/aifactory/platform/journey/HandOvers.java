package lu.aifactory.platform.journey;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.notice.NoticeKind;
import lu.aifactory.platform.notice.Notices;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;

/// An advisor gives an engagement to a colleague, who accepts or declines. Until then the old one stays.
@Facade
public class HandOvers {

  private static final int LONGEST_POINTS = 8000;
  private static final int LONGEST_NOTE = 2000;

  private final HandOverRows rows;
  private final Engagements engagements;
  private final Assignments assignments;
  private final Substitutes substitutes;
  private final Timeline timeline;
  private final Notices notices;
  private final CurrentPerson current;
  private final Clock clock;

  HandOvers(
      HandOverRows rows,
      Engagements engagements,
      Assignments assignments,
      Substitutes substitutes,
      Timeline timeline,
      Notices notices,
      CurrentPerson current,
      Clock clock) {
    this.rows = rows;
    this.engagements = engagements;
    this.assignments = assignments;
    this.substitutes = substitutes;
    this.timeline = timeline;
    this.notices = notices;
    this.current = current;
    this.clock = clock;
  }

  /// The hand-over that waits for its answer, if there is one.
  @Needs("engagement:advise")
  public Optional<HandOver> pending(EngagementId id) {
    return rows.pending(id);
  }

  /// Those that wait for the caller's answer.
  @Needs("hand-over:answer")
  public List<HandOver> waitingForMe() {
    return rows.waitingFor(current.get().id());
  }

  /// One that the caller gave or is to receive.
  @Needs("hand-over:answer")
  public HandOver handOver(HandOverId id) {
    return rows.find(id).filter(this::concernsCaller).orElseThrow(() -> missing(id));
  }

  private boolean concernsCaller(HandOver one) {
    var caller = current.get();
    return caller.is(Role.ADMINISTRATOR)
        || one.receiver().equals(caller.id())
        || one.giver().equals(caller.id());
  }

  private static NotVisible missing(HandOverId id) {
    return new NotVisible(id.toString());
  }

  /// Proposes it to a colleague. Asking twice with the same id makes one.
  @Needs(value = "engagement:advise", records = "engagement.hand-over-proposed")
  public Outcome<HandOverId> propose(
      EngagementId id, HandOverId handOver, AccountId receiver, String reason, String openPoints) {
    var engagement = engagements.find(id).orElseThrow(() -> new NotVisible(id.toString()));
    var giver = engagement.advisor();
    if (giver == null || engagement.closed() != null) {
      return Outcome.refused(new JourneyRefusal.Closed());
    }
    var faults = new ArrayList<Fault>();
    Journey.reasonFault(reason).ifPresent(faults::add);
    if (openPoints.length() > LONGEST_POINTS) {
      faults.add(new Fault("openPoints", "journey.fault.too-long", List.of(LONGEST_POINTS)));
    }
    if (receiver.equals(giver) || !assignments.advisors().contains(receiver)) {
      faults.add(new Fault("receiver", "journey.refusal.not-an-advisor"));
    }
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    if (!rows.add(
        handOver, id, giver, receiver, reason.strip(), openPoints.strip(), clock.instant())) {
      return rows.pending(id).filter(one -> one.id().equals(handOver)).isPresent()
          ? Outcome.done(handOver)
          : Outcome.refused(new JourneyRefusal.HandOverPending());
    }
    rows.find(handOver)
        .ifPresent(one -> {
          remark(one, "journey.event.hand-over", List.of(one.receiverName(), one.reason()));
          notices.tell(
              receiver,
              NoticeKind.TODO,
              "journey.notice.hand-over",
              List.of(one.giverName(), one.organisationName(), one.title()),
              "/hand-overs/" + handOver.value());
        });
    return Outcome.done(handOver);
  }

  /// Takes it back before it was answered.
  @Needs(value = "engagement:advise", records = "engagement.hand-over-withdrawn")
  public Outcome<EngagementId> withdraw(EngagementId id) {
    rows.pending(id)
        .ifPresent(one -> {
          rows.answer(one.id(), HandOver.Answer.WITHDRAWN, null, clock.instant());
          notices.tell(
              one.receiver(),
              "journey.notice.hand-over-withdrawn",
              List.of(one.giverName(), one.title()),
              null);
        });
    return Outcome.done(id);
  }

  /// The receiver takes the engagement over.
  @Needs(value = "hand-over:answer", records = "hand-over.accepted")
  public Outcome<HandOverId> accept(HandOverId id) {
    var one = receivers(id);
    var engagement = engagements.find(one.engagement()).orElseThrow(() -> missing(id));
    if (one.answer() == HandOver.Answer.ACCEPTED) {
      return Outcome.done(id);
    }
    if (!one.pending()
        || engagement.closed() != null
        || !one.giver().equals(engagement.advisor())) {
      return Outcome.refused(new JourneyRefusal.HandOverOver());
    }
    if (!rows.answer(id, HandOver.Answer.ACCEPTED, null, clock.instant())) {
      return Outcome.refused(new JourneyRefusal.HandOverOver());
    }
    if (!assignments.give(engagement, one.receiver(), one.reason(), engagement.version())) {
      return Outcome.refused(new Refusal.Changed(engagement.version()));
    }
    current.asSystem("journey", substitutes::bringUpToDate);
    return Outcome.done(id);
  }

  /// The receiver says no, and why; everything stays as it was.
  @Needs(value = "hand-over:answer", records = "hand-over.declined")
  public Outcome<HandOverId> decline(HandOverId id, String note) {
    var one = receivers(id);
    if (note.isBlank() || note.length() > LONGEST_NOTE) {
      return Outcome.refused(
          new Refusal.Invalid(List.of(new Fault("note", "journey.fault.reason"))));
    }
    if (one.answer() == HandOver.Answer.DECLINED) {
      return Outcome.done(id);
    }
    if (!rows.answer(id, HandOver.Answer.DECLINED, note.strip(), clock.instant())) {
      return Outcome.refused(new JourneyRefusal.HandOverOver());
    }
    remark(one, "journey.event.hand-over-declined", List.of(one.receiverName(), note.strip()));
    notices.tell(
        one.giver(),
        "journey.notice.hand-over-declined",
        List.of(one.receiverName(), one.title(), note.strip()),
        "/engagements/" + one.engagement().value());
    return Outcome.done(id);
  }

  // Whoever is not to receive it learns not even that it is there.
  private HandOver receivers(HandOverId id) {
    return rows.find(id)
        .filter(one -> one.receiver().equals(current.get().id()))
        .orElseThrow(() -> missing(id));
  }

  // What is not decided yet concerns the factory's side alone.
  private void remark(HandOver one, String message, List<String> arguments) {
    var page = "/engagements/" + one.engagement().value() + "/hand-over";
    timeline.note(new EngagementEvent(one.engagement(), message, arguments, null, page));
  }
}
