package lu.aifactory.platform.readiness;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lu.aifactory.platform.charts.Caption;
import lu.aifactory.platform.charts.Radar;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.portal.Tone;
import lu.aifactory.platform.readiness.ReportView.ActionRow;
import lu.aifactory.platform.readiness.ReportView.FigureRow;
import lu.aifactory.platform.readiness.ReportView.GateCell;
import lu.aifactory.platform.readiness.ReportView.GateRow;
import org.jspecify.annotations.Nullable;

/// Puts a result into words of one language.
final class ReportWords {

  private static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");

  private final Texts texts;
  private final Locale language;
  private final Assessment assessment;
  private final Result result;
  private final Questionnaire questionnaire;

  ReportWords(Texts texts, Locale language, Assessment assessment) {
    this.texts = texts;
    this.language = language;
    this.assessment = assessment;
    this.result = assessment.result();
    this.questionnaire = assessment.questionnaire();
  }

  ReportView report(
      Optional<Comparison> comparison, List<Assessment> course, Backing backing, Instant now) {
    var behind = new BackingWords(texts, language);
    var finished = Objects.requireNonNullElse(assessment.finishedAt(), now);
    return new ReportView(
        finding(),
        tone(),
        say("readiness.reached." + reached()),
        behind.peers(backing),
        behind.tested(backing),
        radar(),
        new GapWords(texts, language, assessment, result).picture(finding()),
        counted().stream().map(this::gateRow).toList(),
        actions(),
        evidence(),
        new AnswerWords(texts, language, assessment).rows(),
        comparison.map(this::compared).orElse(null),
        new CourseWords(texts, language).of(course, comparison),
        method(),
        LocalDate.ofInstant(finished, LUXEMBOURG));
  }

  List<ActionRow> actions() {
    return result.nextActions().stream().map(this::actionRow).toList();
  }

  /// The one sentence that stands first.
  String finding() {
    var sentences = new ArrayList<String>();
    switch (result) {
      case Result.Scored scored -> {
        sentences.add(say("readiness.finding.score", scored.band().low(), scored.band().high()));
        sentences.add(say("readiness.finding." + reached()));
        heldBackBy(StageGates.Failed.class)
            .ifPresent(names -> sentences.add(say("readiness.finding.below", names)));
        heldBackBy(StageGates.NotJudged.class)
            .ifPresent(names -> sentences.add(say("readiness.finding.unknown", names)));
      }
      case Result.NotEnoughAnswers _ ->
          sentences.add(
              say(
                  "readiness.finding.not-enough",
                  result.dimensions().stream().mapToInt(DimensionScore::answered).sum(),
                  assessment.asked().size()));
    }
    return String.join(" ", sentences);
  }

  private Optional<String> heldBackBy(Class<? extends StageGates.Verdict> verdict) {
    var names =
        result.heldBack().stream()
            .flatMap(stage -> stage.holdingBack().stream())
            .filter(gate -> verdict.isInstance(gate.verdict()))
            .map(gate -> name(gate.dimension()))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  private String reached() {
    return result.reached().map(Stage::key).orElse("none");
  }

  private Tone tone() {
    return switch (result) {
      case Result.NotEnoughAnswers _ -> Tone.WAITING;
      case Result.Scored scored -> scored.heldBack().isEmpty() ? Tone.DONE : Tone.ACTIVE;
    };
  }

  private Radar radar() {
    var stage = result.heldBack().map(StageGates::stage).orElse(Stage.PRODUCTION);
    var axes =
        counted().stream()
            .map(score -> {
              double needed = questionnaire.dimension(score.dimension()).gate(stage);
              return new Radar.Axis(
                  name(score.dimension()),
                  score.level().orElse(null),
                  score
                      .level()
                      .map(level -> say("readiness.radar.reached", number(level)))
                      .orElse(say("readiness.radar.unknown")),
                  needed,
                  say("readiness.radar.needed", number(needed)));
            })
            .toList();
    return new Radar(
        new Caption(say("readiness.radar.title." + stage.key()), finding()),
        Questionnaire.TOP_LEVEL,
        List.of(
            say("readiness.gates.dimension"),
            say("readiness.radar.column.reached"),
            say("readiness.radar.column.needed")),
        axes);
  }

  private List<DimensionScore> counted() {
    return result.dimensions().stream()
        .filter(score -> !(score.standing() instanceof Standing.NotTriggered))
        .toList();
  }

  private GateRow gateRow(DimensionScore score) {
    var level =
        switch (score.standing()) {
          case Standing.Judged(double reached) -> number(reached);
          case Standing.TooFewAnswers() -> say("readiness.standing.too-few");
          case Standing.NothingApplies(), Standing.NotTriggered() ->
              say("readiness.standing.nothing-applies");
        };
    var cells = result.stages().stream().map(stage -> gateCell(stage, score.dimension())).toList();
    return new GateRow(name(score.dimension()), level, percent(score.share()), cells);
  }

  private GateCell gateCell(StageGates stage, String dimension) {
    var label = say("readiness.stage." + stage.stage().key());
    var gate =
        stage.gates().stream()
            .filter(each -> each.dimension().equals(dimension))
            .findFirst()
            .orElseThrow();
    var minimum = number(gate.minimum());
    return switch (gate.verdict()) {
      case StageGates.Passed() when gate.minimum() == 0 ->
          new GateCell(label, Tone.DONE, say("readiness.gate.none"));
      case StageGates.Passed() ->
          new GateCell(label, Tone.DONE, say("readiness.gate.passed", minimum));
      case StageGates.Failed(double by) ->
          new GateCell(label, Tone.TROUBLE, say("readiness.gate.failed", number(by), minimum));
      case StageGates.NotJudged() ->
          new GateCell(label, Tone.OPEN, say("readiness.gate.unknown", minimum));
    };
  }

  private ActionRow actionRow(NextAction action) {
    var item = questionnaire.item(action.item()).orElseThrow();
    var dimension = name(action.dimension());
    var text =
        action
            .level()
            .flatMap(item::nextFrom)
            .map(words -> words.in(language))
            .orElseGet(() -> say("readiness.action.find-out", item.question().in(language)));
    var reason =
        switch (action.why()) {
          case NextAction.BelowGate(var stage, double minimum, double by) ->
              say("readiness.reason.below." + stage.key(), dimension, number(minimum), number(by));
          case NextAction.NotJudged(var stage) ->
              say("readiness.reason.unknown." + stage.key(), dimension);
          case NextAction.RoomToGrow() -> say("readiness.reason.grow", dimension);
        };
    return new ActionRow(dimension + " · " + item.title().in(language), text, reason);
  }

  private List<FigureRow> evidence() {
    var counts = result.evidence();
    return List.of(
        new FigureRow(say("readiness.evidence.self-declared"), counts.selfDeclared()),
        new FigureRow(say("readiness.evidence.document-seen"), counts.documentSeen()),
        new FigureRow(say("readiness.evidence.verified-by-advisor"), counts.verifiedByAdvisor()),
        new FigureRow(say("readiness.answer.dont-know"), counts.dontKnow()),
        new FigureRow(say("readiness.answer.not-applicable"), counts.notApplicable()));
  }

  private String compared(Comparison comparison) {
    var words = new ArrayList<String>();
    var key =
        !comparison.counts()
            ? "readiness.comparison.within"
            : comparison.difference() > 0
                ? "readiness.comparison.better"
                : "readiness.comparison.worse";
    words.add(
        say(
            key,
            number(Math.rint(Math.abs(comparison.difference()))),
            number(Math.ceil(comparison.needed()))));
    if (!comparison.sameQuestionnaire()) {
      words.add(say("readiness.comparison.other-version"));
    }
    return String.join(" ", words);
  }

  private List<String> method() {
    return List.of(
        say("readiness.method.index"),
        say("readiness.method.mean", percent(questionnaire.minimumAnswered())),
        say(
            "readiness.method.band",
            NumberFormat.getNumberInstance(language).format(questionnaire.band().standardErrors())),
        say("readiness.method.gates"),
        say(
            "readiness.method.change",
            NumberFormat.getNumberInstance(language).format(questionnaire.band().standardErrors())),
        say("readiness.method.evidence"),
        say(
            "readiness.method.source",
            questionnaire.title().in(language),
            questionnaire.version(),
            questionnaire.source().in(language)));
  }

  private String name(String dimension) {
    return questionnaire.dimension(dimension).name().in(language);
  }

  private String number(double value) {
    var format = NumberFormat.getNumberInstance(language);
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  private String percent(double share) {
    return NumberFormat.getPercentInstance(language).format(share);
  }

  private String say(String key, @Nullable Object... arguments) {
    return texts.in(language, key, List.of(arguments));
  }
}
