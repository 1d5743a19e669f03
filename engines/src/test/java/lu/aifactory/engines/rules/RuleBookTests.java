package lu.aifactory.engines.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lu.aifactory.engines.rules.Decision.Decided;
import lu.aifactory.engines.rules.Decision.NoRule;
import org.junit.jupiter.api.Test;

class RuleBookTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final RuleBook book =
      RuleBook.of(
          List.of(
              Files.resource("rdi-rates.csv"),
              Files.resource("rdi-rates-2014.csv"),
              Files.resource("clocks.csv")));

  @Test
  void answersWhatItsExamplesSay() {
    assertThat(book.check()).isEmpty();
  }

  @Test
  void namesTheRowThatFiredWithItsConditionAndRemark() {
    var decided =
        (Decided)
            book.decide(
                "rdi-rates",
                TODAY,
                Map.of("category", "industrial", "size", "micro", "collaboration", true));
    assertThat(decided.number("ratePct")).isEqualByComparingTo("80");
    assertThat(decided.version()).isEqualTo("2023");
    assertThat(decided.rows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.line()).isEqualTo(14);
          assertThat(row.condition())
              .isEqualTo("category: industrial, size: small, micro, collaboration: true");
          assertThat(row.notes()).containsEntry("basis", "Art. 25(6)(a), (b); never more than 80");
        });
  }

  @Test
  void saysThatThereIsNoRuleWhenNoRowFits() {
    var decision = book.decide("rdi-rates", TODAY, Map.of("category", "training"));
    assertThat(decision)
        .isInstanceOfSatisfying(
            NoRule.class, none -> assertThat(none.why()).isEqualTo(NoRule.Why.NO_ROW));
  }

  @Test
  void takesTheVersionThatHoldsOnTheDay() {
    var inputs = Map.of("category", "fundamental");
    assertThat(version("2014-07-01", inputs)).isEqualTo("2014");
    assertThat(version("2023-06-30", inputs)).isEqualTo("2014");
    assertThat(version("2023-07-01", inputs)).isEqualTo("2023");
    var before = book.decide("rdi-rates", LocalDate.of(2014, 6, 30), inputs);
    assertThat(((NoRule) before).why()).isEqualTo(NoRule.Why.NO_VERSION);
  }

  private String version(String day, Map<String, ?> inputs) {
    return ((Decided) book.decide("rdi-rates", LocalDate.parse(day), inputs)).version();
  }

  @Test
  void answersWithTheFirstRowOnlyWhenThePolicyIsFirst() {
    var first = RuleBook.of(List.of(Files.of(twoRowsWith("FIRST"))));
    var decided = (Decided) first.decide("sizes", TODAY, Map.of("headcount", 5));
    assertThat(decided.rows()).hasSize(1);
    assertThat(decided.text("size")).isEqualTo("micro");
  }

  @Test
  void answersWithEveryRowInOrderWhenThePolicyIsCollect() {
    var all = RuleBook.of(List.of(Files.of(twoRowsWith("COLLECT"))));
    var decided = (Decided) all.decide("sizes", TODAY, Map.of("headcount", 5));
    assertThat(decided.rows())
        .extracting(row -> row.text("size"))
        .containsExactly("micro", "small");
  }

  @Test
  void givesNoAnswerWhenRowsOfAUniqueTableContradictEachOther() {
    var unique = RuleBook.of(List.of(Files.of(twoRowsWith("UNIQUE"))));
    var none = (NoRule) unique.decide("sizes", TODAY, Map.of("headcount", 5));
    assertThat(none.why()).isEqualTo(NoRule.Why.ROWS_CONTRADICT);
    assertThat(none.rows()).hasSize(2);
  }

  private static String twoRowsWith(String hit) {
    return """
    #hit=%s;name=sizes
    in:headcount:number,out:size:string
    < 10,micro
    < 50,small
    """
        .formatted(hit);
  }

  @Test
  void neverReadsAnInputAsARule() {
    var open =
        RuleBook.of(
            List.of(
                Files.of(
                    """
                    #hit=FIRST;name=sizes
                    in:sector:string,out:answer:string
                    bank,yes
                    """)));
    for (var text : List.of("-", "\"bank\"", "not(\"x\")", "bank\" or true", "null", "i0", "")) {
      assertThat(open.decide("sizes", TODAY, Map.of("sector", text))).isInstanceOf(NoRule.class);
    }
  }

  @Test
  void takesAMissingInputForUnknownEvenInANegation() {
    var unknown = new HashMap<String, Object>();
    unknown.put("personalData", true);
    unknown.put("event", null);
    var decided = (Decided) book.decide("clocks", TODAY, unknown);
    assertThat(decided.rows()).extracting(row -> row.text("law")).containsExactly("GDPR Art. 33");
  }

  @Test
  void refusesInputsThatTheTableDoesNotKnowOrOfAnotherType() {
    assertThatThrownBy(() -> book.decide("rdi-rates", TODAY, Map.of("colour", "red")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no input colour");
    assertThatThrownBy(() -> book.decide("rdi-rates", TODAY, Map.of("category", 3)))
        .hasMessageContaining("Input category takes a text, not Integer");
    assertThatThrownBy(() -> book.decide("nothing", TODAY, Map.of()))
        .hasMessageContaining("No table nothing");
  }

  @Test
  void keepsTextsWithQuotesBackslashesAndOtherScripts() {
    var text = "a\\\"b\\n<é>&漢 'x'";
    var odd =
        RuleBook.of(
            List.of(
                Files.of(
                    "#hit=FIRST;name=sizes\nin:text:string,out:text:string\n"
                        + "\"\"\"a\\\\\\\"\"b\\\\n<é>&漢 'x'\"\"\",ok\n")));
    var decided = odd.decide("sizes", TODAY, Map.of("text", text));
    assertThat(decided).isInstanceOf(Decided.class);
  }

  @Test
  void knowsWhenItsFactsAreStale() {
    var table = book.version("rdi-rates", TODAY).orElseThrow();
    assertThat(table.isStale(LocalDate.of(2027, 2, 21))).isFalse();
    assertThat(table.isStale(LocalDate.of(2027, 2, 22))).isTrue();
  }

  @Test
  void answersManyThreadsAtOnce() {
    var wrong =
        IntStream.range(0, 4_000)
            .parallel()
            .filter(i -> {
              var inputs =
                  Map.<String, Object>of(
                      "category", "industrial", "size", "large", "collaboration", i % 2 == 0);
              var decided = (Decided) book.decide("rdi-rates", TODAY, inputs);
              var expected = BigDecimal.valueOf(i % 2 == 0 ? 65 : 50);
              return decided.number("ratePct").compareTo(expected) != 0;
            })
            .count();
    assertThat(wrong).isZero();
  }
}
