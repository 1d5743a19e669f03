package lu.aifactory.platform.journey;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lu.aifactory.platform.journey.estimate.Drivers;
import lu.aifactory.platform.journey.estimate.Estimates;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/// How an engagement goes through its stages, ends, and goes on again.
@Facade
public class Progress {

  private final Engagements engagements;
  private final StageVisits visits;
  private final StageChanges changes;
  private final Estimates estimates;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Progress(
      Engagements engagements,
      StageVisits visits,
      StageChanges changes,
      Estimates estimates,
      ApplicationEventPublisher events,
      Clock clock) {
    this.engagements = engagements;
    this.visits = visits;
    this.changes = changes;
    this.estimates = estimates;
    this.events = events;
    this.clock = clock;
  }

  /// Through which stages it went, in order.
  @Needs("engagement:read")
  public List<StageVisit> visits(EngagementId id) {
    return visits.of(id);
  }

  /// Moves the engagement to another stage, forward or back, with the reason.
  ///
  /// @param skipped whether the present stage is left without having been worked through; its tasks are skipped as well
  @Needs(value = "engagement:advise", records = "engagement.moved")
  public Outcome<EngagementId> move(
      EngagementId id, Stage stage, boolean skipped, String reason, int version) {
    var fault = Journey.reasonFault(reason);
    if (fault.isPresent()) {
      return Outcome.refused(new Refusal.Invalid(List.of(fault.get())));
    }
    var before = found(id);
    if (before.closed() != null) {
      return Outcome.refused(new JourneyRefusal.Closed());
    }
    if (before.stage() == stage) {
      return Outcome.done(id);
    }
    if (!engagements.move(id, stage, clock.instant(), version)) {
      return Outcome.refused(new Refusal.Changed(before.version()));
    }
    changes.change(before, stage, skipped, reason.strip(), clock.instant());
    publish(
        id,
        skipped ? "journey.event.skipped-to" : "journey.event.moved",
        List.of("#" + stage.messageKey(), reason.strip()));
    return Outcome.done(id);
  }

  /// Ends the engagement; what is still open is skipped with the same reason. Ending it twice the same way is one end.
  ///
  /// @param how null when it was left open, which is a fault
  @Needs(value = "engagement:advise", records = "engagement.closed")
  public Outcome<EngagementId> close(
      EngagementId id, @Nullable Closing how, String reason, int version) {
    var faults = new ArrayList<Fault>();
    Journey.reasonFault(reason).ifPresent(faults::add);
    if (how == null) {
      faults.add(new Fault("outcome", "journey.fault.choice"));
    }
    if (!faults.isEmpty() || how == null) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    var before = found(id);
    var closed = before.closed();
    if (closed != null) {
      return closed.how() == how ? Outcome.done(id) : Outcome.refused(new JourneyRefusal.Closed());
    }
    if (!engagements.close(id, how, clock.instant(), version)) {
      return Outcome.refused(new Refusal.Changed(before.version()));
    }
    changes.close(id, reason.strip(), clock.instant());
    engagements.note(id, null, before.stage(), clock.instant());
    publish(id, "journey.event.closed", List.of("#journey.closing." + how.code(), reason.strip()));
    return Outcome.done(id);
  }

  /// Takes up a closed engagement again, in the stage in which it stood.
  @Needs(value = "engagement:advise", records = "engagement.reopened")
  public Outcome<EngagementId> reopen(EngagementId id, String reason, int version) {
    var fault = Journey.reasonFault(reason);
    if (fault.isPresent()) {
      return Outcome.refused(new Refusal.Invalid(List.of(fault.get())));
    }
    var before = found(id);
    if (before.closed() == null) {
      return Outcome.done(id);
    }
    if (!engagements.close(id, null, clock.instant(), version)) {
      return Outcome.refused(new Refusal.Changed(before.version()));
    }
    changes.reopen(before, clock.instant());
    publish(id, "journey.event.reopened", List.of(reason.strip()));
    return Outcome.done(id);
  }

  /// Says how difficult it is, as far as one knows: `easy`, `medium` or `hard` by driver. Estimates rest on it.
  @Needs(value = "engagement:advise", records = "engagement.drivers-set")
  public Outcome<EngagementId> judge(EngagementId id, Map<String, String> levels) {
    return estimates.set(id, Drivers.of(levels));
  }

  private void publish(EngagementId id, String message, List<String> arguments) {
    events.publishEvent(
        new EngagementEvent(id, message, arguments, null, "/engagements/" + id.value()));
  }

  private Engagement found(EngagementId id) {
    return engagements.find(id).orElseThrow(() -> new NotVisible(id.toString()));
  }
}
