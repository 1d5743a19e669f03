package lu.aifactory.platform.readiness;

import static lu.aifactory.platform.readiness.RandomAssessment.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lu.aifactory.platform.readiness.Result.NotEnoughAnswers;
import lu.aifactory.platform.readiness.Result.Scored;
import org.junit.jupiter.api.Test;

class ScoringTests {

  private final Questionnaire light =
      Questionnaires.shipped().inEffect(Depth.LIGHT, LocalDate.of(2026, 11, 23));

  /// Worked by hand, with weights .18 .20 .15 .15 .12 .12 (D7 is not triggered, so they sum to .92):
  ///
  /// ```
  /// dimension  levels  mean  weight x mean   squares/m² + errors/m²               weight² x variance
  /// D1         3, 2    2.5   .450            (.5 + 2 x .0833477) / 4 = .1666738   .0054002
  /// D2         1, 2    1.5   .300            (.5 + 2 x .0833477) / 4 = .1666738   .0066670
  /// D3         2, 2    2.0   .300            (0  + 2 x .0833477) / 4 = .0416738   .0009377
  /// D4         2, 3    2.5   .375            (.5 + 2 x .0833477) / 4 = .1666738   .0037502
  /// D5         3, n/a  3.0   .360            (0  + 1 x .0833477) / 1 = .0833477   .0012002
  /// D6         2       2.0   .240            (0  + 1 x .0833477) / 1 = .0833477   .0012002
  ///                          2.025                                                .0191555
  /// index = 2.025 / .92 x 25 = 55.027
  /// error = root(.0191555) / .92 x 25 = 3.761; 1.96 errors are 7.37; band 47.66 to 62.40, outwards 47 to 63
  /// ```
  ///
  /// Pilot asks 2 of D2, which has 1.5: half a level short. Production asks 3 of D2, D3 and D6.
  /// What the light one asks, the full one asks in the same words, so that results link and answers may come along.
  @Test
  void theLightQuestionnaireIsPartOfTheFullOne() {
    var full = Questionnaires.shipped().inEffect(Depth.FULL, LocalDate.of(2026, 11, 23));
    assertThat(full.items()).hasSize(32).containsAll(light.items());
    assertThat(full.dimensions()).isEqualTo(light.dimensions());
    assertThat(full.triggers()).isEqualTo(light.triggers());
  }

  @Test
  void agreesWithTheExampleWorkedByHand() {
    var answers = new HashMap<String, Answer>();
    answers.put("D1.1", level(3));
    answers.put("D1.2", level(2));
    answers.put("D2.1", level(1));
    answers.put("D2.2", level(2));
    answers.put("D3.1", level(2));
    answers.put("D3.2", level(2));
    answers.put("D4.1", level(2));
    answers.put("D4.2", level(3));
    answers.put("D5.1", level(3));
    answers.put("D5.2", new Answer.NotApplicable("the supplier runs it"));
    answers.put("D6.1", level(2));

    var result = (Scored) Scoring.score(light, Set.of(), answers);

    assertThat(result.index()).isCloseTo(55.027, within(0.001));
    assertThat(result.standardError()).isCloseTo(3.761, within(0.001));
    assertThat(result.band()).isEqualTo(new Result.Band(47, 63));
    assertThat(result.reached()).contains(Stage.EXPLORE);
    assertThat(result.heldBack().orElseThrow().holdingBack())
        .containsExactly(new StageGates.Gate("D2", 2, new StageGates.Failed(0.5)));
    assertThat(result.nextActions())
        .containsExactly(
            new NextAction(
                "D2", "D2.1", Optional.of(1), new NextAction.BelowGate(Stage.PILOT, 2, 0.5)),
            new NextAction(
                "D3", "D3.1", Optional.of(2), new NextAction.BelowGate(Stage.PRODUCTION, 3, 1)),
            new NextAction(
                "D6", "D6.1", Optional.of(2), new NextAction.BelowGate(Stage.PRODUCTION, 3, 1)));
    assertThat(result.evidence()).isEqualTo(new EvidenceSummary(10, 0, 0, 0, 1));
  }

  @Test
  void saysThatAnswersAreMissingInsteadOfGuessingAnIndex() {
    Map<String, Answer> answers =
        Map.of("D1.1", level(4), "D1.2", level(4), "D2.1", new Answer.DontKnow());

    var result = Scoring.score(light, Set.of(), answers);

    assertThat(result).isInstanceOf(NotEnoughAnswers.class);
    assertThat(((NotEnoughAnswers) result).judged()).isCloseTo(0.18 / 0.92, within(1e-9));
    assertThat(result.nextActions().getFirst())
        .isEqualTo(
            new NextAction("D2", "D2.1", Optional.empty(), new NextAction.NotJudged(Stage.PILOT)));
  }

  @Test
  void countsRegulatoryExposureOnlyWhenSomethingTriggersIt() {
    var answers = everything(4);
    answers.put("D7.1", level(0));

    var untouched = (Scored) Scoring.score(light, Set.of(), answers);
    var triggered = (Scored) Scoring.score(light, Set.of("personal-data"), answers);

    assertThat(untouched.index()).isCloseTo(100, within(1e-9));
    assertThat(untouched.reached()).contains(Stage.PRODUCTION);
    assertThat(untouched.nextActions()).isEmpty();
    assertThat(triggered.index()).isCloseTo(92, within(1e-9));
    assertThat(triggered.reached()).contains(Stage.EXPLORE);
    assertThat(triggered.nextActions()).extracting(NextAction::item).containsExactly("D7.1");
  }

  @Test
  void aDimensionWhereNothingAppliesKeepsItsGateOpenForTheAdvisor() {
    var answers = everything(4);
    answers.put("D6.1", new Answer.NotApplicable("none"));

    var result = (Scored) Scoring.score(light, Set.of(), answers);

    assertThat(result.index()).isCloseTo(100, within(1e-9));
    assertThat(result.heldBack().orElseThrow().holdingBack())
        .containsExactly(new StageGates.Gate("D6", 1, new StageGates.NotJudged()));
  }

  @Test
  void callsADifferenceRealOnlyBeyondTheUncertaintyOfBoth() {
    var two = (Scored) Scoring.score(light, Set.of(), everything(2));
    var slightlyBetter = everything(2);
    slightlyBetter.put("D1.1", level(3));
    var little = (Scored) Scoring.score(light, Set.of(), slightlyBetter);
    var three = (Scored) Scoring.score(light, Set.of(), everything(3));

    assertThat(Comparison.of(two, light, little, light).counts()).isFalse();
    assertThat(Comparison.of(two, light, three, light).counts()).isTrue();
    assertThat(Comparison.of(two, light, three, light).difference()).isCloseTo(25, within(1e-9));
    assertThat(Comparison.of(two, light, three, light).sameQuestionnaire()).isTrue();
  }

  @Test
  void theLightQuestionnaireHasTwelveItemsOverSevenDimensions() {
    assertThat(light.items()).hasSize(12);
    assertThat(light.dimensions()).hasSize(7);
    assertThat(light.dimensions().stream().mapToDouble(Questionnaire.Dimension::weight).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(light.asked(Set.of())).hasSize(11);
    for (var dimension : light.dimensions()) {
      var items =
          light.items().stream().filter(item -> item.dimension().equals(dimension.id())).count();
      boolean single = Set.of("D6", "D7").contains(dimension.id());
      assertThat(items).as(dimension.id()).isEqualTo(single ? 1 : 2);
    }
  }

  @Test
  void noTextOfTheQuestionnaireIsUsedForTwoLevels() {
    for (var item : light.items()) {
      var texts = new HashSet<String>();
      for (var anchor : item.levels()) {
        assertThat(texts.add(anchor.en())).as(anchor.en()).isTrue();
        assertThat(texts.add(anchor.fr())).as(anchor.fr()).isTrue();
        assertThat(texts.add(anchor.de())).as(anchor.de()).isTrue();
        assertThat(texts.add(anchor.lb())).as(anchor.lb()).isTrue();
      }
    }
  }

  @Test
  void anOlderAssessmentKeepsItsVersionWhenANewerOneComes() {
    var newer =
        new Questionnaire(
            light.id(),
            2,
            LocalDate.of(2027, 3, 1),
            light.title(),
            light.source(),
            light.sourceUrl(),
            light.minimumAnswered(),
            light.band(),
            light.machineWritten(),
            light.triggers(),
            light.dimensions(),
            light.items());
    var both = new Questionnaires(List.of(light, newer));

    assertThat(both.inEffect(Depth.LIGHT, LocalDate.of(2027, 2, 28)).version()).isEqualTo(1);
    assertThat(both.inEffect(Depth.LIGHT, LocalDate.of(2027, 3, 1)).version()).isEqualTo(2);
    assertThat(both.exactly(light.id(), 1)).isEqualTo(light);
  }

  private HashMap<String, Answer> everything(int level) {
    var answers = new HashMap<String, Answer>();
    light.items().forEach(item -> answers.put(item.id(), level(level)));
    return answers;
  }
}
