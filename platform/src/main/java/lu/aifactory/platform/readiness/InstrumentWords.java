package lu.aifactory.platform.readiness;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import lu.aifactory.platform.charts.Caption;
import lu.aifactory.platform.charts.Spans;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.portal.Tone;
import lu.aifactory.platform.readiness.ReliabilityFigures.Estimate;
import lu.aifactory.platform.readiness.norms.Norms;
import org.jspecify.annotations.Nullable;

/// Puts into words what the answers of many say of a questionnaire.
record InstrumentWords(Texts texts, Locale language, InstrumentRules rules) {

  /// One version of a questionnaire.
  ///
  /// @param picture null while no dimension could be judged
  record SheetView(
      String id,
      String title,
      @Nullable Spans picture,
      List<LineView> lines,
      List<NormView> norms) {}

  /// One dimension with its questions.
  record LineView(String dimension, Tone tone, String state, List<ItemView> items) {}

  record ItemView(String question, String rest, Tone tone, String state) {}

  record NormView(
      String cell, int companies, String lower, String middle, String upper, String day) {}

  SheetView of(Instrument.Sheet sheet) {
    var words = new BackingWords(texts, language);
    var questionnaire = sheet.questionnaire();
    var title =
        say(
            "readiness.instrument.sheet",
            questionnaire.title().in(language),
            questionnaire.version());
    var spans = sheet.lines().stream().flatMap(line -> spans(words, line)).toList();
    return new SheetView(
        questionnaire.id() + "-" + questionnaire.version(),
        title,
        spans.isEmpty() ? null : picture(title, spans),
        sheet.lines().stream().map(line -> line(words, questionnaire, line)).toList(),
        sheet.norms().stream().map(norms -> norm(words, norms)).toList());
  }

  private Spans picture(String title, List<Spans.Span> spans) {
    return new Spans(
        new Caption(
            say("readiness.instrument.picture", title), say("readiness.instrument.caption")),
        1,
        List.of(
            say("readiness.gates.dimension"),
            say("readiness.instrument.figure"),
            say("readiness.instrument.wanted"),
            say("readiness.instrument.from")),
        spans);
  }

  private Stream<Spans.Span> spans(BackingWords words, Instrument.Line line) {
    return line.figures().stream()
        .flatMap(consistency ->
            Stream.of(
                    span(
                        words,
                        line,
                        consistency,
                        "readiness.instrument.alpha",
                        consistency.figures().alpha()),
                    span(
                        words,
                        line,
                        consistency,
                        "readiness.instrument.omega",
                        consistency.figures().omega()))
                .filter(Objects::nonNull));
  }

  private Spans.@Nullable Span span(
      BackingWords words,
      Instrument.Line line,
      Consistency consistency,
      String key,
      @Nullable Estimate estimate) {
    if (estimate == null) return null;
    return new Spans.Span(
        say(key, line.dimension().name().in(language)),
        estimate.value(),
        estimate.low(),
        estimate.high(),
        figure(words, estimate),
        rules.reliability(),
        say("readiness.instrument.least", words.decimal(rules.reliability())),
        say(
            "readiness.instrument.companies",
            consistency.companies(),
            words.day(consistency.workedOutAt())));
  }

  private String figure(BackingWords words, Estimate estimate) {
    return estimate.low() == null || estimate.high() == null
        ? words.decimal(estimate.value())
        : say(
            "readiness.instrument.interval",
            words.decimal(estimate.value()),
            words.decimal(estimate.low()),
            words.decimal(estimate.high()));
  }

  private LineView line(BackingWords words, Questionnaire questionnaire, Instrument.Line line) {
    var name = line.dimension().name().in(language);
    if (line.items() < 2) {
      return new LineView(name, Tone.OPEN, say("readiness.instrument.one-question"), List.of());
    }
    if (line.figures().isEmpty()) {
      return new LineView(name, Tone.WAITING, notYet(line.companies()), List.of());
    }
    var consistency = line.figures().get();
    var alpha = consistency.figures().alpha();
    var items =
        consistency.figures().items().stream()
            .map(item -> item(words, questionnaire, item))
            .toList();
    if (alpha == null) {
      return new LineView(name, Tone.TROUBLE, say("readiness.instrument.constant"), items);
    }
    boolean good = alpha.value() >= rules.reliability();
    return new LineView(
        name,
        good ? Tone.DONE : Tone.TROUBLE,
        say(
            good ? "readiness.instrument.reliable" : "readiness.instrument.unreliable",
            words.decimal(alpha.value()),
            consistency.companies()),
        items);
  }

  /// A count below the least for norms stays unsaid here too.
  private String notYet(int companies) {
    return companies < rules.normCompanies()
        ? say("readiness.instrument.few", rules.normCompanies(), rules.completeAnswers())
        : say("readiness.instrument.not-yet", companies, rules.completeAnswers());
  }

  private ItemView item(
      BackingWords words, Questionnaire questionnaire, ReliabilityFigures.ItemFigure item) {
    var title =
        questionnaire.item(item.item()).map(one -> one.title().in(language)).orElse(item.item());
    var rest = item.rest();
    if (rest == null) {
      return new ItemView(title, "", Tone.TROUBLE, say("readiness.instrument.constant-item"));
    }
    boolean good = rest.value() >= rules.itemRest();
    return new ItemView(
        title,
        figure(words, rest),
        good ? Tone.DONE : Tone.TROUBLE,
        say(
            good ? "readiness.instrument.fits" : "readiness.instrument.misfits",
            words.decimal(rules.itemRest())));
  }

  private NormView norm(BackingWords words, Norms norms) {
    return new NormView(
        words.cell(norms.cell()),
        norms.companies(),
        words.whole(norms.quantile(0.25)),
        words.whole(norms.quantile(0.5)),
        words.whole(norms.quantile(0.75)),
        say("readiness.instrument.day", words.day(norms.asOf())));
  }

  private String say(String key, @Nullable Object... arguments) {
    return texts.in(language, key, List.of(arguments));
  }
}
