package lu.aifactory.engines.portfolio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// How priorities are computed and what follows from them.
///
/// Both sides are weighted means of the scores, brought to 0 … 1. The mean of the success side becomes a probability
/// between `leastProbability` and `mostProbability`, because nothing is impossible or certain. The priority is value ×
/// probability, from 0 to 100.
///
/// @param investFrom priority from which the answer is to invest
/// @param investProbability below this probability nothing is invested in, whatever it would be worth
/// @param rejectBelow priority below which the answer is to reject
public record Method(
    List<Criterion> criteria,
    double leastProbability,
    double mostProbability,
    double investFrom,
    double investProbability,
    double rejectBelow) {

  private static final double ROUNDING = 1e-6;

  /// @throws IllegalArgumentException when the weights of a side do not add up to 1 or a weight is negative
  public Method {
    criteria = List.copyOf(criteria);
    for (var side : Criterion.Side.values()) {
      double sum =
          criteria.stream()
              .filter(criterion -> criterion.side() == side)
              .mapToDouble(Criterion::weight)
              .sum();
      if (Math.abs(sum - 1) > ROUNDING) {
        throw new IllegalArgumentException("the weights of %s add up to %s".formatted(side, sum));
      }
    }
    if (criteria.stream().anyMatch(criterion -> criterion.weight() < 0)) {
      throw new IllegalArgumentException("a weight is negative");
    }
    if (rejectBelow > investFrom) {
      throw new IllegalArgumentException("what is rejected would be invested in");
    }
  }

  /// The judgement of each candidate, in their order.
  public List<Judgement> judge(Collection<Candidate> candidates) {
    return candidates.stream().map(this::judge).toList();
  }

  /// The judgement of one candidate.
  public Judgement judge(Candidate candidate) {
    var open =
        criteria.stream()
            .filter(criterion -> criterion.weight() > 0)
            .map(Criterion::id)
            .filter(id -> !candidate.scores().containsKey(id))
            .toList();
    if (!candidate.vetoes().isEmpty()) {
      return new Judgement.Vetoed(candidate.id(), candidate.vetoes());
    }
    if (!open.isEmpty()) return new Judgement.Open(candidate.id(), open);
    double value = mean(Criterion.Side.VALUE, candidate);
    double probability =
        leastProbability
            + (mostProbability - leastProbability) * mean(Criterion.Side.SUCCESS, candidate);
    double priority = 100 * value * probability;
    return new Judgement.Ranked(
        candidate.id(), value, probability, priority, decision(candidate, priority, probability));
  }

  private Decision decision(Candidate candidate, double priority, double probability) {
    if (priority < rejectBelow - ROUNDING) return Decision.REJECT;
    return priority >= investFrom - ROUNDING
            && probability >= investProbability - ROUNDING
            && weak(candidate).isEmpty()
        ? Decision.INVEST
        : Decision.DEFER;
  }

  /// The criteria in which a candidate is too weak to be invested in.
  public List<String> weak(Candidate candidate) {
    return criteria.stream()
        .filter(one -> candidate.scores().getOrDefault(one.id(), Criterion.BEST) < one.least())
        .map(Criterion::id)
        .toList();
  }

  private double mean(Criterion.Side side, Candidate candidate) {
    double mean = 0;
    for (var criterion : criteria) {
      if (criterion.side() == side && criterion.weight() > 0) {
        double score = candidate.scores().getOrDefault(criterion.id(), Criterion.WORST);
        mean += criterion.weight() * (score - Criterion.WORST) / (Criterion.BEST - Criterion.WORST);
      }
    }
    return mean;
  }

  /// The same with other weights, which need not add up: each side is brought to 1.
  Method weighted(double[] weights) {
    var others = new ArrayList<Criterion>();
    for (int n = 0; n < weights.length; n++) {
      double sum = 0;
      for (int m = 0; m < weights.length; m++) {
        if (criteria.get(m).side() == criteria.get(n).side()) sum += weights[m];
      }
      others.add(criteria.get(n).withWeight(weights[n] / sum));
    }
    return new Method(
        others, leastProbability, mostProbability, investFrom, investProbability, rejectBelow);
  }
}
