package lu.aifactory.platform.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import lu.aifactory.platform.charts.Caption;
import lu.aifactory.platform.charts.Gantt;
import lu.aifactory.platform.portal.Texts;
import org.jspecify.annotations.Nullable;

/// A roadmap in the reader's words.
///
/// @param titles of the ideas
record RoadmapWords(
    Texts texts, Locale language, PlannedRoadmap roadmap, Map<IdeaId, String> titles) {

  private static final Currency EURO = Currency.getInstance("EUR");

  /// A step in the list.
  record Line(
      UUID id,
      String name,
      String idea,
      String owner,
      String begin,
      String end,
      int weeks,
      String cost,
      int days) {}

  List<Line> lines() {
    return roadmap.steps().stream().map(this::line).toList();
  }

  private Line line(PlannedRoadmap.Planned planned) {
    var step = planned.step();
    return new Line(
        step.id().value(),
        step.name(),
        step.idea() == null ? "" : titles.getOrDefault(step.idea(), ""),
        step.owner(),
        day(planned.begin()),
        day(planned.end()),
        step.weeks(),
        money(step.cost()),
        step.days());
  }

  private String after(RoadmapStep step) {
    return String.join(
        ", ",
        roadmap.steps().stream()
            .map(PlannedRoadmap.Planned::step)
            .filter(one -> step.after().contains(one.id()))
            .map(RoadmapStep::name)
            .toList());
  }

  private String slack(PlannedRoadmap.Planned planned) {
    return planned.critical()
        ? say("portfolio.roadmap.critical")
        : say("portfolio.roadmap.slack", planned.slackDays());
  }

  /// From when until when, for how much; null without steps.
  @Nullable String finding() {
    var end = roadmap.end();
    return end == null
        ? null
        : say(
            "portfolio.roadmap.finding",
            day(roadmap.start()),
            day(end),
            money(roadmap.cost()),
            roadmap.days());
  }

  Gantt picture() {
    var steps = roadmap.steps();
    var ids = steps.stream().map(one -> one.step().id()).toList();
    return new Gantt(
        new Caption(say("portfolio.roadmap.picture.title"), say("portfolio.roadmap.picture.text")),
        List.of(
            say("portfolio.roadmap.step"),
            say("portfolio.roadmap.begin"),
            say("portfolio.roadmap.end"),
            say("portfolio.roadmap.after"),
            say("portfolio.roadmap.slack.title")),
        language,
        steps.stream()
            .map(one ->
                new Gantt.Bar(
                    one.step().name(),
                    one.begin(),
                    one.end(),
                    one.slackDays(),
                    IntStream.range(0, ids.size())
                        .filter(n -> one.step().after().contains(ids.get(n)))
                        .boxed()
                        .toList(),
                    List.of(day(one.begin()), day(one.end()), after(one.step()), slack(one))))
            .toList());
  }

  private String money(long euros) {
    return texts.money(BigDecimal.valueOf(euros), EURO);
  }

  // English as it is written in Luxembourg: the day before the month.
  private String day(LocalDate day) {
    var locale = language.getLanguage().equals("en") ? Locale.UK : language;
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  private String say(String key, Object... arguments) {
    return texts.in(language, key, List.of(arguments));
  }
}
