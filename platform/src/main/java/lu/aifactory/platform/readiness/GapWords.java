package lu.aifactory.platform.readiness;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.charts.Caption;
import lu.aifactory.platform.charts.Spans;
import lu.aifactory.platform.portal.Texts;
import org.jspecify.annotations.Nullable;

/// Puts into a picture how far each dimension is from the gates of the next stage, how certain its level is, and on what
/// its answers rest.
record GapWords(Texts texts, Locale language, Assessment assessment, Result result) {

  Spans picture(String finding) {
    var stage = result.heldBack().map(StageGates::stage).orElse(Stage.PRODUCTION);
    return new Spans(
        new Caption(say("readiness.gaps.title." + stage.key()), finding),
        Questionnaire.TOP_LEVEL,
        List.of(
            say("readiness.gates.dimension"),
            say("readiness.gaps.level"),
            say("readiness.radar.column.needed"),
            say("readiness.evidence.kind")),
        result.dimensions().stream()
            .filter(score -> !(score.standing() instanceof Standing.NotTriggered))
            .map(score -> span(score, stage))
            .toList());
  }

  private Spans.Span span(DimensionScore score, Stage stage) {
    var dimension = assessment.questionnaire().dimension(score.dimension());
    double needed = dimension.gate(stage);
    var label = dimension.name().in(language);
    var note = evidence(score.dimension());
    if (!(score.standing() instanceof Standing.Judged(double level))) {
      return new Spans.Span(
          label,
          null,
          null,
          null,
          say("readiness.radar.unknown"),
          needed,
          say("readiness.radar.needed", number(needed)),
          note);
    }
    double half = assessment.questionnaire().band().standardErrors() * score.standardError();
    double low = Math.max(0, level - half);
    double high = Math.min(Questionnaire.TOP_LEVEL, level + half);
    return new Spans.Span(
        label,
        level,
        low,
        high,
        say("readiness.gaps.reached", number(level), number(low), number(high)),
        needed,
        level >= needed
            ? say("readiness.gaps.passed", number(needed))
            : say("readiness.gaps.short", number(needed), number(needed - level)),
        note);
  }

  /// What the answers of one dimension rest on, as a sentence.
  private String evidence(String dimension) {
    var answers =
        assessment.asked().stream()
            .filter(item -> item.dimension().equals(dimension))
            .flatMap(item -> assessment.answerTo(item.id()).stream())
            .map(Assessment.Recorded::answer)
            .toList();
    var counts = EvidenceSummary.of(answers);
    var parts = new ArrayList<String>();
    add(parts, "readiness.gaps.verified", counts.verifiedByAdvisor());
    add(parts, "readiness.gaps.seen", counts.documentSeen());
    add(parts, "readiness.gaps.declared", counts.selfDeclared());
    add(parts, "readiness.gaps.unknown", counts.dontKnow());
    add(parts, "readiness.gaps.excluded", counts.notApplicable());
    return parts.isEmpty() ? "" : say("readiness.gaps.rests", String.join(", ", parts));
  }

  private void add(List<String> parts, String key, int count) {
    if (count > 0) parts.add(say(key, count));
  }

  private String number(double value) {
    var format = NumberFormat.getNumberInstance(language);
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  private String say(String key, @Nullable Object... arguments) {
    return texts.in(language, key, List.of(arguments));
  }
}
