package lu.aifactory.platform.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lu.aifactory.platform.readiness.Questionnaire.Dimension;
import lu.aifactory.platform.readiness.Questionnaire.Item;
import lu.aifactory.platform.readiness.StageGates.Gate;

/// Turns answers into a result: weighted mean of the dimensions that count, and beside it the gates, which do not
/// compensate. The order of items and answers plays no part.
///
/// The standard error comes from the items. In dimension d with m applicable items, an answered item contributes the
/// square of its distance to the dimension's mean plus its own error, an open one the square of the whole scale; the
/// sum over m² is the dimension's variance, and the index has the sum of the squared weights times these.
final class Scoring {

  private final Questionnaire questionnaire;
  private final Set<String> triggers;
  private final Map<String, Answer> answers;

  private Scoring(Questionnaire questionnaire, Set<String> triggers, Map<String, Answer> answers) {
    this.questionnaire = questionnaire;
    this.triggers = triggers;
    this.answers = answers;
  }

  static Result score(
      Questionnaire questionnaire, Set<String> triggers, Map<String, Answer> answers) {
    return new Scoring(questionnaire, triggers, answers).result();
  }

  private Result result() {
    var unweighted = questionnaire.dimensions().stream().map(this::scoreOf).toList();
    double counted = weight(unweighted.stream().filter(Scoring::counts).toList());
    double judged = weight(unweighted.stream().filter(Scoring::isJudged).toList());
    var dimensions =
        unweighted.stream()
            .map(score -> score.withShare(isJudged(score) ? score.weight() / judged : 0))
            .toList();
    var stages = stages(dimensions);
    var actions = new NextActions(questionnaire, triggers, answers, dimensions).forStages(stages);
    var evidence = EvidenceSummary.of(asked());
    double share = counted == 0 ? 0 : judged / counted;
    if (judged == 0 || share < questionnaire.minimumAnswered()) {
      return new Result.NotEnoughAnswers(
          share, questionnaire.minimumAnswered(), dimensions, stages, actions, evidence);
    }
    double index = Math.clamp(index(dimensions), 0, 100);
    double error = standardError(dimensions, counted);
    var band = Result.Band.around(index, error * questionnaire.band().standardErrors());
    return new Result.Scored(index, error, band, dimensions, stages, actions, evidence);
  }

  private List<Answer> asked() {
    return questionnaire.asked(triggers).stream()
        .map(Item::id)
        .filter(answers::containsKey)
        .map(answers::get)
        .toList();
  }

  private DimensionScore scoreOf(Dimension dimension) {
    var levels = levels(dimension.id());
    int applicable = applicable(dimension.id());
    Standing standing;
    if (!dimension.counts(triggers)) {
      standing = new Standing.NotTriggered();
    } else if (applicable == 0) {
      standing = new Standing.NothingApplies();
    } else if (levels.isEmpty() || levels.size() < questionnaire.minimumAnswered() * applicable) {
      standing = new Standing.TooFewAnswers();
    } else {
      standing = new Standing.Judged((double) sum(levels) / levels.size());
    }
    double error =
        standing instanceof Standing.Judged ? Math.sqrt(variance(levels, applicable)) : 0;
    return new DimensionScore(
        dimension.id(), dimension.weight(), 0, error, levels.size(), applicable, standing);
  }

  private List<Integer> levels(String dimension) {
    return items(dimension).stream()
        .map(Item::id)
        .map(answers::get)
        .filter(Answer.AtLevel.class::isInstance)
        .map(answer -> ((Answer.AtLevel) answer).level())
        .toList();
  }

  private int applicable(String dimension) {
    return (int)
        items(dimension).stream()
            .filter(item -> !(answers.get(item.id()) instanceof Answer.NotApplicable))
            .count();
  }

  private List<Item> items(String dimension) {
    return questionnaire.items().stream()
        .filter(item -> item.dimension().equals(dimension))
        .toList();
  }

  private static double index(List<DimensionScore> dimensions) {
    return byId(dimensions).stream()
            .filter(Scoring::isJudged)
            .mapToDouble(score -> score.share() * score.level().orElseThrow())
            .reduce(0, Double::sum)
        * points();
  }

  private double standardError(List<DimensionScore> dimensions, double counted) {
    double variance = 0;
    for (var score : byId(dimensions)) {
      if (counts(score)) {
        double share = score.weight() / counted;
        variance += share * share * variance(levels(score.dimension()), score.applicable());
      }
    }
    return Math.sqrt(variance) * points();
  }

  /// In squared levels. The squares around the mean are summed as n·Σx² − (Σx)², which is exact in whole numbers.
  private double variance(List<Integer> levels, int applicable) {
    int n = levels.size();
    var band = questionnaire.band();
    double spread = 0;
    if (n > 0) {
      int squares = levels.stream().mapToInt(level -> level * level).sum();
      spread = (double) (n * squares - sum(levels) * sum(levels)) / n;
    }
    double errors =
        n * band.itemError() * band.itemError()
            + (applicable - n) * band.missingError() * band.missingError();
    return (spread + errors) / ((double) applicable * applicable);
  }

  private List<StageGates> stages(List<DimensionScore> dimensions) {
    var stages = new ArrayList<StageGates>();
    for (var stage : Stage.values()) {
      var gates =
          dimensions.stream()
              .filter(score -> !(score.standing() instanceof Standing.NotTriggered))
              .map(score -> gate(stage, score))
              .toList();
      stages.add(new StageGates(stage, gates));
    }
    return stages;
  }

  private Gate gate(Stage stage, DimensionScore score) {
    double minimum = questionnaire.dimension(score.dimension()).gate(stage);
    StageGates.Verdict verdict;
    if (minimum == 0) {
      verdict = new StageGates.Passed();
    } else if (score.standing() instanceof Standing.Judged(double level)) {
      verdict = level >= minimum ? new StageGates.Passed() : new StageGates.Failed(minimum - level);
    } else {
      verdict = new StageGates.NotJudged();
    }
    return new Gate(score.dimension(), minimum, verdict);
  }

  private static boolean counts(DimensionScore score) {
    return switch (score.standing()) {
      case Standing.Judged(_), Standing.TooFewAnswers() -> true;
      case Standing.NothingApplies(), Standing.NotTriggered() -> false;
    };
  }

  private static boolean isJudged(DimensionScore score) {
    return score.standing() instanceof Standing.Judged;
  }

  private static double weight(List<DimensionScore> scores) {
    return byId(scores).stream().mapToDouble(DimensionScore::weight).reduce(0, Double::sum);
  }

  /// Sums run in one fixed order, so that not even the last bit depends on the order of the questionnaire.
  private static List<DimensionScore> byId(List<DimensionScore> scores) {
    return scores.stream().sorted(Comparator.comparing(DimensionScore::dimension)).toList();
  }

  private static int sum(List<Integer> levels) {
    return levels.stream().mapToInt(Integer::intValue).sum();
  }

  private static double points() {
    return 100.0 / Questionnaire.TOP_LEVEL;
  }
}
