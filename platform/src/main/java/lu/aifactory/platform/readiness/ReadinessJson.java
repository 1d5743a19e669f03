package lu.aifactory.platform.readiness;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import lu.aifactory.platform.readiness.Questionnaire.Dimension;
import lu.aifactory.platform.readiness.Questionnaire.Item;
import lu.aifactory.platform.readiness.Questionnaire.Trigger;
import lu.aifactory.platform.readiness.ReportView.ActionRow;
import lu.aifactory.platform.shared.Wording;
import org.jspecify.annotations.Nullable;

/// What goes over the wire where it differs from the domain.
final class ReadinessJson {

  private ReadinessJson() {}

  record AnswerJson(
      String answer,
      @Nullable Integer level,
      @Nullable String reason,
      @Nullable String evidence,
      @Nullable String note,
      @Nullable UUID document,
      int version,
      String by,
      Instant at) {

    static AnswerJson of(Assessment.Recorded recorded) {
      int version = recorded.version();
      var by = recorded.by();
      var at = recorded.at();
      var document = recorded.document() == null ? null : recorded.document().value();
      return switch (recorded.answer()) {
        case Answer.AtLevel(int level, var evidence, var note) ->
            new AnswerJson(
                Given.LEVEL, level, null, evidence.key(), note, document, version, by, at);
        case Answer.DontKnow() ->
            new AnswerJson(Given.DONT_KNOW, null, null, null, null, null, version, by, at);
        case Answer.NotApplicable(var reason) ->
            new AnswerJson(Given.NOT_APPLICABLE, null, reason, null, null, null, version, by, at);
      };
    }
  }

  record AssessmentJson(
      UUID id,
      UUID engagement,
      String questionnaire,
      int questionnaireVersion,
      List<String> facts,
      List<String> asked,
      Map<String, AnswerJson> answers,
      Instant startedAt,
      @Nullable Instant finishedAt,
      int version) {

    static AssessmentJson of(Assessment assessment) {
      var answers = new LinkedHashMap<String, AnswerJson>();
      for (var item : assessment.asked()) {
        assessment
            .answerTo(item.id())
            .ifPresent(recorded -> answers.put(item.id(), AnswerJson.of(recorded)));
      }
      return new AssessmentJson(
          assessment.id().value(),
          assessment.engagement().value(),
          assessment.questionnaire().id(),
          assessment.questionnaire().version(),
          List.copyOf(new TreeSet<>(assessment.triggers())),
          assessment.asked().stream().map(Item::id).toList(),
          answers,
          assessment.startedAt(),
          assessment.finishedAt(),
          assessment.version());
    }
  }

  record QuestionnaireJson(
      String id,
      int version,
      Wording title,
      Wording source,
      List<Trigger> facts,
      List<Dimension> dimensions,
      List<Item> items) {

    static QuestionnaireJson of(Questionnaire questionnaire) {
      return new QuestionnaireJson(
          questionnaire.id(),
          questionnaire.version(),
          questionnaire.title(),
          questionnaire.source(),
          questionnaire.triggers(),
          questionnaire.dimensions(),
          questionnaire.items());
    }
  }

  record DimensionJson(
      String id,
      String standing,
      @Nullable Double level,
      double weight,
      double share,
      double standardError,
      int answered,
      int applicable) {

    static DimensionJson of(DimensionScore score) {
      var standing =
          switch (score.standing()) {
            case Standing.Judged _ -> "judged";
            case Standing.TooFewAnswers() -> "too-few-answers";
            case Standing.NothingApplies() -> "nothing-applies";
            case Standing.NotTriggered() -> "not-triggered";
          };
      return new DimensionJson(
          score.dimension(),
          standing,
          score.level().orElse(null),
          score.weight(),
          score.share(),
          score.standardError(),
          score.answered(),
          score.applicable());
    }
  }

  record GateJson(String dimension, double minimum, String verdict, @Nullable Double shortBy) {

    static GateJson of(StageGates.Gate gate) {
      return switch (gate.verdict()) {
        case StageGates.Passed() -> new GateJson(gate.dimension(), gate.minimum(), "passed", null);
        case StageGates.Failed(double by) ->
            new GateJson(gate.dimension(), gate.minimum(), "failed", by);
        case StageGates.NotJudged() ->
            new GateJson(gate.dimension(), gate.minimum(), "not-judged", null);
      };
    }
  }

  record StageJson(String stage, boolean ready, List<GateJson> gates) {

    static StageJson of(StageGates stage) {
      return new StageJson(
          stage.stage().key(), stage.ready(), stage.gates().stream().map(GateJson::of).toList());
    }
  }

  record ChangeJson(String dimension, double earlier, double later, double needed, boolean counts) {

    static ChangeJson of(Comparison.Change change) {
      return new ChangeJson(
          change.dimension(), change.earlier(), change.later(), change.needed(), change.counts());
    }
  }

  record ComparisonJson(
      double difference,
      double needed,
      boolean counts,
      boolean sameQuestionnaire,
      List<ChangeJson> dimensions) {

    static ComparisonJson of(Comparison comparison) {
      return new ComparisonJson(
          comparison.difference(),
          comparison.needed(),
          comparison.counts(),
          comparison.sameQuestionnaire(),
          comparison.dimensions().stream().map(ChangeJson::of).toList());
    }
  }

  /// @param outcome `scored` or `not-enough-answers`
  /// @param score the band; absent without enough answers
  /// @param backing what was known of the questions and of other companies on the day of the result
  record ResultJson(
      UUID assessment,
      boolean finished,
      String outcome,
      Result.@Nullable Band score,
      String finding,
      @Nullable String reached,
      List<DimensionJson> dimensions,
      List<StageJson> stages,
      List<ActionRow> nextActions,
      EvidenceSummary evidence,
      @Nullable ComparisonJson comparison,
      Backing backing,
      String method) {

    static ResultJson of(
        Assessment assessment,
        ReportWords words,
        @Nullable Comparison comparison,
        Backing backing) {
      var result = assessment.result();
      var band = result instanceof Result.Scored scored ? scored.band() : null;
      return new ResultJson(
          assessment.id().value(),
          assessment.finished(),
          band == null ? "not-enough-answers" : "scored",
          band,
          words.finding(),
          result.reached().map(Stage::key).orElse(null),
          result.dimensions().stream().map(DimensionJson::of).toList(),
          result.stages().stream().map(StageJson::of).toList(),
          words.actions(),
          result.evidence(),
          comparison == null ? null : ComparisonJson.of(comparison),
          backing,
          "expert-weighted index");
    }
  }
}
