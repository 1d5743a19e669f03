package lu.aifactory.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import lu.aifactory.engines.rules.Column;
import lu.aifactory.engines.rules.RuleBook;
import lu.aifactory.engines.rules.RuleFile;
import lu.aifactory.platform.organisation.Enterprise.Relation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class SizeCalculationTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Figures SMALL = figures(45, 5_000_000, 5_000_000);
  private static final Figures MEDIUM = figures(55, 5_000_000, 5_000_000);
  private static RuleBook book;
  private static SizeCalculation calculation;

  @BeforeAll
  static void load() throws Exception {
    var files = new ArrayList<RuleFile>();
    for (var name :
        List.of("size-state-aid", "size-ai-act", "size-eic", "public-control", "ties")) {
      files.add(new RuleFile(name, text(name + ".csv"), null));
    }
    book = RuleBook.of(files);
    calculation = new SizeCalculation((table, inputs) -> book.decide(table, TODAY, inputs));
  }

  private static String text(String name) throws Exception {
    return new ClassPathResource("rules/organisation/" + name)
        .getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void aBakeryOfFortyFiveIsSmallEverywhere() {
    var size = calculation.of(alone(figures(45, 6_100_000, 3_000_000)));
    assertThat(size.byFrame().values()).containsOnly(SizeClass.SMALL);
    assertThat(size.advice()).containsExactly("organisation.advice.one-year");
  }

  @Test
  void anEnterpriseOfThreeHundredHasAnotherSizeInEachFrame() {
    var sizes = calculation.of(alone(figures(300, 40_000_000, 20_000_000))).byFrame();
    assertThat(sizes)
        .containsEntry(Frame.STATE_AID, SizeClass.LARGE)
        .containsEntry(Frame.AI_ACT, SizeClass.SMALL_MID_CAP)
        .containsEntry(Frame.EIC, SizeClass.SMALL_MID_CAP);
    var six = calculation.of(alone(figures(600, 40_000_000, 20_000_000))).byFrame();
    assertThat(six)
        .containsEntry(Frame.AI_ACT, SizeClass.SMALL_MID_CAP)
        .containsEntry(Frame.EIC, SizeClass.LARGE);
  }

  @Test
  void linkedEnterprisesCountInFullAndPartnersByTheirShare() {
    var group =
        List.of(
            new Enterprise("Mother", Relation.LINKED, percent(60), figures(100, 20, 30), null),
            new Enterprise("Partner", Relation.PARTNER, percent(30), figures(50, 10, 100), null));
    var sum = calculation.of(input(figures(10, 1, 2), null, group, 0)).last();
    assertThat(sum.total().headcount()).isEqualByComparingTo("125");
    assertThat(sum.total().turnover()).isEqualByComparingTo("24");
    assertThat(sum.total().balance()).isEqualByComparingTo("62");
    assertThat(sum.lines()).extracting(Size.Line::name).containsExactly("", "Mother", "Partner");
  }

  @Test
  void twoDifferentYearsDecideNothingWithoutTheStatusBefore() {
    var grown = calculation.of(input(MEDIUM, SMALL, List.of(), 0));
    assertThat(grown.byFrame()).isEmpty();
    assertThat(grown.results().getFirst().byLast()).isEqualTo(SizeClass.MEDIUM);
    assertThat(grown.results().getFirst().byBefore()).isEqualTo(SizeClass.SMALL);
    assertThat(grown.advice()).containsExactly("organisation.advice.two-years");
    var twice = calculation.of(input(MEDIUM, MEDIUM, List.of(), 0));
    assertThat(twice.byFrame()).containsEntry(Frame.STATE_AID, SizeClass.MEDIUM);
  }

  @Test
  void aLimitChangesTheStatusOnlyWhenItWasCrossedTwice() {
    // Medium, then one small year, then medium again: it was never lost.
    assertThat(status(MEDIUM, SMALL, SizeClass.MEDIUM)).isEqualTo(SizeClass.MEDIUM);
    assertThat(status(MEDIUM, SMALL, SizeClass.SMALL)).isEqualTo(SizeClass.SMALL);
    // Both years lie above the limit of micro, one alone above that of small.
    assertThat(status(MEDIUM, SMALL, SizeClass.MICRO)).isEqualTo(SizeClass.SMALL);
    assertThat(status(SMALL, MEDIUM, SizeClass.LARGE)).isEqualTo(SizeClass.MEDIUM);
    var large = figures(300, 60_000_000, 50_000_000);
    assertThat(status(large, MEDIUM, SizeClass.SMALL_MID_CAP)).isEqualTo(SizeClass.LARGE);
    assertThat(calculation.of(with(MEDIUM, SMALL, SizeClass.SMALL)).advice())
        .containsExactly("organisation.advice.status-before");
  }

  private static SizeClass status(Figures last, Figures before, SizeClass earlier) {
    return calculation.of(with(last, before, earlier)).byFrame().get(Frame.STATE_AID);
  }

  private static SizeInput with(Figures last, Figures before, SizeClass earlier) {
    return new SizeInput(2025, false, last, before, earlier, List.of(), BigDecimal.ZERO);
  }

  @Test
  void publicControlOfAQuarterIsNoSmeButAsksForTheExceptions() {
    var size = calculation.of(input(figures(5, 1, 1), null, List.of(), 25));
    assertThat(size.byFrame().values()).containsOnly(SizeClass.LARGE);
    assertThat(size.results().getFirst().byLast()).isEqualTo(SizeClass.MICRO);
    assertThat(size.advice()).startsWith("organisation.advice.public-control");
    assertThat(calculation.of(input(figures(5, 1, 1), null, List.of(), 24)).publicControl())
        .isFalse();
  }

  @Test
  void anEstimateSaysThatItIsOne() {
    var estimate =
        new SizeInput(2027, true, figures(3, 0, 0), null, null, List.of(), BigDecimal.ZERO);
    assertThat(calculation.of(estimate).advice()).containsExactly("organisation.advice.estimate");
  }

  @Test
  void limitsThatAreShownAreThoseOfTheConditions() {
    for (var frame : Frame.values()) {
      var table = book.version(frame.table(), TODAY).orElseThrow();
      var inputs = table.columns(Column.Part.IN);
      for (var row : table.rows()) {
        if (row.outputs().get("size").equals("large")) continue;
        for (int i = 0; i < inputs.size(); i++) {
          var test = row.tests().get(i);
          var shown =
              (BigDecimal)
                  row.outputs()
                      .get(List.of("headcountBelow", "turnoverUpTo", "balanceUpTo").get(i));
          if (test.startsWith("<") && shown != null && shown.compareTo(new BigDecimal(500)) != 0) {
            assertThat(new BigDecimal(test.replaceAll("[<= ]", "")))
                .as("%s line %d", table.file(), row.line())
                .isEqualByComparingTo(shown);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void holdsForRandomGroups(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      var input = random(random);
      var size = calculation.of(input);
      var total = size.last().total();
      var what = "seed %d, %s".formatted(seed, input);
      assertThat(total.headcount()).as(what).isGreaterThanOrEqualTo(input.last().headcount());
      assertThat(total.turnover()).as(what).isGreaterThanOrEqualTo(input.last().turnover());
      assertThat(total.balance()).as(what).isGreaterThanOrEqualTo(input.last().balance());
      assertThat(size.results()).as(what).allMatch(result -> result.size() != null);

      var shuffled = new ArrayList<>(input.group());
      Collections.shuffle(shuffled, random);
      var other = calculation.of(with(input, input.last(), input.before(), shuffled));
      assertThat(other.byFrame()).as(what).isEqualTo(size.byFrame());

      var more = figures(random.nextInt(500), 0, 0);
      var before = input.before() == null ? null : input.before().plus(more);
      var grown = calculation.of(with(input, input.last().plus(more), before, input.group()));
      for (var frame : Frame.values()) {
        assertThat(grown.byFrame().get(frame))
            .as("%s with %s people more, %s", what, more.headcount(), frame)
            .isGreaterThanOrEqualTo(size.byFrame().get(frame));
      }
      assertThat(size.byFrame().get(Frame.AI_ACT))
          .isLessThanOrEqualTo(size.byFrame().get(Frame.STATE_AID));
    }
  }

  private static SizeInput random(Random random) {
    var group = new ArrayList<Enterprise>();
    var twoYears = random.nextBoolean();
    for (int i = 0; i < random.nextInt(4); i++) {
      var linked = random.nextBoolean();
      group.add(
          new Enterprise(
              "E" + i,
              linked ? Relation.LINKED : Relation.PARTNER,
              percent(linked ? random.nextInt(101) : 25 + random.nextInt(26)),
              someFigures(random),
              twoYears ? someFigures(random) : null));
    }
    return new SizeInput(
        2025,
        false,
        someFigures(random),
        twoYears ? someFigures(random) : null,
        SizeClass.values()[random.nextInt(SizeClass.values().length)],
        group,
        percent(random.nextInt(5) == 0 ? random.nextInt(101) : 0));
  }

  private static Figures someFigures(Random random) {
    var scale = random.nextInt(1, 4);
    return figures(
        random.nextInt((int) Math.pow(10, scale)),
        random.nextLong((long) Math.pow(10, 5 + scale)),
        random.nextLong((long) Math.pow(10, 5 + scale)));
  }

  private static SizeInput with(
      SizeInput input, Figures last, Figures before, List<Enterprise> group) {
    return new SizeInput(
        input.year(),
        input.estimate(),
        last,
        before,
        input.statusBefore(),
        group,
        input.publicShare());
  }

  private static SizeInput alone(Figures last) {
    return input(last, null, List.of(), 0);
  }

  private static SizeInput input(
      Figures last, Figures before, List<Enterprise> group, int publicShare) {
    return new SizeInput(2025, false, last, before, null, group, percent(publicShare));
  }

  private static BigDecimal percent(int percent) {
    return BigDecimal.valueOf(percent);
  }

  private static Figures figures(long headcount, long turnover, long balance) {
    return new Figures(
        BigDecimal.valueOf(headcount), BigDecimal.valueOf(turnover), BigDecimal.valueOf(balance));
  }
}
