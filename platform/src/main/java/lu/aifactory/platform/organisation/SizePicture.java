package lu.aifactory.platform.organisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lu.aifactory.engines.rules.Decision.Decided;
import lu.aifactory.platform.charts.Bars;
import lu.aifactory.platform.charts.Caption;
import lu.aifactory.platform.portal.Decision;
import lu.aifactory.platform.portal.Tone;
import lu.aifactory.platform.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows a size: the answer with its reasons, the sum step by step, and a picture of it against the limits.
@Component
class SizePicture {

  private final Words words;
  private final Rulebook rulebook;

  SizePicture(Words words, Rulebook rulebook) {
    this.words = words;
    this.rulebook = rulebook;
  }

  /// One frame as a row of a table.
  record Row(
      String frame,
      String size,
      String byLast,
      @Nullable String byBefore,
      String rule,
      String basis) {}

  /// One enterprise in the sum.
  record Line(
      String name, String tie, String percent, List<String> figures, List<String> counted) {}

  /// The sum of one year.
  record Sum(int year, List<Line> lines, List<String> total) {}

  Decision decision(Organisation organisation, Size size) {
    var first = size.results().getFirst();
    var status = first.size();
    var reasons = size.results().stream().map(this::reason).toList();
    if (status == null) {
      return new Decision(
          Tone.WAITING,
          words.of("organisation.size.unknown"),
          first.isUndecided()
              ? words.of("organisation.answer.two-years", years(organisation, size, first))
              : words.of("organisation.answer.unknown", List.of(organisation.name())),
          reasons,
          size.advice().stream().map(words::of).toList(),
          words.of("organisation.answer.objection"));
    }
    var tone = size.publicControl() ? Tone.WAITING : Tone.DONE;
    var key =
        size.publicControl()
            ? "organisation.answer.public"
            : "organisation.answer." + status.code();
    return new Decision(
        tone,
        words.of(status.messageKey()),
        words.of(key, List.of(organisation.name(), String.valueOf(size.year()))),
        reasons,
        size.advice().stream().map(words::of).toList(),
        words.of("organisation.answer.objection"));
  }

  private List<String> years(Organisation organisation, Size size, Size.Result result) {
    return List.of(
        organisation.name(),
        String.valueOf(size.year()),
        name(result.byLast()),
        String.valueOf(size.year() - 1),
        name(result.byBefore()));
  }

  private Decision.Reason reason(Size.Result result) {
    var rule = result.rule();
    var table = rulebook.table(rule.table(), rule.on()).orElse(null);
    var source = table == null || table.sources().isEmpty() ? null : table.sources().getFirst();
    LocalDate verified = table == null ? null : table.verifiedOn();
    return new Decision.Reason(
        words.of(
            "organisation.reason",
            List.of(words.of(result.frame().messageKey()), name(result.size()), basis(result))),
        source == null ? null : words.of("organisation.source"),
        source,
        verified);
  }

  List<Row> rows(Size size) {
    return size.results().stream()
        .map(result ->
            new Row(
                words.of(result.frame().messageKey()),
                name(result.size()),
                name(result.byLast()),
                size.before() == null ? null : name(result.byBefore()),
                limits(result),
                basis(result)))
        .toList();
  }

  private String name(@Nullable SizeClass size) {
    return words.of(size == null ? "organisation.size.unknown" : size.messageKey());
  }

  private static String basis(Size.Result result) {
    return result.rule() instanceof Decided decided
        ? decided.rows().getFirst().notes().getOrDefault("basis", "")
        : "";
  }

  private String limits(Size.Result result) {
    if (!(result.rule() instanceof Decided decided)) return "";
    var parts = new ArrayList<String>();
    if (decided.output("headcountBelow") instanceof BigDecimal people) {
      parts.add(words.of("organisation.limit.headcount", List.of(words.number(people))));
    }
    if (decided.output("turnoverUpTo") instanceof BigDecimal turnover
        && decided.output("balanceUpTo") instanceof BigDecimal balance) {
      parts.add(
          words.of(
              "organisation.limit.amounts", List.of(words.euros(turnover), words.euros(balance))));
    }
    return String.join(" · ", parts);
  }

  List<Sum> sums(Organisation organisation, Size size) {
    var sums = new ArrayList<Sum>();
    sums.add(sum(organisation, size.last()));
    var before = size.before();
    if (before != null) sums.add(sum(organisation, before));
    return sums;
  }

  private Sum sum(Organisation organisation, Size.Sum sum) {
    var lines =
        sum.lines().stream()
            .map(line -> {
              var relation = line.relation();
              return new Line(
                  relation == null ? organisation.name() : line.name(),
                  words.of(
                      "organisation.relation." + (relation == null ? "self" : relation.code())),
                  words.percent(line.percent()),
                  figures(line.figures()),
                  figures(line.counted()));
            })
            .toList();
    return new Sum(sum.year(), lines, figures(sum.total()));
  }

  private List<String> figures(Figures figures) {
    return List.of(
        words.number(figures.headcount()),
        words.euros(figures.turnover()),
        words.euros(figures.balance()));
  }

  /// The group against the limits of its class for State aid; null when no rule answers.
  @Nullable Bars bars(Organisation organisation, Size size) {
    if (!(size.results().getFirst().rule() instanceof Decided rule)) return null;
    var total = size.last().total();
    var limit =
        words.of(
            "organisation.size."
                + (rule.text("size").equals("large") ? "medium" : rule.text("size")));
    return new Bars(
        new Caption(
            words.of("organisation.picture.title"),
            words.of(
                "organisation.picture.text",
                List.of(organisation.name(), String.valueOf(size.year())))),
        List.of(
            words.of("organisation.picture.measure"),
            words.of("organisation.picture.value"),
            words.of("organisation.picture.limit")),
        List.of(
            bar(
                "headcount",
                total.headcount(),
                words.number(total.headcount()),
                rule,
                "headcountBelow",
                limit),
            bar(
                "turnover",
                total.turnover(),
                words.euros(total.turnover()),
                rule,
                "turnoverUpTo",
                limit),
            bar(
                "balance",
                total.balance(),
                words.euros(total.balance()),
                rule,
                "balanceUpTo",
                limit)));
  }

  private Bars.Bar bar(
      String measure, BigDecimal value, String text, Decided rule, String output, String limit) {
    var label = words.of("organisation.measure." + measure);
    if (!(rule.output(output) instanceof BigDecimal threshold)) {
      return new Bars.Bar(label, value.doubleValue(), text, null, "");
    }
    var written = measure.equals("headcount") ? words.number(threshold) : words.euros(threshold);
    var key = "organisation.picture." + (measure.equals("headcount") ? "below" : "up-to");
    return new Bars.Bar(
        label,
        value.doubleValue(),
        text,
        threshold.doubleValue(),
        words.of(key, List.of(limit, written)));
  }
}
