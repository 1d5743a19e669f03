package lu.aifactory.engines.portfolio;

import java.util.List;
import java.util.Map;

/// What may be begun.
///
/// @param scores by criterion; one that nobody judged is missing
/// @param vetoes what forbids it whatever its scores, by id; none usually
public record Candidate(String id, Map<String, Integer> scores, List<String> vetoes) {

  public Candidate {
    scores = Map.copyOf(scores);
    vetoes = List.copyOf(vetoes);
    scores.forEach((criterion, score) -> {
      if (score < Criterion.WORST || score > Criterion.BEST) {
        throw new IllegalArgumentException(
            "%s of %s is %d, not 1 to 5".formatted(criterion, id, score));
      }
    });
  }
}
