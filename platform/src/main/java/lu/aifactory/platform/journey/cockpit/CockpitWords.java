package lu.aifactory.platform.journey.cockpit;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.charts.Caption;
import lu.aifactory.platform.charts.Funnel;
import lu.aifactory.platform.charts.Trend;
import lu.aifactory.platform.journey.cockpit.Figures.Kept;
import lu.aifactory.platform.portal.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Puts the figures into words and pictures of the reader's language; templates reach it as `cockpit`.
@Component
class CockpitWords {

  private final Texts texts;

  CockpitWords(Texts texts) {
    this.texts = texts;
  }

  public String hours(@Nullable Double hours) {
    return hours == null
        ? texts.of("journey.cockpit.none")
        : texts.of("journey.cockpit.hours", rounded(hours));
  }

  public String days(@Nullable Double days) {
    return days == null
        ? texts.of("journey.cockpit.none")
        : texts.of("journey.cockpit.days", rounded(days));
  }

  public String kept(Kept kept) {
    var percent = kept.percent();
    return percent == null
        ? texts.of("journey.cockpit.none")
        : texts.of("journey.cockpit.percent", percent, kept.kept(), kept.due());
  }

  public String who(String code) {
    return texts.of("journey.filter.waiting." + code);
  }

  public String sector(String code) {
    return code.isEmpty() ? tooSmall() : texts.of("journey.intake.sector." + code);
  }

  public String size(String code) {
    if (code.isEmpty()) {
      return tooSmall();
    }
    return texts.of(
        code.equals("founder") ? "journey.intake.kind.founder" : "journey.intake.size." + code);
  }

  private String tooSmall() {
    return texts.of("journey.cockpit.small");
  }

  private static String rounded(double value) {
    var format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
    format.setMaximumFractionDigits(value < 10 ? 1 : 0);
    return format.format(value);
  }

  Trend firstContacts(Figures figures) {
    var month = DateTimeFormatter.ofPattern("MM/yy", LocaleContextHolder.getLocale());
    return new Trend(
        new Caption(
            texts.of("journey.cockpit.first-contact"),
            texts.of(
                "journey.cockpit.first-contact.text",
                hours(figures.median()),
                kept(figures.kept()))),
        List.of(
            texts.of("journey.cockpit.month"),
            texts.of("journey.cockpit.opened"),
            texts.of("journey.cockpit.median"),
            texts.of("journey.cockpit.kept")),
        texts.of("journey.cockpit.median.hours"),
        figures.months().stream()
            .map(one -> {
              var median = one.median();
              return new Trend.Dot(
                  month.format(one.month()),
                  median,
                  median == null ? "" : rounded(median),
                  List.of(String.valueOf(one.opened()), hours(median), kept(one.kept())));
            })
            .toList());
  }

  Funnel stages(Figures figures) {
    var steps = new ArrayList<Funnel.Step>();
    long before = figures.opened();
    for (var one : figures.stages()) {
      var share =
          before == 0
              ? ""
              : texts.of("journey.cockpit.of-before", Math.round(100.0 * one.number() / before));
      if (one.skipped() > 0) {
        share += " · " + texts.of("journey.cockpit.skipped", one.skipped());
      }
      steps.add(
          new Funnel.Step(
              texts.of(one.stage().messageKey()),
              one.number(),
              String.valueOf(one.number()),
              share));
      before = one.number();
    }
    steps.add(
        new Funnel.Step(
            texts.of("journey.closing.in-production"),
            figures.inProduction(),
            String.valueOf(figures.inProduction()),
            before == 0
                ? ""
                : texts.of(
                    "journey.cockpit.of-before",
                    Math.round(100.0 * figures.inProduction() / before))));
    return new Funnel(
        new Caption(
            texts.of("journey.cockpit.stages"),
            texts.of("journey.cockpit.stages.text", figures.opened(), figures.inProduction())),
        List.of(
            texts.of("journey.column.stage"),
            texts.of("journey.cockpit.engagements"),
            texts.of("journey.cockpit.share")),
        steps);
  }
}
