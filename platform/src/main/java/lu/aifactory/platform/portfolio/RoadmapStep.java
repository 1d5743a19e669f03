package lu.aifactory.platform.portfolio;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import lu.aifactory.engines.portfolio.Plan;
import org.jspecify.annotations.Nullable;

/// Something that has to be done on the way.
///
/// @param owner who sees to it, in words
/// @param weeks calendar weeks that it takes
/// @param after the steps that have to end before it begins
/// @param notBefore a day before which it cannot begin
/// @param cost euros paid to others, without value-added tax
/// @param days days of the organisation's own work
/// @param idea the idea that it is a step towards; null when it serves several
public record RoadmapStep(
    RoadmapStepId id,
    String name,
    String owner,
    int weeks,
    Set<RoadmapStepId> after,
    @Nullable LocalDate notBefore,
    long cost,
    int days,
    @Nullable IdeaId idea) {

  public RoadmapStep {
    after = Set.copyOf(after);
  }

  Plan.Step step() {
    return new Plan.Step(
        id.value().toString(),
        weeks,
        after.stream().map(one -> one.value().toString()).collect(Collectors.toSet()),
        notBefore);
  }
}
