package lu.aifactory.platform.readiness.dmat;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import lu.aifactory.platform.charts.BandLine;
import lu.aifactory.platform.charts.Caption;
import lu.aifactory.platform.charts.DataTable;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.portal.Tone;
import lu.aifactory.platform.readiness.Assessment;
import lu.aifactory.platform.readiness.DimensionScore;
import lu.aifactory.platform.readiness.Result;
import lu.aifactory.platform.readiness.Standing;
import lu.aifactory.platform.readiness.dmat.Scores.Band;
import org.jspecify.annotations.Nullable;

/// Puts scores into words and pictures of one language.
record DmatWords(Texts texts, Locale language, Dmat dmat) {

  /// One moment.
  record MomentView(
      String moment, String what, String day, String overall, Tone tone, String band) {}

  /// A dimension beside the nearest one of our own.
  record HintView(String dimension, String score, String ours, String level) {}

  /// What the page shows.
  ///
  /// @param hints empty without a finished assessment of our own
  record View(
      List<MomentView> moments, List<BandLine> trends, DataTable table, List<HintView> hints) {}

  View of(List<Scores> all, Optional<Assessment> ours) {
    var trends = trends(all);
    var head = new ArrayList<String>();
    all.forEach(scores -> head.add(scores.moment().name()));
    return new View(
        all.stream().map(this::moment).toList(),
        trends,
        BandLine.together(new DataTable.Row(say("readiness.gates.dimension"), head), trends),
        ours.map(own -> hints(all.getLast(), own)).orElse(List.of()));
  }

  private MomentView moment(Scores scores) {
    var band = Band.of(scores.overall());
    return new MomentView(
        scores.moment().name(),
        say("readiness.dmat.moment." + scores.moment().name().toLowerCase(Locale.ROOT)),
        say("readiness.instrument.day", "@" + scores.on()),
        number(scores.overall()),
        band.tone,
        say("readiness.dmat.band." + band.code));
  }

  private List<BandLine> trends(List<Scores> all) {
    var trends = new ArrayList<BandLine>();
    trends.add(trend(say("readiness.dmat.overall"), all, Scores::overall));
    IntStream.range(0, Variant.DIMENSIONS)
        .mapToObj(i ->
            trend(
                say(all.getLast().variant().dimensionKey(i)),
                all,
                scores -> scores.dimensions().get(i)))
        .forEach(trends::add);
    return trends;
  }

  private BandLine trend(String title, List<Scores> all, Function<Scores, BigDecimal> which) {
    var moments =
        all.stream()
            .map(scores ->
                new BandLine.Moment(
                    scores.moment().name(),
                    which.apply(scores).doubleValue(),
                    null,
                    null,
                    number(which.apply(scores))))
            .toList();
    var said = moments.stream().map(one -> one.label() + " " + one.valueText()).toList();
    return new BandLine(
        new Caption(title, String.join(", ", said)),
        100,
        List.of(say("readiness.dmat.when"), say("readiness.dmat.score")),
        moments);
  }

  private List<HintView> hints(Scores newest, Assessment own) {
    var hints = new ArrayList<HintView>();
    var result = own.result();
    for (int i = 0; i < Variant.DIMENSIONS; i++) {
      var ours = dmat.nearest(newest.variant(), i).orElse("");
      var score = score(result, ours);
      if (score.isEmpty()) continue;
      hints.add(
          new HintView(
              say(newest.variant().dimensionKey(i)),
              number(newest.dimensions().get(i)),
              own.questionnaire().dimension(ours).name().in(language),
              score.get()));
    }
    return hints;
  }

  private Optional<String> score(Result result, String dimension) {
    return result.dimensions().stream()
        .filter(score -> score.dimension().equals(dimension))
        .findFirst()
        .map(DimensionScore::standing)
        .filter(Standing.Judged.class::isInstance)
        .map(standing -> number(BigDecimal.valueOf(((Standing.Judged) standing).score())));
  }

  private String number(BigDecimal value) {
    var format = NumberFormat.getNumberInstance(language);
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  private String say(String key, @Nullable Object... arguments) {
    return texts.in(language, key, List.of(arguments));
  }
}
