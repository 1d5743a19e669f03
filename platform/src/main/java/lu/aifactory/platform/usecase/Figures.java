package lu.aifactory.platform.usecase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import lu.aifactory.platform.charts.Bars;
import lu.aifactory.platform.charts.Caption;
import lu.aifactory.platform.charts.Stages;
import lu.aifactory.platform.usecase.Printed.Block.Line;
import lu.aifactory.platform.usecase.decide.Definition;
import org.jspecify.annotations.Nullable;

/// What a decision maker looks at before reading: the figures at a glance, today against the target, the phases.
record Figures(Content content, Wording wording, Definition definition) {

  private static final int MOST_STAGES = 7;

  List<Line> glance() {
    var lines = new ArrayList<Line>();
    add(lines, "value.yearly", money(figure("value", "yearly"), "EUR"));
    add(lines, "resources.budget", budget());
    add(lines, "people", total("resources", "people", "days"));
    add(lines, "resources.gpu", number(figure("resources", "gpu")));
    add(lines, "funding.status", choice("funding", "status"));
    add(lines, "compliance.reading", reading());
    var open = content.section("decisions").rows("decisions").size();
    add(
        lines,
        "decisions.decisions",
        content.section("decisions").isEmpty() ? "" : Integer.toString(open));
    return lines;
  }

  private void add(List<Line> lines, String field, String text) {
    if (!text.isEmpty()) {
      var label =
          field.equals("people") ? wording.say("usecase.document.days") : wording.label(field);
      lines.add(new Line(label, text));
    }
  }

  private String reading() {
    var reading = choice("compliance", "reading");
    var confidence = choice("compliance", "confidence");
    return reading.isEmpty() || confidence.isEmpty() ? reading : reading + " · " + confidence;
  }

  private String budget() {
    var sums = new TreeMap<String, BigDecimal>();
    for (var row : content.section("resources").rows("budget")) {
      var amount = figure(row, "amount");
      if (amount != null && !row.text("currency").isEmpty()) {
        sums.merge(row.text("currency"), amount, BigDecimal::add);
      }
    }
    return String.join(
        " + ", sums.entrySet().stream().map(sum -> money(sum.getValue(), sum.getKey())).toList());
  }

  private String total(String section, String table, String column) {
    var sum = BigDecimal.ZERO;
    for (var row : content.section(section).rows(table)) {
      var figure = figure(row, column);
      sum = figure == null ? sum : sum.add(figure);
    }
    return sum.signum() == 0 ? "" : number(sum);
  }

  /// The value's own figure and every metric that is known today, each against what must be reached.
  Optional<Bars> bars() {
    var bars = new ArrayList<Bars.Bar>();
    var value = content.section("value");
    add(
        bars,
        value.text("measure"),
        value.text("unit"),
        figure(value, "baseline"),
        figure(value, "target"),
        "usecase.document.target");
    for (var metric : content.section("metrics").rows("metrics")) {
      add(
          bars,
          metric.text("name"),
          metric.text("unit"),
          figure(metric, "baseline"),
          figure(metric, "threshold"),
          metric.text("direction").equals("at-most")
              ? "usecase.document.at-most"
              : "usecase.document.at-least");
    }
    if (bars.isEmpty()) {
      return Optional.empty();
    }
    var caption =
        new Caption(
            wording.say("usecase.document.bars"),
            wording.say("usecase.document.bars.says", bars.size()));
    var columns =
        List.of(
            wording.say("usecase.document.bars.what"),
            wording.say("usecase.document.bars.today"),
            wording.say("usecase.document.bars.reach"));
    return Optional.of(new Bars(caption, columns, bars));
  }

  private void add(
      List<Bars.Bar> bars,
      String label,
      String unit,
      @Nullable BigDecimal today,
      @Nullable BigDecimal reach,
      String reachKey) {
    if (label.isEmpty() || today == null || reach == null) {
      return;
    }
    if (today.signum() >= 0 && reach.signum() >= 0) {
      bars.add(
          new Bars.Bar(
              label,
              today.doubleValue(),
              wording.say("usecase.document.today", number(today), unit),
              reach.doubleValue(),
              wording.say(reachKey, number(reach), unit)));
    }
  }

  /// The phases of the plan, when there are few enough to draw.
  Optional<Stages> stages(LocalDate today) {
    var phases = content.section("plan").rows("phases");
    if (phases.isEmpty() || phases.size() > MOST_STAGES) {
      return Optional.empty();
    }
    var stages = new ArrayList<Stages.Stage>();
    for (var phase : phases) {
      if (phase.get("start") instanceof Answer.Day(var start)
          && phase.get("end") instanceof Answer.Day(var end)
          && !phase.text("name").isEmpty()) {
        var state =
            end.isBefore(today)
                ? Stages.State.DONE
                : start.isAfter(today) ? Stages.State.AHEAD : Stages.State.NOW;
        stages.add(
            new Stages.Stage(
                phase.text("name"),
                state,
                wording.shortDay(start) + " – " + wording.shortDay(end)));
      }
    }
    return stages.size() < phases.size()
        ? Optional.empty()
        : Optional.of(
            new Stages(
                new Caption(
                    wording.label("plan.phases"),
                    wording.say("usecase.document.stages.says", stages.size())),
                List.of(
                    wording.label("plan.phases.name"), wording.say("usecase.document.stages.when")),
                stages));
  }

  private @Nullable BigDecimal figure(String section, String field) {
    return figure(content.section(section), field);
  }

  private static @Nullable BigDecimal figure(Answers answers, String field) {
    return answers.get(field) instanceof Answer.Figure(var value) ? value : null;
  }

  private String number(@Nullable BigDecimal value) {
    return value == null ? "" : wording.number(value);
  }

  private String money(@Nullable BigDecimal value, String currency) {
    return value == null ? "" : currency + "\u00a0" + wording.number(value);
  }

  private String choice(String section, String field) {
    return definition
        .section(section)
        .flatMap(defined -> defined.field(field))
        .map(defined -> wording.answer(defined, section + "." + field, content.section(section)))
        .orElse("");
  }
}
