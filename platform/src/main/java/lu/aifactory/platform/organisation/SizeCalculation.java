package lu.aifactory.platform.organisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lu.aifactory.engines.rules.Decision;
import lu.aifactory.engines.rules.Decision.Decided;
import lu.aifactory.platform.organisation.Size.Line;
import lu.aifactory.platform.organisation.Size.Result;
import lu.aifactory.platform.organisation.Size.Sum;
import org.jspecify.annotations.Nullable;

/// Computes the size of a group: linked enterprises count in full, partners by their share; the sum is compared with
/// the limits of each frame; and a status changes only when two closed years in a row say so.
final class SizeCalculation {

  /// Asks a rule table; the day is already settled.
  @FunctionalInterface
  interface Rules {
    Decision decide(String table, Map<String, ?> inputs);
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Rules rules;

  SizeCalculation(Rules rules) {
    this.rules = rules;
  }

  Size of(SizeInput input) {
    var last = sum(input.year(), input.last(), input.group(), false);
    var ownBefore = input.before();
    var before = ownBefore == null ? null : sum(input.year() - 1, ownBefore, input.group(), true);
    var publicControl = isPublic(input.publicShare());
    var results =
        Arrays.stream(Frame.values())
            .map(frame -> result(frame, last, before, publicControl))
            .toList();
    return new Size(
        input.year(),
        input.estimate(),
        last,
        before,
        publicControl,
        results,
        advice(input, publicControl, results));
  }

  private Sum sum(int year, Figures own, List<Enterprise> group, boolean before) {
    var lines = new ArrayList<Line>();
    lines.add(new Line("", null, HUNDRED, own, own));
    var total = own;
    for (var enterprise : group) {
      // Where the year before was not given, the last one stands for it.
      var earlier = enterprise.before();
      var figures = before && earlier != null ? earlier : enterprise.last();
      var percent = percent(enterprise);
      var counted = figures.times(percent.movePointLeft(2));
      lines.add(new Line(enterprise.name(), enterprise.relation(), percent, figures, counted));
      total = total.plus(counted);
    }
    return new Sum(year, List.copyOf(lines), total);
  }

  private BigDecimal percent(Enterprise enterprise) {
    var inputs = Map.of("relation", enterprise.relation().code(), "share", enterprise.share());
    var counts =
        rules.decide("organisation-ties", inputs) instanceof Decided decided
            ? decided.text("counts")
            : "all";
    return switch (counts) {
      case "nothing" -> BigDecimal.ZERO;
      case "share" -> enterprise.share();
      default -> HUNDRED;
    };
  }

  private boolean isPublic(BigDecimal share) {
    return rules.decide("organisation-public-control", Map.of("publicShare", share))
            instanceof Decided decided
        && decided.text("finding").equals("check-exceptions");
  }

  private Result result(Frame frame, Sum last, @Nullable Sum before, boolean publicControl) {
    var rule = decide(frame, last.total());
    var byLast = classOf(rule);
    var byBefore = before == null ? null : classOf(decide(frame, before.total()));
    // One year alone neither gains nor loses a status, so while two years differ the earlier one
    // holds.
    var status = byBefore == null || byLast == null ? byLast : byBefore;
    return new Result(frame, publicControl ? SizeClass.LARGE : status, byLast, byBefore, rule);
  }

  private Decision decide(Frame frame, Figures total) {
    return rules.decide(
        frame.table(),
        Map.of(
            "headcount", total.headcount(),
            "turnover", total.turnover(),
            "balance", total.balance()));
  }

  private static @Nullable SizeClass classOf(Decision decision) {
    return decision instanceof Decided decided
        ? SizeClass.of(decided.text("size")).orElse(null)
        : null;
  }

  private static List<String> advice(SizeInput input, boolean publicControl, List<Result> results) {
    var advice = new ArrayList<String>();
    if (publicControl) advice.add("organisation.advice.public-control");
    if (results.stream().anyMatch(result -> result.size() == null)) {
      advice.add("organisation.advice.no-rule");
    }
    if (!publicControl && results.stream().anyMatch(Result::heldByTwoYears)) {
      advice.add("organisation.advice.two-years");
    }
    if (input.estimate()) advice.add("organisation.advice.estimate");
    if (!input.estimate() && input.before() == null) {
      advice.add("organisation.advice.one-year");
    }
    return List.copyOf(advice);
  }
}
