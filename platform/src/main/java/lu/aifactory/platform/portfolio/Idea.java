package lu.aifactory.platform.portfolio;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import lu.aifactory.engines.portfolio.Candidate;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.usecase.UseCaseId;
import org.jspecify.annotations.Nullable;

/// Something that AI might do for the organisation.
///
/// @param pattern the pattern of the library that it came from; null for one of their own
/// @param scores from 1 to 5, by criterion; what nobody judged is missing
/// @param vetoes what forbids it, by id
/// @param useCase the use case that was begun from it
public record Idea(
    IdeaId id,
    EngagementId engagement,
    String title,
    String description,
    @Nullable String pattern,
    Map<String, Integer> scores,
    Set<String> vetoes,
    @Nullable Decided decided,
    @Nullable UseCaseId useCase,
    Instant changedAt,
    int version) {

  /// What people decided, and why; it may differ from what the method says.
  public record Decided(Decision what, String reason, String by, Instant at) {}

  Candidate candidate() {
    return new Candidate(id.value().toString(), scores, vetoes.stream().sorted().toList());
  }
}
