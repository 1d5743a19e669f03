package lu.aifactory.engines.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodTests {

  private static final Method METHOD =
      new Method(
          List.of(
              new Criterion("benefit", Criterion.Side.VALUE, 0.6, 1),
              new Criterion("fit", Criterion.Side.VALUE, 0.4, 1),
              new Criterion("data", Criterion.Side.SUCCESS, 0.5, 2),
              new Criterion("cost", Criterion.Side.SUCCESS, 0.5, 1)),
          0.1,
          0.9,
          40,
          0.5,
          15);

  private static Candidate candidate(String id, int benefit, int fit, int data, int cost) {
    return new Candidate(
        id, Map.of("benefit", benefit, "fit", fit, "data", data, "cost", cost), List.of());
  }

  private static Judgement.Ranked ranked(Candidate candidate) {
    return (Judgement.Ranked) METHOD.judge(candidate);
  }

  @Test
  void thePriorityIsValueTimesProbability() {
    var judged = ranked(candidate("a", 5, 3, 4, 2));
    assertThat(judged.value()).isCloseTo(0.6 * 1 + 0.4 * 0.5, within(1e-12));
    assertThat(judged.probability()).isCloseTo(0.1 + 0.8 * 0.5, within(1e-12));
    assertThat(judged.priority()).isCloseTo(40, within(1e-9));
  }

  @Test
  void muchWorthAndLikelyIsInvestedIn() {
    assertThat(ranked(candidate("a", 5, 5, 4, 4)).decision()).isEqualTo(Decision.INVEST);
    assertThat(ranked(candidate("a", 3, 3, 3, 3)).decision()).isEqualTo(Decision.DEFER);
    assertThat(ranked(candidate("a", 1, 2, 3, 3)).decision()).isEqualTo(Decision.REJECT);
  }

  @Test
  void nothingUnlikelyIsInvestedInWhateverItWouldBeWorth() {
    var unlikely = ranked(candidate("a", 5, 5, 3, 2));
    assertThat(unlikely.probability()).isLessThan(0.5);
    assertThat(unlikely.priority()).isGreaterThan(39.9);
    assertThat(unlikely.decision()).isEqualTo(Decision.DEFER);
  }

  @Test
  void whatIsTooWeakInOneThingIsNotInvestedIn() {
    var strong = candidate("a", 5, 5, 2, 5);
    var weak = candidate("b", 5, 5, 1, 5);
    assertThat(ranked(strong).decision()).isEqualTo(Decision.INVEST);
    assertThat(ranked(weak).priority()).isGreaterThan(40);
    assertThat(ranked(weak).decision()).isEqualTo(Decision.DEFER);
    assertThat(METHOD.weak(weak)).containsExactly("data");
  }

  @Test
  void aVetoComesBeforeEverything() {
    var best = new Candidate("a", candidate("a", 5, 5, 5, 5).scores(), List.of("prohibited"));
    assertThat(METHOD.judge(best)).isEqualTo(new Judgement.Vetoed("a", List.of("prohibited")));
    var unjudged = new Candidate("a", Map.of(), List.of("no-data-owner"));
    assertThat(METHOD.judge(unjudged)).isInstanceOf(Judgement.Vetoed.class);
  }

  @Test
  void whatNobodyJudgedIsNamedAndNotGuessed() {
    var half = new Candidate("a", Map.of("benefit", 5, "cost", 5), List.of());
    assertThat(METHOD.judge(half)).isEqualTo(new Judgement.Open("a", List.of("fit", "data")));
  }

  @Test
  void weightsThatDoNotAddUpAreRefused() {
    var tooMuch =
        List.of(
            new Criterion("benefit", Criterion.Side.VALUE, 0.7, 1),
            new Criterion("fit", Criterion.Side.VALUE, 0.4, 1),
            new Criterion("data", Criterion.Side.SUCCESS, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Method(tooMuch, 0, 1, 40, 0.5, 15))
        .withMessageContaining("VALUE");
    assertThatIllegalArgumentException().isThrownBy(() -> candidate("a", 6, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> candidate("a", 0, 1, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aBetterScoreNeverLowersThePriority(long seed) {
    var random = new Random(seed);
    for (int turn = 0; turn < 500; turn++) {
      var scores = new HashMap<String, Integer>();
      METHOD.criteria().forEach(one -> scores.put(one.id(), 1 + random.nextInt(5)));
      var before = ranked(new Candidate("a", scores, List.of()));
      var better = METHOD.criteria().get(random.nextInt(4)).id();
      scores.computeIfPresent(better, (_, score) -> Math.min(5, score + 1));
      var after = ranked(new Candidate("a", scores, List.of()));
      assertThat(after.priority()).as("seed %d", seed).isGreaterThanOrEqualTo(before.priority());
      assertThat(after.priority()).isBetween(0.0, 100.0);
      assertThat(after.probability()).isBetween(0.1, 0.9);
    }
  }
}
