package lu.aifactory.platform.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lu.aifactory.platform.shared.Fault;
import org.jspecify.annotations.Nullable;

/// What somebody says of a step; null where nothing was said or no number was meant.
public record NewRoadmapStep(
    String name,
    String owner,
    @Nullable Integer weeks,
    Set<RoadmapStepId> after,
    @Nullable LocalDate notBefore,
    @Nullable Long cost,
    @Nullable Integer days,
    @Nullable IdeaId idea) {

  static final int LONGEST_NAME = 200;
  static final int MOST_WEEKS = 520;
  static final long MOST_COST = 1_000_000_000;
  static final int MOST_DAYS = 100_000;

  public NewRoadmapStep {
    name = name.strip();
    owner = owner.strip();
    after = Set.copyOf(after);
  }

  List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    if (name.isEmpty()) faults.add(new Fault("name", "portfolio.roadmap.fault.name"));
    if (name.length() > LONGEST_NAME) faults.add(NewIdea.tooLong("name", LONGEST_NAME));
    if (owner.isEmpty()) faults.add(new Fault("owner", "portfolio.roadmap.fault.owner"));
    if (owner.length() > LONGEST_NAME) faults.add(NewIdea.tooLong("owner", LONGEST_NAME));
    if (outside(weeks, 1, MOST_WEEKS)) faults.add(number("weeks", 1, MOST_WEEKS));
    if (outside(cost, 0, MOST_COST)) faults.add(number("cost", 0, MOST_COST));
    if (outside(days, 0, MOST_DAYS)) faults.add(number("days", 0, MOST_DAYS));
    return faults;
  }

  private static boolean outside(@Nullable Number given, long least, long most) {
    return given == null || given.longValue() < least || given.longValue() > most;
  }

  private static Fault number(String field, long least, long most) {
    return new Fault(field, "portfolio.roadmap.fault.number", List.of(least, most));
  }

  /// The step, once nothing is wrong with it.
  RoadmapStep step(RoadmapStepId id) {
    if (weeks == null || cost == null || days == null) {
      throw new IllegalStateException("not checked: " + this);
    }
    return new RoadmapStep(id, name, owner, weeks, after, notBefore, cost, days, idea);
  }
}
