package lu.aifactory.engines.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// How far ranks and decisions hang on the weights. Every weight is drawn anew, evenly between so much less and so much
/// more of itself, all at once and many times, and each side is brought back to 1.
///
/// @param draws how often
/// @param ranks of each ranked candidate, best first by the weights as they are
/// @param reversals pairs that changed places in at least the share that was asked for, most frequent first
public record Sensitivity(int draws, List<Ranks> ranks, List<Reversal> reversals) {

  /// @param best the best rank it had, from 1
  /// @param worst the worst rank it had
  /// @param sameDecision the share of draws in which it would have been decided the same
  public record Ranks(String candidate, int best, int worst, double sameDecision) {}

  /// @param share of draws in which the lower one came before the higher one
  public record Reversal(String higher, String lower, double share) {}

  /// @param spread how much a weight may be off, 0.2 for ±20 %
  /// @param notable share of draws from which a reversal is worth telling
  /// @param seed the same seed gives the same answer
  public static Sensitivity of(
      Method method,
      Collection<Candidate> candidates,
      double spread,
      int draws,
      double notable,
      long seed) {
    var ranked = ranked(method, candidates);
    var base = decisions(method, ranked);
    var random = new SplittableRandom(seed);
    int count = ranked.size();
    var best = new int[count];
    Arrays.fill(best, count);
    var worst = new int[count];
    var same = new int[count];
    var before = new int[count][count];
    for (int draw = 0; draw < draws; draw++) {
      var judged = drawn(method, spread, random).judge(ranked);
      var priorities = new double[count];
      for (int n = 0; n < count; n++) {
        var judgement = (Judgement.Ranked) judged.get(n);
        priorities[n] = judgement.priority();
        if (judgement.decision() == base.get(judgement.candidate())) same[n]++;
      }
      for (int n = 0; n < count; n++) {
        int rank = 1;
        for (int m = 0; m < count; m++) {
          if (priorities[m] > priorities[n]) {
            rank++;
            before[m][n]++;
          }
        }
        best[n] = Math.min(best[n], rank);
        worst[n] = Math.max(worst[n], rank);
      }
    }
    var ranks = new ArrayList<Ranks>();
    var reversals = new ArrayList<Reversal>();
    for (int n = 0; n < count; n++) {
      ranks.add(new Ranks(ranked.get(n).id(), best[n], worst[n], (double) same[n] / draws));
      for (int m = n + 1; m < count; m++) {
        double share = (double) before[m][n] / draws;
        if (share >= notable) {
          reversals.add(new Reversal(ranked.get(n).id(), ranked.get(m).id(), share));
        }
      }
    }
    reversals.sort(Comparator.comparingDouble(Reversal::share).reversed());
    return new Sensitivity(draws, List.copyOf(ranks), List.copyOf(reversals));
  }

  /// Those that have a priority, the highest first; equal ones in the order of their names.
  private static List<Candidate> ranked(Method method, Collection<Candidate> candidates) {
    var priorities = new HashMap<String, Double>();
    for (var judgement : method.judge(candidates)) {
      if (judgement instanceof Judgement.Ranked one) {
        priorities.put(one.candidate(), one.priority());
      }
    }
    return candidates.stream()
        .filter(candidate -> priorities.containsKey(candidate.id()))
        .sorted(
            Comparator.comparingDouble((Candidate one) -> -priorities.getOrDefault(one.id(), 0.0))
                .thenComparing(Candidate::id))
        .toList();
  }

  private static Map<String, Decision> decisions(Method method, List<Candidate> ranked) {
    var decisions = new HashMap<String, Decision>();
    for (var judgement : method.judge(ranked)) {
      var one = (Judgement.Ranked) judgement;
      decisions.put(one.candidate(), one.decision());
    }
    return decisions;
  }

  private static Method drawn(Method method, double spread, SplittableRandom random) {
    var weights = new double[method.criteria().size()];
    for (int n = 0; n < weights.length; n++) {
      weights[n] = method.criteria().get(n).weight() * (1 + spread * (2 * random.nextDouble() - 1));
    }
    return method.weighted(weights);
  }
}
