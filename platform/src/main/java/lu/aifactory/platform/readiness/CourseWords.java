package lu.aifactory.platform.readiness;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import lu.aifactory.platform.charts.BandLine;
import lu.aifactory.platform.charts.Caption;
import lu.aifactory.platform.charts.DataTable;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.portal.Tone;
import lu.aifactory.platform.readiness.Course.ChangeRow;
import org.jspecify.annotations.Nullable;

/// Puts the course of several assessments into pictures and words.
record CourseWords(Texts texts, Locale language) {

  private static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");

  /// Nothing with a single assessment, which has no course.
  @Nullable Course of(List<Assessment> finished, Optional<Comparison> comparison) {
    if (finished.size() < 2) return null;
    var last = finished.getLast();
    var trends =
        last.result().dimensions().stream()
            .filter(score -> !(score.standing() instanceof Standing.NotTriggered))
            .map(score -> trend(score.dimension(), finished))
            .toList();
    var head = new DataTable.Row(say("readiness.gates.dimension"), days(finished));
    return new Course(
        trends,
        BandLine.together(head, trends),
        comparison.map(one -> changes(one, last.questionnaire())).orElse(List.of()));
  }

  private List<String> days(List<Assessment> finished) {
    return finished.stream().map(one -> day(Objects.requireNonNull(one.finishedAt()))).toList();
  }

  private BandLine trend(String dimension, List<Assessment> finished) {
    var moments = finished.stream().map(one -> moment(dimension, one)).toList();
    var said = moments.stream().map(one -> one.label() + ": " + one.valueText()).toList();
    return new BandLine(
        new Caption(name(dimension, finished.getLast().questionnaire()), String.join("; ", said)),
        Questionnaire.TOP_LEVEL,
        List.of(say("readiness.course.when"), say("readiness.radar.column.reached")),
        moments);
  }

  private BandLine.Moment moment(String dimension, Assessment assessment) {
    var day = day(Objects.requireNonNull(assessment.finishedAt()));
    var found =
        assessment.result().dimensions().stream()
            .filter(score -> score.dimension().equals(dimension))
            .findFirst();
    var level = found.flatMap(DimensionScore::level);
    if (level.isEmpty()) {
      return new BandLine.Moment(day, null, null, null, say("readiness.radar.unknown"));
    }
    double half =
        assessment.questionnaire().band().standardErrors()
            * found.map(DimensionScore::standardError).orElse(0.0);
    return new BandLine.Moment(
        day,
        level.get(),
        Math.max(0, level.get() - half),
        Math.min(Questionnaire.TOP_LEVEL, level.get() + half),
        number(level.get()));
  }

  private List<ChangeRow> changes(Comparison comparison, Questionnaire questionnaire) {
    var rows = new ArrayList<ChangeRow>();
    for (var change : comparison.dimensions()) {
      var up = change.difference() > 0;
      var key = !change.counts() ? "same" : up ? "better" : "worse";
      rows.add(
          new ChangeRow(
              name(change.dimension(), questionnaire),
              number(change.earlier()),
              number(change.later()),
              number(change.needed()),
              !change.counts() ? Tone.OPEN : up ? Tone.DONE : Tone.TROUBLE,
              say("readiness.course." + key)));
    }
    return rows;
  }

  private String name(String dimension, Questionnaire questionnaire) {
    return questionnaire.dimension(dimension).name().in(language);
  }

  private String day(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
        .withLocale(language.getLanguage().equals("en") ? Locale.UK : language)
        .format(at.atZone(LUXEMBOURG));
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
