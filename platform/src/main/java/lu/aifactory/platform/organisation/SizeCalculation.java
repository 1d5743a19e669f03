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
/// the limits of each frame; and a limit changes the status only when it was crossed in two closed years in a row
/// (Recommendation 2003/361/EC, Annex, Article 4(2)).
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
            .map(frame -> result(frame, last, before, input.statusBefore(), publicControl))
            .toList();
    return new Size(
        input.year(),
        input.estimate(),
        last,
        before,
        input.statusBefore(),
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

  private Result result(
      Frame frame,
      Sum last,
      @Nullable Sum before,
      @Nullable SizeClass statusBefore,
      boolean publicControl) {
    var rule = decide(frame, last.total());
    var byLast = classOf(rule);
    var byBefore = before == null ? null : classOf(decide(frame, before.total()));
    var status = before == null ? byLast : status(byLast, byBefore, in(frame, statusBefore));
    return new Result(frame, publicControl ? SizeClass.LARGE : status, byLast, byBefore, rule);
  }

  // A limit that both years lie above, or both below, is settled; between the two years' classes
  // the status from before holds. Who does not know it gets no answer.
  private static @Nullable SizeClass status(
      @Nullable SizeClass last, @Nullable SizeClass before, @Nullable SizeClass earlier) {
    if (last == null || before == null || last == before) return before == null ? null : last;
    if (earlier == null) return null;
    var smaller = last.compareTo(before) < 0 ? last : before;
    var larger = smaller == last ? before : last;
    if (earlier.compareTo(smaller) < 0) return smaller;
    return earlier.compareTo(larger) > 0 ? larger : earlier;
  }

  // State aid knows no class between medium and large.
  private static @Nullable SizeClass in(Frame frame, @Nullable SizeClass said) {
    return frame == Frame.STATE_AID && said == SizeClass.SMALL_MID_CAP ? SizeClass.LARGE : said;
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
    if (results.stream().anyMatch(result -> result.size() == null && !result.isUndecided())) {
      advice.add("organisation.advice.no-rule");
    }
    if (!publicControl && results.stream().anyMatch(Result::isUndecided)) {
      advice.add("organisation.advice.two-years");
    } else if (!publicControl && results.stream().anyMatch(Result::yearsDiffer)) {
      advice.add("organisation.advice.status-before");
    }
    if (input.estimate()) advice.add("organisation.advice.estimate");
    if (!input.estimate() && input.before() == null) {
      advice.add("organisation.advice.one-year");
    }
    return List.copyOf(advice);
  }
}
