package lu.aifactory.engines.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReliabilityTests {

  /// The three visual tests of Holzinger and Swineford (1939), 301 pupils, covariances with n below as lavaan prints
  /// them (Rosseel, Journal of Statistical Software 48(2), 2012); semTools gives α = .626 for them.
  private static final Covariances VISUAL =
      new Covariances(
          new double[][] {{1.358, 0.407, 0.580}, {0.407, 1.382, 0.451}, {0.580, 0.451, 1.275}});

  @Test
  void alphaOfAPublishedExample() {
    assertThat(Reliability.of(VISUAL, 301).alpha().orElseThrow()).isCloseTo(0.626, within(0.0005));
  }

  /// With three items one factor fits exactly, and its loadings are known in closed form: λ₁² = s₁₂ s₁₃ / s₂₃.
  @Test
  void omegaOfThreeItemsIsTheClosedForm() {
    double first = Math.sqrt(0.407 * 0.580 / 0.451);
    double sum = first + 0.407 / first + 0.580 / first;
    double expected = sum * sum / VISUAL.total();
    assertThat(Reliability.of(VISUAL, 301).omega().orElseThrow()).isCloseTo(expected, within(1e-6));
  }

  /// A covariance matrix made of known loadings and errors gives these back.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aMatrixMadeOfOneFactorGivesItsOmega(long seed) {
    var random = new Random(seed);
    int items = 4 + random.nextInt(5);
    var loadings = random.doubles(items, 0.3, 1.5).toArray();
    var errors = random.doubles(items, 0.3, 2).toArray();
    var matrix = new double[items][items];
    double sum = 0;
    for (int a = 0; a < items; a++) {
      sum += loadings[a];
      for (int b = 0; b < items; b++) matrix[a][b] = loadings[a] * loadings[b];
      matrix[a][a] += errors[a];
    }
    var covariances = new Covariances(matrix);
    var factor = OneFactor.of(covariances).orElseThrow();
    for (int item = 0; item < items; item++) {
      assertThat(factor.loadings()[item])
          .as("seed %d", seed)
          .isCloseTo(loadings[item], within(1e-4));
    }
    assertThat(Reliability.of(covariances, 100).omega().orElseThrow())
        .as("seed %d", seed)
        .isCloseTo(sum * sum / covariances.total(), within(1e-5));
  }

  /// For items that load equally α is the reliability itself; otherwise it is lower.
  @Test
  void alphaIsOmegaForEqualLoadingsAndLessForUnequalOnes() {
    var equal =
        new Covariances(new double[][] {{2, 1, 1, 1}, {1, 3, 1, 1}, {1, 1, 4, 1}, {1, 1, 1, 2.5}});
    var same = Reliability.of(equal, 50);
    assertThat(same.omega().orElseThrow()).isCloseTo(same.alpha().orElseThrow(), within(1e-6));
    var unequal =
        new Covariances(
            new double[][] {
              {5, 2, 1, 0.5}, {2, 2, 0.5, 0.25}, {1, 0.5, 2, 0.125}, {0.5, 0.25, 0.125, 2}
            });
    var other = Reliability.of(unequal, 50);
    assertThat(other.alpha().orElseThrow()).isLessThan(other.omega().orElseThrow());
  }

  /// Worked by hand: variances 1, 1, 1; covariances 1, .5, .5; the sum has variance 7; α = 3/2 (1 − 3/7).
  @Test
  void answersAreTurnedIntoCovariances() {
    var reliability = Reliability.of(new double[][] {{1, 2, 2}, {2, 3, 1}, {3, 4, 3}});
    assertThat(reliability.respondents()).isEqualTo(3);
    assertThat(reliability.alpha().orElseThrow()).isCloseTo(1.5 * (1 - 3.0 / 7), within(1e-12));
    assertThat(reliability.itemRest()[0]).isCloseTo(1.5 / Math.sqrt(3), within(1e-12));
  }

  @Test
  void whoeverAnswersNothingAlikeHasNoOmega() {
    assertThat(Reliability.of(new double[][] {{1, 2, 2}, {1, 3, 1}, {1, 4, 3}}).omega()).isEmpty();
    assertThat(Reliability.of(new double[][] {{1, 2}, {2, 3}, {3, 5}}).omega()).isEmpty();
    assertThat(Reliability.of(new double[][] {{2, 2, 2}, {2, 2, 2}}).alpha()).isEmpty();
  }

  @Test
  void answersThatCannotBeJudgedAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Reliability.of(new double[][] {{1, 2}}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reliability.of(new double[][] {{1, 2}, {1}}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reliability.of(new double[][] {{1, Double.NaN}, {1, 2}}));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void neitherUnitNorOrderOfRespondentsMatters(long seed) {
    var random = new Random(seed);
    var rows = new double[40][5];
    for (var row : rows) {
      double common = random.nextGaussian();
      for (int item = 0; item < 5; item++) row[item] = common + random.nextGaussian();
    }
    var before = Reliability.of(rows);
    var moved = new double[40][];
    for (int n = 0; n < 40; n++) {
      moved[39 - n] = rows[n].clone();
      for (int item = 0; item < 5; item++) moved[39 - n][item] = 3 * rows[n][item] - 7;
    }
    var after = Reliability.of(moved);
    assertThat(after.alpha().orElseThrow()).isCloseTo(before.alpha().orElseThrow(), within(1e-9));
    assertThat(after.omega().orElseThrow()).isCloseTo(before.omega().orElseThrow(), within(1e-6));
  }
}
