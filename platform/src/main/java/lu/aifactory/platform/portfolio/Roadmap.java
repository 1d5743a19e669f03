package lu.aifactory.platform.portfolio;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lu.aifactory.engines.portfolio.Plan;
import lu.aifactory.platform.journey.EngagementEvent;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/// The roadmap of an engagement: its steps with owners, cost and effort, what waits for what, and the days that come
/// of it. Every change is made to the version that the caller saw.
@Facade
public class Roadmap {

  private static final int MOST_STEPS = 100;

  private final RoadmapSteps steps;
  private final Ideas ideas;
  private final UsualSteps usual;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Roadmap(
      RoadmapSteps steps,
      Ideas ideas,
      UsualSteps usual,
      ApplicationEventPublisher events,
      Clock clock) {
    this.steps = steps;
    this.ideas = ideas;
    this.usual = usual;
    this.events = events;
    this.clock = clock;
  }

  /// The roadmap; one without steps that begins next Monday when nobody has begun it.
  @Needs("portfolio:read")
  public PlannedRoadmap roadmap(EngagementId engagement) {
    var head = steps.head(engagement).orElseGet(() -> new RoadmapSteps.Head(nextMonday(), 0));
    return PlannedRoadmap.of(head.start(), steps.of(engagement), head.version());
  }

  /// Lets the whole begin on another day.
  @Needs(value = "portfolio:write", records = "portfolio.roadmap-moved")
  public Outcome<PlannedRoadmap> start(
      EngagementId engagement, @Nullable LocalDate start, int seenVersion) {
    if (!plausible(start)) return invalid("start", "portfolio.roadmap.fault.start");
    return over(
        engagement, seenVersion, start, known -> Outcome.done(new Change(known, Set.of(), null)));
  }

  /// Adds a step under an id that the caller made, so that a second sending adds no second one.
  @Needs(value = "portfolio:write", records = "portfolio.roadmap-step-added")
  public Outcome<PlannedRoadmap> add(
      EngagementId engagement, RoadmapStepId id, NewRoadmapStep step, int seenVersion) {
    var taken = steps.engagementOf(id);
    if (taken.isPresent()) {
      return taken.get().equals(engagement)
          ? Outcome.done(roadmap(engagement))
          : Outcome.refused(new Refusal.NotFound());
    }
    return put(engagement, id, step, seenVersion);
  }

  /// Says a step anew.
  @Needs(value = "portfolio:write", records = "portfolio.roadmap-step-changed")
  public Outcome<PlannedRoadmap> change(
      EngagementId engagement, RoadmapStepId id, NewRoadmapStep step, int seenVersion) {
    return isIn(engagement, id)
        ? put(engagement, id, step, seenVersion)
        : Outcome.refused(new Refusal.NotFound());
  }

  /// Takes a step out. What waited for it now waits for what it waited for.
  @Needs(value = "portfolio:write", records = "portfolio.roadmap-step-removed")
  public Outcome<PlannedRoadmap> remove(
      EngagementId engagement, RoadmapStepId id, int seenVersion) {
    if (!isIn(engagement, id)) return Outcome.refused(new Refusal.NotFound());
    return over(
        engagement,
        seenVersion,
        null,
        known -> {
          var gone = known.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
          var left =
              known.stream()
                  .filter(one -> !one.id().equals(id))
                  .map(one -> without(one, gone))
                  .toList();
          var touched = followers(known, id);
          return Outcome.done(new Change(left, touched, id));
        });
  }

  /// Adds the steps that most ideas need.
  @Needs(value = "portfolio:write", records = "portfolio.roadmap-usual-steps-added")
  public Outcome<PlannedRoadmap> addUsual(
      EngagementId engagement, @Nullable IdeaId idea, Locale language, int seenVersion) {
    if (idea == null || !belongs(engagement, idea)) {
      return invalid("idea", "portfolio.roadmap.fault.idea");
    }
    return over(
        engagement,
        seenVersion,
        null,
        known -> {
          var more = usual.of(idea, language);
          var ids = more.stream().map(RoadmapStep::id).collect(Collectors.toSet());
          return Outcome.done(
              new Change(Stream.concat(known.stream(), more.stream()).toList(), ids, null));
        });
  }

  private Outcome<PlannedRoadmap> put(
      EngagementId engagement, RoadmapStepId id, NewRoadmapStep said, int seenVersion) {
    var faults = new ArrayList<>(said.faults());
    if (said.idea() != null && !belongs(engagement, said.idea())) {
      faults.add(new Fault("idea", "portfolio.roadmap.fault.idea"));
    }
    if (said.notBefore() != null && !plausible(said.notBefore())) {
      faults.add(new Fault("notBefore", "portfolio.roadmap.fault.start"));
    }
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    return over(
        engagement,
        seenVersion,
        null,
        known -> {
          var step = said.step(id);
          var others = known.stream().filter(one -> !one.id().equals(id));
          var all = Stream.concat(others, Stream.of(step)).toList();
          return Outcome.done(new Change(all, Set.of(id), null));
        });
  }

  /// What becomes of the steps: all of them, which of them to write, and which to delete.
  private record Change(
      List<RoadmapStep> all, Set<RoadmapStepId> written, @Nullable RoadmapStepId deleted) {}

  private Outcome<PlannedRoadmap> over(
      EngagementId engagement,
      int seenVersion,
      @Nullable LocalDate start,
      Function<List<RoadmapStep>, Outcome<Change>> change) {
    var head = steps.lock(engagement, start == null ? nextMonday() : start);
    if (head.version() != seenVersion) {
      return Outcome.refused(new Refusal.Changed(head.version()));
    }
    var known = steps.of(engagement);
    return change
        .apply(known)
        .then(made -> {
          if (made.all().size() > MOST_STEPS)
            return Outcome.refused(new PortfolioRefusal.FullRoadmap());
          return planned(start == null ? head.start() : start, made.all(), seenVersion + 1)
              .map(plan -> kept(engagement, made, plan, known.isEmpty()));
        });
  }

  private PlannedRoadmap kept(
      EngagementId engagement, Change change, PlannedRoadmap plan, boolean first) {
    if (change.deleted() != null) steps.remove(change.deleted());
    for (var step : change.all()) {
      if (change.written().contains(step.id())) steps.put(engagement, step, clock.instant());
    }
    steps.changed(engagement, plan.start());
    if (first && !change.all().isEmpty()) {
      events.publishEvent(
          new EngagementEvent(
              engagement,
              "portfolio.event.roadmap",
              List.of(),
              null,
              "/engagements/" + engagement.value() + "/roadmap"));
    }
    return plan;
  }

  private static Outcome<PlannedRoadmap> planned(
      LocalDate start, List<RoadmapStep> all, int version) {
    try {
      return Outcome.done(PlannedRoadmap.of(start, all, version));
    } catch (Plan.Unplannable unplannable) {
      return unplannable.circle().isEmpty()
          ? invalid("after", "portfolio.roadmap.fault.unknown")
          : Outcome.refused(
              new Refusal.Invalid(
                  List.of(
                      new Fault(
                          "after",
                          "portfolio.roadmap.fault.circle",
                          List.of(names(all, unplannable.circle()))))));
    }
  }

  private static String names(List<RoadmapStep> all, List<String> circle) {
    return Stream.concat(circle.stream(), circle.stream().limit(1))
        .flatMap(id -> all.stream().filter(one -> one.id().value().toString().equals(id)))
        .map(RoadmapStep::name)
        .collect(Collectors.joining(" ← "));
  }

  private static RoadmapStep without(RoadmapStep step, RoadmapStep gone) {
    if (!step.after().contains(gone.id())) return step;
    var after = new HashSet<>(step.after());
    after.remove(gone.id());
    after.addAll(gone.after());
    return new RoadmapStep(
        step.id(),
        step.name(),
        step.owner(),
        step.weeks(),
        after,
        step.notBefore(),
        step.cost(),
        step.days(),
        step.idea());
  }

  private static Set<RoadmapStepId> followers(List<RoadmapStep> known, RoadmapStepId id) {
    return known.stream()
        .filter(one -> one.after().contains(id))
        .map(RoadmapStep::id)
        .collect(Collectors.toSet());
  }

  private boolean isIn(EngagementId engagement, RoadmapStepId id) {
    return steps.engagementOf(id).filter(engagement::equals).isPresent();
  }

  private boolean belongs(EngagementId engagement, IdeaId idea) {
    return ideas.engagementOf(idea).filter(engagement::equals).isPresent();
  }

  private LocalDate nextMonday() {
    return Today.of(clock).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  // A slip of the year would stretch the picture over centuries.
  private boolean plausible(@Nullable LocalDate day) {
    var today = Today.of(clock);
    return day != null && day.isAfter(today.minusYears(10)) && day.isBefore(today.plusYears(20));
  }

  private static <T> Outcome<T> invalid(String field, String message) {
    return Outcome.refused(new Refusal.Invalid(List.of(new Fault(field, message))));
  }
}
