package lu.aifactory.platform.journey.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTests {

  private static final List<Drivers> ALL = new Drivers(Map.of()).completions();

  @Test
  void everyCombinationIsKnownOnce() {
    assertThat(ALL).hasSize(81).doesNotHaveDuplicates().allMatch(Drivers::complete);
  }

  @Test
  void moreDifficultyNeverShortensWhateverWasLearnt() {
    var random = new Random(20261123);
    for (int run = 0; run < 60; run++) {
      var prior = prior(random);
      var closed = closed(random);
      for (var easier : ALL) {
        var one = Estimate.of(easier, prior, closed);
        for (var driver : Driver.values()) {
          var level = easier.level(driver).orElseThrow();
          if (level == Level.HARD) {
            continue;
          }
          var harder = with(easier, driver, Level.values()[level.ordinal() + 1]);
          var other = Estimate.of(harder, prior, closed);
          assertThat(other.low()).as("run %d %s", run, easier).isGreaterThanOrEqualTo(one.low());
          assertThat(other.high()).as("run %d %s", run, easier).isGreaterThanOrEqualTo(one.high());
        }
      }
    }
  }

  @Test
  void knowingLessNeverMakesTheRangeNarrower() {
    var random = new Random(7);
    for (int run = 0; run < 60; run++) {
      var prior = prior(random);
      var closed = closed(random);
      for (var known : ALL) {
        var one = Estimate.of(known, prior, closed);
        for (var driver : Driver.values()) {
          var less = Estimate.of(without(known, driver), prior, closed);
          assertThat(less.low()).as("run %d %s", run, known).isLessThanOrEqualTo(one.low());
          assertThat(less.high()).as("run %d %s", run, known).isGreaterThanOrEqualTo(one.high());
        }
      }
    }
  }

  @Test
  void nineClosedEngagementsAreTooFewAndTenAreEnough() {
    var drivers = ALL.getFirst();
    var prior = prior(new Random(1));
    var nine = Estimate.of(drivers, prior, Map.of(drivers, weeks(9)));
    assertThat(nine.learnt()).isFalse();
    assertThat(nine.alike()).isEqualTo(9);
    assertThat(nine.low()).isEqualTo((int) Math.floor(prior.of(drivers).low()));
    var ten = Estimate.of(drivers, prior, Map.of(drivers, weeks(10)));
    assertThat(ten.learnt()).isTrue();
    assertThat(ten.low()).isEqualTo(2);
    assertThat(ten.high()).isEqualTo(9);
  }

  /// Values of R's `quantile(x, type = 7)`, which is its usual one.
  @Test
  void quantilesAreThoseOfHyndmanAndFansSeventhType() {
    var values = List.of(15.0, 20.0, 35.0, 40.0, 50.0);
    assertThat(Estimate.quantile(values, 0.4)).isCloseTo(29.0, within(1e-9));
    assertThat(Estimate.quantile(values, 0.2)).isCloseTo(19.0, within(1e-9));
    assertThat(Estimate.quantile(values, 0.0)).isEqualTo(15.0);
    assertThat(Estimate.quantile(values, 1.0)).isEqualTo(50.0);
  }

  @Test
  void aPriorThatSaysHarderIsFasterIsRefused() {
    var added = new EnumMap<Driver, Map<Level, Weeks>>(Driver.class);
    for (var driver : Driver.values()) {
      added.put(
          driver,
          Map.of(
              Level.EASY, new Weeks(3, 5),
              Level.MEDIUM, new Weeks(2, 6),
              Level.HARD, new Weeks(4, 8)));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new Prior(new Weeks(1, 2), added));
  }

  private static List<Double> weeks(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(week -> (double) week).toList();
  }

  private static Prior prior(Random random) {
    var added = new EnumMap<Driver, Map<Level, Weeks>>(Driver.class);
    for (var driver : Driver.values()) {
      var levels = new EnumMap<Level, Weeks>(Level.class);
      double low = 0;
      double high = 0;
      for (var level : Level.values()) {
        low += random.nextInt(5);
        high = Math.max(low, high + random.nextInt(9));
        levels.put(level, new Weeks(low, high));
      }
      added.put(driver, levels);
    }
    return new Prior(new Weeks(4, 4 + random.nextInt(8)), added);
  }

  private static Map<Drivers, List<Double>> closed(Random random) {
    var closed = new HashMap<Drivers, List<Double>>();
    for (var drivers : ALL) {
      var weeks = new ArrayList<Double>();
      for (int i = random.nextInt(4) == 0 ? 8 + random.nextInt(20) : 0; i > 0; i--) {
        weeks.add(random.nextDouble() * 60);
      }
      if (!weeks.isEmpty()) {
        closed.put(drivers, weeks);
      }
    }
    return closed;
  }

  private static Drivers with(Drivers drivers, Driver driver, Level level) {
    var levels = new EnumMap<Driver, Level>(drivers.levels());
    levels.put(driver, level);
    return new Drivers(levels);
  }

  private static Drivers without(Drivers drivers, Driver driver) {
    var levels = new EnumMap<Driver, Level>(drivers.levels());
    levels.remove(driver);
    return new Drivers(levels);
  }
}
