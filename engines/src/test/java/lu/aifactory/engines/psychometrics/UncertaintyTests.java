package lu.aifactory.engines.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncertaintyTests {

  @Test
  void theSameSeedGivesTheSameIntervals() {
    var answers = answers(40, 4, 1);
    assertThat(Uncertainty.of(answers, 200, 5)).isEqualTo(Uncertainty.of(answers, 200, 5));
    assertThat(Uncertainty.of(answers, 200, 5)).isNotEqualTo(Uncertainty.of(answers, 200, 6));
  }

  /// Feldt (Psychometrika 30, 1965) derives the distribution of α for normal answers; its standard error is near
  /// √(2k/((k−1)n)) · (1−α). The percentile interval must be about ±1.96 of these wide.
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void theIntervalOfAlphaIsAboutAsWideAsFeldtsDistribution(long seed) {
    int respondents = 400;
    int items = 5;
    var answers = answers(respondents, items, seed);
    double alpha = Reliability.of(answers).alpha().orElseThrow();
    double error = Math.sqrt(2.0 * items / ((items - 1.0) * respondents)) * (1 - alpha);
    var interval = Uncertainty.of(answers, 1000, seed).alpha().orElseThrow();
    assertThat(interval.high() - interval.low())
        .as("seed %d", seed)
        .isCloseTo(2 * 1.96 * error, within(0.25 * 2 * 1.96 * error));
    assertThat(alpha).isBetween(interval.low(), interval.high());
  }

  @Test
  void moreRespondentsMakeItNarrower() {
    var few = Uncertainty.of(answers(80, 4, 3), 500, 1).omega().orElseThrow();
    var many = Uncertainty.of(answers(1600, 4, 3), 500, 1).omega().orElseThrow();
    assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 2);
  }

  @Test
  void aQuestionThatEverybodyAnswersAlikeHasNoInterval() {
    var answers = answers(30, 4, 4);
    for (var row : answers) row[2] = 3;
    var uncertainty = Uncertainty.of(answers, 200, 1);
    assertThat(uncertainty.itemRest().get(2)).isEmpty();
    assertThat(uncertainty.itemRest().get(0)).isPresent();
    assertThat(uncertainty.omega()).isEmpty();
    assertThat(uncertainty.alpha()).isPresent();
  }

  private static double[][] answers(int respondents, int items, long seed) {
    var random = new Random(seed);
    var answers = new double[respondents][items];
    for (var row : answers) {
      double common = random.nextGaussian();
      for (int item = 0; item < items; item++) row[item] = common + random.nextGaussian();
    }
    return answers;
  }
}
