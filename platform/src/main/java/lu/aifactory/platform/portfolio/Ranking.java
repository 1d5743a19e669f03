package lu.aifactory.platform.portfolio;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lu.aifactory.engines.portfolio.Judgement;
import lu.aifactory.engines.portfolio.Sensitivity;

/// The ideas of an engagement as the method sees them: the ranked ones first, the highest priority on top, then those
/// with open criteria, then those that something forbids.
///
/// @param weights in percent of each side
/// @param weightsVersion 0 while they are the experts'
public record Ranking(
    List<Place> places, Sensitivity sensitivity, Map<String, Integer> weights, int weightsVersion) {

  private static final double SPREAD = 0.2;
  private static final int DRAWS = 2000;
  private static final double NOTABLE = 0.05;
  private static final long SEED = 20_270_101;

  /// An idea and what the method says of it.
  public record Place(Idea idea, Judgement judgement) {}

  static Ranking of(
      Criteria criteria, List<Idea> ideas, Map<String, Integer> weights, int weightsVersion) {
    var method = criteria.method(weights);
    var candidates = ideas.stream().map(Idea::candidate).toList();
    var places =
        ideas.stream()
            .map(idea -> new Place(idea, method.judge(idea.candidate())))
            .sorted(
                Comparator.comparingInt((Place place) -> order(place.judgement()))
                    .thenComparingDouble(place -> -priority(place.judgement()))
                    .thenComparing(place -> place.idea().id().value()))
            .toList();
    return new Ranking(
        places,
        Sensitivity.of(method, candidates, SPREAD, DRAWS, NOTABLE, SEED),
        weights,
        weightsVersion);
  }

  /// How far the rank of an idea hangs on the weights; empty when it has none.
  public Optional<Sensitivity.Ranks> ranks(Idea idea) {
    return sensitivity.ranks().stream()
        .filter(one -> one.candidate().equals(idea.id().value().toString()))
        .findFirst();
  }

  /// Titles by the names that the sensitivity uses.
  Map<String, String> titles() {
    var titles = new HashMap<String, String>();
    places.forEach(place -> titles.put(place.idea().id().value().toString(), place.idea().title()));
    return titles;
  }

  private static int order(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Ranked _ -> 0;
      case Judgement.Open _ -> 1;
      case Judgement.Vetoed _ -> 2;
    };
  }

  private static double priority(Judgement judgement) {
    return judgement instanceof Judgement.Ranked ranked ? ranked.priority() : 0;
  }
}
