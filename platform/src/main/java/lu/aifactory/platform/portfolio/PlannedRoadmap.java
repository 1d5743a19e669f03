package lu.aifactory.platform.portfolio;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import lu.aifactory.engines.portfolio.Plan;
import org.jspecify.annotations.Nullable;

/// A roadmap with the days that come of it.
///
/// @param steps the first to begin first
/// @param end the last day of all; null without steps
/// @param version counts the changes; 0 for a roadmap that nobody has begun
public record PlannedRoadmap(
    LocalDate start, List<Planned> steps, @Nullable LocalDate end, int version) {

  /// A step and its days.
  ///
  /// @param end its last day
  /// @param slackDays by how many days it may be late before the last day of all moves
  public record Planned(RoadmapStep step, LocalDate begin, LocalDate end, long slackDays) {

    /// Whether every day that it is late makes the whole late.
    public boolean critical() {
      return slackDays == 0;
    }
  }

  public PlannedRoadmap {
    steps = List.copyOf(steps);
  }

  /// @throws Plan.Unplannable when steps wait for each other in a circle
  static PlannedRoadmap of(LocalDate start, List<RoadmapStep> steps, int version) {
    var plan = Plan.of(steps.stream().map(RoadmapStep::step).toList(), start);
    var spans = new HashMap<String, Plan.Span>();
    plan.spans().forEach(span -> spans.put(span.id(), span));
    var planned =
        steps.stream()
            .map(step -> {
              var span = Objects.requireNonNull(spans.get(step.id().value().toString()));
              return new Planned(step, span.begin(), span.end(), span.slackDays());
            })
            .sorted(Comparator.comparing(Planned::begin).thenComparing(Planned::end))
            .toList();
    return new PlannedRoadmap(start, planned, plan.end(), version);
  }

  /// Euros paid to others.
  public long cost() {
    return steps.stream().mapToLong(one -> one.step().cost()).sum();
  }

  /// Days of the organisation's own work.
  public int days() {
    return steps.stream().mapToInt(one -> one.step().days()).sum();
  }
}
