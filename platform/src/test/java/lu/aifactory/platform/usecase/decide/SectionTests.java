package lu.aifactory.platform.usecase.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.usecase.Answer;
import lu.aifactory.platform.usecase.Answers;
import lu.aifactory.platform.usecase.Completeness;
import lu.aifactory.platform.usecase.Content;
import org.junit.jupiter.api.Test;

class SectionTests {

  private final Content complete = Examples.complete(new Random(1));

  @Test
  void everySectionOfTheExampleIsComplete() {
    for (var section : Examples.DEFINITION.sections()) {
      assertThat(section.completeness(complete))
          .as(section.key())
          .isEqualTo(new Completeness.Complete());
    }
  }

  @Test
  void everySectionIsMissingAtFirst() {
    for (var section : Examples.DEFINITION.sections()) {
      assertThat(section.completeness(Examples.empty())).isEqualTo(new Completeness.Missing());
    }
  }

  @Test
  void aMetricWithoutThresholdIsWeakAtItsCell() {
    assertThat(reasons("metrics", "metrics", row("metrics", "metrics", "threshold", null)))
        .extracting(Fault::field, Fault::message)
        .contains(
            tuple("metrics.0.threshold", "usecase.weak.empty"),
            tuple("metrics", "usecase.weak.no-threshold"));
  }

  @Test
  void alternativesWithoutNoAiAreWeak() {
    var row = row("value", "alternatives", "kind", new Answer.Text("buy"));

    assertThat(reasons("value", "alternatives", row))
        .extracting(Fault::message)
        .containsExactly("usecase.weak.no-ai-alternative");
  }

  @Test
  void aPhaseThatEndsBeforeItStartsIsWeak() {
    var row = row("plan", "phases", "end", new Answer.Day(LocalDate.of(2026, 12, 31)));

    assertThat(reasons("plan", "phases", row)).extracting(Fault::field).contains("phases.0.end");
  }

  @Test
  void aPhaseAfterAnUnknownPhaseIsWeak() {
    var row = row("plan", "phases", "after", new Answer.Text("Nowhere"));

    assertThat(reasons("plan", "phases", row))
        .contains(new Fault("phases.0.after", "usecase.weak.no-such-phase", List.of("Nowhere")));
  }

  @Test
  void personalDataInADataSetMustStandInCompliance() {
    var answers = new TreeMap<>(complete.section("compliance").fields());
    answers.put("personal", new Answer.Flag(false));
    var content = complete.with("compliance", new Answers(answers));

    assertThat(section("compliance").completeness(content).reasons())
        .extracting(Fault::message)
        .containsExactly("usecase.weak.personal-data-differs");
  }

  @Test
  void aReadingThatIsNotVerifiedNamesWhoVerifiesIt() {
    var answers = new TreeMap<>(complete.section("compliance").fields());
    answers.put("confidence", new Answer.Text("likely"));
    answers.remove("verifier");
    var content = complete.with("compliance", new Answers(answers));

    assertThat(section("compliance").completeness(content).reasons())
        .containsExactly(new Fault("verifier", "usecase.weak.empty"));
  }

  @Test
  void aShortSentenceIsWeakAndSaysHowLongItShouldBe() {
    var answers = new TreeMap<>(complete.section("value").fields());
    answers.put("problem", new Answer.Text("Too much waste."));

    assertThat(
            section("value").completeness(complete.with("value", new Answers(answers))).reasons())
        .containsExactly(new Fault("problem", "usecase.weak.short", List.of(60)));
  }

  @Test
  void zeroIsAnAnswer() {
    var answers = new TreeMap<>(complete.section("resources").fields());
    answers.put("gpu", new Answer.Figure(new BigDecimal("0.00")));

    assertThat(section("resources").completeness(complete.with("resources", new Answers(answers))))
        .isEqualTo(new Completeness.Complete());
  }

  private Answers row(String section, String table, String column, Answer answer) {
    var cells = new TreeMap<>(complete.section(section).rows(table).getFirst().fields());
    if (answer == null) {
      cells.remove(column);
    } else {
      cells.put(column, answer);
    }
    return new Answers(cells);
  }

  private List<Fault> reasons(String section, String table, Answers row) {
    var answers = new TreeMap<>(complete.section(section).fields());
    answers.putAll(Map.of(table, new Answer.Rows(List.of(row, row))));
    return section(section).completeness(complete.with(section, new Answers(answers))).reasons();
  }

  private static Section section(String key) {
    return Examples.DEFINITION.section(key).orElseThrow();
  }
}
