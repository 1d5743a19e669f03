package lu.aifactory.platform.readiness.norms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NormsPropertiesTests {

  private static final int LEAST = 10;
  private static final Instant START = Instant.parse("2026-12-01T03:40:00Z");
  private static final List<Place> PLACES =
      List.of(
          new Place("C", "production", "1-9"),
          new Place("C", "production", "10-49"),
          new Place("F", "production", "10-49"),
          new Place("F", "production", "50-249"),
          new Place("K", "digital", "1-9"),
          new Place("K", "digital", "10-49"),
          new Place("K", "digital", ""),
          new Place("", "", "10-49"),
          new Place("", "", ""));

  /// Companies that come over some years, and everything that was shown of them on the way.
  private static final class Years {

    final Random random;
    final List<Block> blocks = new ArrayList<>();
    final List<Contribution> waiting = new ArrayList<>();
    final List<Norms> shown = new ArrayList<>();
    private double unlike = 0;

    Years(long seed) {
      random = new Random(seed);
      Instant now = START;
      for (int wave = 0; wave < 6; wave++) {
        for (int i = random.nextInt(60); i > 0; i--) waiting.add(company());
        var formed = Block.form(waiting, LEAST, now);
        formed.forEach(block -> waiting.removeAll(block.members()));
        blocks.addAll(formed);
        shown.addAll(Norms.all(blocks));
        // Norms age as well: old blocks fall out.
        if (wave == 3 && !blocks.isEmpty()) {
          shown.addAll(Norms.all(blocks.subList(blocks.size() / 2, blocks.size())));
        }
        now = now.plus(Duration.ofDays(91));
      }
    }

    // Every score is another one, so that a score tells whose it is.
    Contribution company() {
      unlike += 1e-6;
      return new Contribution(
          UUID.randomUUID(),
          UUID.randomUUID(),
          PLACES.get(random.nextInt(PLACES.size())),
          random.nextInt(99) + unlike);
    }
  }

  static long[] seeds() {
    return IntStream.rangeClosed(1, 60).mapToLong(seed -> seed).toArray();
  }

  /// Companies that stand in exactly the same cells of all days cannot be told apart by any sum or difference of what
  /// was shown; so every such set must be large enough. This covers every subtraction there is, not only of two.
  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsSubtractedTenCompaniesRemainOrNone(long seed) {
    var years = new Years(seed);
    var inCells = new HashMap<Double, Set<Integer>>();
    for (int i = 0; i < years.shown.size(); i++) {
      for (double score : years.shown.get(i).scores()) {
        inCells.computeIfAbsent(score, _ -> new TreeSet<>()).add(i);
      }
    }
    Map<Set<Integer>, Long> together =
        inCells.values().stream().collect(Collectors.groupingBy(in -> in, Collectors.counting()));
    assertThat(together.values())
        .as("seed %d", seed)
        .allSatisfy(companies -> assertThat(companies).isGreaterThanOrEqualTo(LEAST));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whoWaitsIsSeenNowhere(long seed) {
    var years = new Years(seed);
    var waiting = years.waiting.stream().map(Contribution::score).collect(Collectors.toSet());
    assertThat(years.shown)
        .as("seed %d", seed)
        .allSatisfy(norms ->
            assertThat(Arrays.stream(norms.scores()).boxed()).noneMatch(waiting::contains));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobodyStandsInTwoBlocksAndEveryMemberBelongsToTheCell(long seed) {
    var years = new Years(seed);
    var members = years.blocks.stream().flatMap(block -> block.members().stream()).toList();
    assertThat(members.stream().map(Contribution::company)).doesNotHaveDuplicates();
    for (var block : years.blocks) {
      assertThat(block.members())
          .as("seed %d", seed)
          .allSatisfy(member -> assertThat(Cell.of(member.place())).contains(block.cell()));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCompanyIsComparedInTheNarrowestCellThatHasNorms(long seed) {
    var years = new Years(seed);
    var last = Norms.all(years.blocks);
    for (var place : PLACES) {
      var cells = last.stream().map(Norms::cell).toList();
      var expected = Cell.of(place).stream().filter(cells::contains).findFirst();
      assertThat(Norms.nearest(place, years.blocks).map(Norms::cell))
          .as("seed %d, %s", seed, place)
          .isEqualTo(expected);
    }
  }

  @Test
  void nineCompaniesMakeNoNormsAndTenDo() {
    assertThat(Block.form(companies(9, PLACES.getFirst()), LEAST, START)).isEmpty();
    var blocks = Block.form(companies(10, PLACES.getFirst()), LEAST, START);
    var norms = Norms.nearest(PLACES.getFirst(), blocks).orElseThrow();
    assertThat(norms.companies()).isEqualTo(10);
    assertThat(norms.cell().level()).isEqualTo(Cell.Level.SECTOR_AND_SIZE);
    assertThat(norms.asOf()).isEqualTo(START);
  }

  @Test
  void theNextLargerCellStandsInWhereTheNarrowOneIsTooSmall() {
    var industry = companies(6, new Place("C", "production", "10-49"));
    var building = companies(6, new Place("F", "production", "10-49"));
    var all = new ArrayList<>(industry);
    all.addAll(building);
    var norms =
        Norms.nearest(industry.getFirst().place(), Block.form(all, LEAST, START)).orElseThrow();
    assertThat(norms.cell()).isEqualTo(new Cell("", "", "10-49"));
    assertThat(norms.companies()).isEqualTo(12);
    assertThat(Norms.nearest(new Place("K", "digital", "250-749"), List.of())).isEmpty();
  }

  /// Worked by hand: four of ten are lower, two are equal and count half: 50 of 100.
  @Test
  void aPercentileCountsEqualScoresHalf() {
    var scores = new double[] {10, 20, 30, 40, 50, 50, 60, 70, 80, 90};
    var norms = new Norms(Cell.ALL, START, scores);
    assertThat(norms.percentile(50)).isCloseTo(50, within(1e-9));
    assertThat(norms.percentile(5)).isZero();
    assertThat(norms.percentile(95)).isEqualTo(100);
    assertThat(norms.quantile(0.5)).isEqualTo(50);
    assertThat(norms.quantile(0.25)).isCloseTo(32.5, within(1e-9));
  }

  @Test
  void aCompanyComesInOnce() {
    var twice = companies(9, PLACES.getFirst());
    var again = twice.getFirst();
    twice.add(new Contribution(again.company(), UUID.randomUUID(), again.place(), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Block.form(twice, LEAST, START));
  }

  private static List<Contribution> companies(int count, Place place) {
    var companies = new ArrayList<Contribution>();
    for (int i = 0; i < count; i++) {
      companies.add(new Contribution(UUID.randomUUID(), UUID.randomUUID(), place, i));
    }
    return companies;
  }
}
