package lu.aifactory.platform.readiness;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// The figures of one dimension on one day.
///
/// @param assessments from which they were worked out, one for a company
record Consistency(
    String dimension, Instant workedOutAt, Set<UUID> assessments, ReliabilityFigures figures) {

  Consistency {
    assessments = Set.copyOf(assessments);
  }

  int companies() {
    return assessments.size();
  }

  /// Of how many companies at least the answers are others now. A company's newer assessment takes the place of its
  /// older one and never gives it back, so figures that follow each other at this distance keep it among all of them.
  int differsBy(Set<UUID> now) {
    long came = now.stream().filter(one -> !assessments.contains(one)).count();
    long left = assessments.stream().filter(one -> !now.contains(one)).count();
    return (int) Math.max(came, left);
  }
}
