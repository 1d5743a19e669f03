package lu.aifactory.platform.readiness;

import static lu.aifactory.platform.readiness.RandomAssessment.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lu.aifactory.platform.readiness.Result.Scored;
import org.junit.jupiter.api.Test;

/// What holds for every questionnaire and every set of answers. A failure names its seed.
class ScoringPropertiesTests {

  private static Stream<Case> cases() {
    return LongStream.rangeClosed(1, 2_000)
        .mapToObj(seed -> new Case(seed, RandomAssessment.of(seed)));
  }

  private record Case(long seed, RandomAssessment assessment) {

    String name() {
      return "seed " + seed;
    }
  }

  @Test
  void raisingAnAnswerNeverLowersTheIndexNorFailsAGateThatPassed() {
    cases()
        .forEach(each -> {
          var before = each.assessment().result();
          for (var entry : each.assessment().levels()) {
            for (int higher = entry.getValue().level() + 1; higher <= 4; higher++) {
              var after = each.assessment().with(entry.getKey(), level(higher)).result();
              assertThat(after).as(each.name()).hasSameClassAs(before);
              assertThat(passed(after)).as(each.name()).containsAll(passed(before));
              if (before instanceof Scored low && after instanceof Scored high) {
                assertThat(high.index()).as(each.name()).isGreaterThanOrEqualTo(low.index());
              }
            }
          }
        });
  }

  @Test
  void theOrderOfItemsDimensionsAndAnswersPlaysNoPart() {
    cases()
        .forEach(each -> {
          var straight = each.assessment().result();
          var shuffled = each.assessment().shuffled(each.seed() * 31).result();
          assertThat(shuffled.nextActions()).as(each.name()).isEqualTo(straight.nextActions());
          assertThat(Set.copyOf(shuffled.dimensions()))
              .as(each.name())
              .isEqualTo(Set.copyOf(straight.dimensions()));
          assertThat(passed(shuffled)).as(each.name()).isEqualTo(passed(straight));
          if (straight instanceof Scored first && shuffled instanceof Scored second) {
            assertThat(second.index()).as(each.name()).isEqualTo(first.index());
            assertThat(second.standardError()).as(each.name()).isEqualTo(first.standardError());
            assertThat(second.band()).as(each.name()).isEqualTo(first.band());
          }
        });
  }

  @Test
  void theBandContainsTheIndexAndStaysOnTheScale() {
    scored()
        .forEach(each -> {
          var result = (Scored) each.assessment().result();
          assertThat(result.index())
              .as(each.name())
              .isBetween((double) result.band().low(), (double) result.band().high());
          assertThat(result.band().low()).as(each.name()).isGreaterThanOrEqualTo(0);
          assertThat(result.band().high()).as(each.name()).isLessThanOrEqualTo(100);
        });
  }

  @Test
  void moreConsistentAnswersNarrowTheBand() {
    scored()
        .forEach(each -> {
          var wide = (Scored) each.assessment().result();
          for (var high : each.assessment().levels()) {
            for (var low : each.assessment().levels()) {
              if (sameDimension(high.getKey(), low.getKey())
                  && high.getValue().level() - low.getValue().level() >= 2) {
                var closer =
                    (Scored)
                        each.assessment()
                            .with(high.getKey(), level(high.getValue().level() - 1))
                            .with(low.getKey(), level(low.getValue().level() + 1))
                            .result();
                assertThat(closer.index()).as(each.name()).isCloseTo(wide.index(), within(1e-9));
                assertThat(closer.standardError())
                    .as(each.name())
                    .isLessThanOrEqualTo(wide.standardError() + changeIfAsked(each, high));
              }
            }
          }
        });
  }

  @Test
  void everyDontKnowWidensTheBand() {
    scored()
        .forEach(each -> {
          var before = (Scored) each.assessment().result();
          for (var entry : each.assessment().levels()) {
            var after = each.assessment().with(entry.getKey(), new Answer.DontKnow()).result();
            if (after instanceof Scored wider && isAsked(each, entry.getKey())) {
              assertThat(wider.standardError())
                  .as(each.name())
                  .isGreaterThan(before.standardError());
            }
          }
        });
  }

  @Test
  void dontKnowCountsLikeAnOpenQuestion() {
    cases()
        .forEach(each -> {
          for (var entry : each.assessment().levels()) {
            var open = each.assessment().without(entry.getKey()).result();
            var unknown = each.assessment().with(entry.getKey(), new Answer.DontKnow()).result();
            assertThat(unknown.dimensions()).as(each.name()).isEqualTo(open.dimensions());
            assertThat(unknown.stages()).as(each.name()).isEqualTo(open.stages());
            assertThat(unknown.nextActions()).as(each.name()).isEqualTo(open.nextActions());
          }
        });
  }

  @Test
  void evidenceIsReportedButNeverChangesTheScore() {
    cases()
        .forEach(each -> {
          var plain = each.assessment().result();
          for (var entry : each.assessment().levels()) {
            var verified =
                new Answer.AtLevel(entry.getValue().level(), Evidence.VERIFIED_BY_ADVISOR, "seen");
            var backed = each.assessment().with(entry.getKey(), verified).result();
            assertThat(backed.dimensions()).as(each.name()).isEqualTo(plain.dimensions());
            assertThat(backed.stages()).as(each.name()).isEqualTo(plain.stages());
            if (plain instanceof Scored one && backed instanceof Scored other) {
              assertThat(other.index()).as(each.name()).isEqualTo(one.index());
              assertThat(other.band()).as(each.name()).isEqualTo(one.band());
            }
          }
        });
  }

  @Test
  void theSharesOfTheJudgedDimensionsMakeAWhole() {
    scored()
        .forEach(each -> {
          var result = (Scored) each.assessment().result();
          var levels =
              result.dimensions().stream()
                  .flatMap(dimension -> dimension.level().stream())
                  .mapToDouble(level -> level * 25)
                  .summaryStatistics();
          assertThat(result.dimensions().stream().mapToDouble(DimensionScore::share).sum())
              .as(each.name())
              .isCloseTo(1, within(1e-9));
          assertThat(result.index())
              .as(each.name())
              .isBetween(levels.getMin() - 1e-9, levels.getMax() + 1e-9);
        });
  }

  @Test
  void theFirstActionServesTheLargestWeightedGapOfTheNearestClosedStage() {
    cases()
        .forEach(each -> {
          var result = each.assessment().result();
          var actions = result.nextActions();
          assertThat(actions).as(each.name()).hasSizeLessThanOrEqualTo(3);
          assertThat(actions.stream().map(NextAction::dimension).distinct().count())
              .as(each.name())
              .isEqualTo(actions.size());
          if (!actions.isEmpty()
              && actions.getFirst().why() instanceof NextAction.BelowGate(var stage, _, _)) {
            var heldBack = result.heldBack().orElseThrow();
            assertThat(gap(each, heldBack, actions.getFirst().dimension()))
                .as(each.name())
                .isEqualTo(
                    result.stages().get(stage.ordinal()).holdingBack().stream()
                        .filter(gate -> somethingApplies(result, gate.dimension()))
                        .mapToDouble(gate -> gap(each, heldBack, gate.dimension()))
                        .max()
                        .orElseThrow());
          }
        });
  }

  @Test
  void answersToADimensionThatIsNotTriggeredAreIgnored() {
    cases()
        .forEach(each -> {
          var untriggered =
              new RandomAssessment(
                  each.assessment().questionnaire(), Set.of(), each.assessment().answers());
          var asked =
              untriggered.questionnaire().asked(Set.of()).stream()
                  .map(Questionnaire.Item::id)
                  .collect(Collectors.toSet());
          var cleaned =
              untriggered.answers().entrySet().stream()
                  .filter(entry -> asked.contains(entry.getKey()))
                  .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
          var without =
              new RandomAssessment(untriggered.questionnaire(), Set.of(), cleaned).result();
          var with = untriggered.result();
          assertThat(with.stages()).as(each.name()).isEqualTo(without.stages());
          assertThat(with.evidence()).as(each.name()).isEqualTo(without.evidence());
          if (with instanceof Scored one && without instanceof Scored other) {
            assertThat(one.index()).as(each.name()).isEqualTo(other.index());
            assertThat(one.band()).as(each.name()).isEqualTo(other.band());
          }
        });
  }

  private static Stream<Case> scored() {
    return cases().filter(each -> each.assessment().result() instanceof Scored);
  }

  private static boolean somethingApplies(Result result, String dimension) {
    return result.dimensions().stream()
        .filter(score -> score.dimension().equals(dimension))
        .noneMatch(score -> score.standing() instanceof Standing.NothingApplies);
  }

  private static double gap(Case each, StageGates stage, String dimension) {
    double weight = each.assessment().questionnaire().dimension(dimension).weight();
    return stage.gates().stream()
        .filter(gate -> gate.dimension().equals(dimension))
        .mapToDouble(gate ->
            switch (gate.verdict()) {
              case StageGates.Failed(double by) -> by * weight;
              case StageGates.NotJudged() -> gate.minimum() * weight;
              case StageGates.Passed() -> 0;
            })
        .sum();
  }

  /// Rounding noise only: a change in a dimension that is not asked changes nothing at all.
  private static double changeIfAsked(Case each, Map.Entry<String, Answer.AtLevel> entry) {
    return isAsked(each, entry.getKey()) ? 0 : 1e-12;
  }

  private static boolean isAsked(Case each, String item) {
    return each.assessment().questionnaire().asked(each.assessment().triggers()).stream()
        .anyMatch(asked -> asked.id().equals(item));
  }

  private static boolean sameDimension(String one, String other) {
    return one.substring(0, one.indexOf('.')).equals(other.substring(0, other.indexOf('.')));
  }

  private static Set<String> passed(Result result) {
    var passed = new HashSet<String>();
    for (var stage : result.stages()) {
      for (var gate : stage.gates()) {
        if (gate.verdict() instanceof StageGates.Passed) {
          passed.add(stage.stage() + " " + gate.dimension());
        }
      }
    }
    return passed;
  }
}
