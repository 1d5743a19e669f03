package lu.aifactory.platform.readiness;

import java.util.Comparator;
import java.util.OptionalDouble;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.MaturitySource;
import org.springframework.stereotype.Component;

/// The index of the latest assessment that was finished.
@Component
class ReadinessMaturity implements MaturitySource {

  private final Assessments assessments;

  ReadinessMaturity(Assessments assessments) {
    this.assessments = assessments;
  }

  @Override
  public OptionalDouble maturityOf(EngagementId engagement) {
    return assessments.of(engagement).stream()
        .filter(Assessment::finished)
        .max(Comparator.comparing(Assessment::startedAt))
        .map(Assessment::result)
        .map(result ->
            result instanceof Result.Scored scored
                ? OptionalDouble.of(scored.index())
                : OptionalDouble.empty())
        .orElseGet(OptionalDouble::empty);
  }
}
