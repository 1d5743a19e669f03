package lu.aifactory.engines.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SensitivityTests {

  private static final Method METHOD =
      new Method(
          List.of(
              new Criterion("benefit", Criterion.Side.VALUE, 0.5, 1),
              new Criterion("fit", Criterion.Side.VALUE, 0.5, 1),
              new Criterion("data", Criterion.Side.SUCCESS, 0.5, 1),
              new Criterion("cost", Criterion.Side.SUCCESS, 0.5, 1)),
          0,
          1,
          37.5,
          0,
          15);

  private static Candidate candidate(String id, int benefit, int fit, int data, int cost) {
    return new Candidate(
        id, Map.of("benefit", benefit, "fit", fit, "data", data, "cost", cost), List.of());
  }

  private static Sensitivity of(Candidate... candidates) {
    return Sensitivity.of(METHOD, List.of(candidates), 0.2, 2000, 0.05, 42);
  }

  /// One leads by its benefit and one by its fit, by a hair: which is first depends on these two weights alone.
  @Test
  void aPlantedRankReversalIsFlagged() {
    var sensitivity =
        of(
            candidate("benefit", 5, 2, 4, 4),
            candidate("fit", 2, 5, 4, 4),
            candidate("last", 2, 2, 2, 2));
    assertThat(sensitivity.reversals()).hasSize(1);
    var reversal = sensitivity.reversals().getFirst();
    assertThat(List.of(reversal.higher(), reversal.lower())).containsExactly("benefit", "fit");
    assertThat(reversal.share()).isBetween(0.4, 0.6);
    assertThat(sensitivity.ranks())
        .extracting(Sensitivity.Ranks::best, Sensitivity.Ranks::worst)
        .containsExactly(tuple(1, 2), tuple(1, 2), tuple(3, 3));
  }

  /// Each is at least as good as the next in everything: no weights can turn that.
  @Test
  void aPlantedStableRankingIsNotFlagged() {
    var sensitivity =
        of(
            candidate("first", 5, 5, 4, 4),
            candidate("second", 4, 4, 4, 4),
            candidate("third", 4, 3, 3, 4));
    assertThat(sensitivity.reversals()).isEmpty();
    assertThat(sensitivity.ranks())
        .allSatisfy(rank -> assertThat(rank.best()).isEqualTo(rank.worst()));
  }

  @Test
  void aDecisionAtTheEdgeSaysHowOftenItHolds() {
    // Value .5 × probability .75 is 37.5, exactly what is asked for; half of the draws weigh its
    // costs more.
    var sensitivity = of(candidate("edge", 3, 3, 5, 3), candidate("clear", 5, 5, 5, 5));
    assertThat(sensitivity.ranks())
        .filteredOn(rank -> rank.candidate().equals("clear"))
        .singleElement()
        .satisfies(rank -> assertThat(rank.sameDecision()).isEqualTo(1));
    assertThat(sensitivity.ranks())
        .filteredOn(rank -> rank.candidate().equals("edge"))
        .singleElement()
        .satisfies(rank -> assertThat(rank.sameDecision()).isBetween(0.4, 0.6));
  }

  @Test
  void theSameSeedGivesTheSameAnswerAndOpenOnesTakeNoPart() {
    var open = new Candidate("open", Map.of("benefit", 5), List.of());
    var vetoed =
        new Candidate("vetoed", candidate("vetoed", 5, 5, 5, 5).scores(), List.of("prohibited"));
    var one = candidate("one", 4, 2, 3, 3);
    var two = candidate("two", 2, 4, 3, 3);
    assertThat(of(one, open, two, vetoed)).isEqualTo(of(one, open, two, vetoed));
    assertThat(of(one, open, two, vetoed).ranks())
        .extracting(Sensitivity.Ranks::candidate)
        .containsExactly("one", "two");
  }

  @Test
  void nothingToRankIsNoError() {
    assertThat(of().ranks()).isEmpty();
  }
}
