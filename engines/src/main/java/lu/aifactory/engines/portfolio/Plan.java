package lu.aifactory.engines.portfolio;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When each step of a roadmap can begin and end at the earliest, and how long it may be late without delaying the whole
/// (critical path method; Kelley and Walker, 1959). Durations are whole calendar weeks.
///
/// @param spans in the order of the steps
public record Plan(List<Span> spans) {

  /// @param weeks at least 1
  /// @param after ids of the steps that must have ended
  /// @param notBefore a day before which it cannot begin; null for none
  public record Step(String id, int weeks, Set<String> after, @Nullable LocalDate notBefore) {

    public Step {
      after = Set.copyOf(after);
      if (weeks < 1) throw new IllegalArgumentException("%s takes %d weeks".formatted(id, weeks));
    }
  }

  /// @param end the last day
  /// @param slackDays by how many days it may be late before the last day of all moves; 0 on the critical path
  public record Span(String id, LocalDate begin, LocalDate end, long slackDays) {

    public boolean critical() {
      return slackDays == 0;
    }
  }

  /// Steps that wait for each other in a circle, or for a step that does not exist.
  public static final class Unplannable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> circle;
    private final transient @Nullable String unknown;

    private Unplannable(String message, List<String> circle, @Nullable String unknown) {
      super(message);
      this.circle = circle;
      this.unknown = unknown;
    }

    /// The steps of the circle, each waiting for the one after it and the last for the first; empty when a step is unknown.
    public List<String> circle() {
      return circle;
    }

    public @Nullable String unknown() {
      return unknown;
    }
  }

  /// @throws Unplannable for circles and unknown steps
  public static Plan of(Collection<Step> steps, LocalDate start) {
    var byId = new LinkedHashMap<String, Step>();
    for (var step : steps) {
      if (byId.put(step.id(), step) != null) {
        throw new IllegalArgumentException("two steps are called " + step.id());
      }
    }
    var order = order(byId);
    var begins = new HashMap<String, LocalDate>();
    var ends = new HashMap<String, LocalDate>();
    for (var step : order) {
      var begin = start;
      if (step.notBefore() != null && step.notBefore().isAfter(begin)) begin = step.notBefore();
      for (var before : step.after()) {
        var next = at(ends, before).plusDays(1);
        if (next.isAfter(begin)) begin = next;
      }
      begins.put(step.id(), begin);
      ends.put(step.id(), begin.plusWeeks(step.weeks()).minusDays(1));
    }
    var latest = latestEnds(order, ends);
    return new Plan(
        byId.keySet().stream()
            .map(id ->
                new Span(id, at(begins, id), at(ends, id), days(at(ends, id), at(latest, id))))
            .toList());
  }

  /// The last day of the last step; null without steps.
  public @Nullable LocalDate end() {
    return spans.stream().map(Span::end).max(LocalDate::compareTo).orElse(null);
  }

  private static long days(LocalDate from, LocalDate to) {
    return to.toEpochDay() - from.toEpochDay();
  }

  private static Map<String, LocalDate> latestEnds(List<Step> order, Map<String, LocalDate> ends) {
    var last = ends.values().stream().max(LocalDate::compareTo).orElse(LocalDate.MAX);
    var latest = new HashMap<String, LocalDate>();
    for (var step : order.reversed()) {
      var end = latest.getOrDefault(step.id(), last);
      latest.put(step.id(), end);
      var begin = end.minusWeeks(step.weeks());
      for (var before : step.after()) {
        latest.merge(before, begin, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return latest;
  }

  /// Every step after those that it waits for.
  private static List<Step> order(Map<String, Step> steps) {
    var waiting = new HashMap<String, Integer>();
    var followers = new HashMap<String, List<String>>();
    for (var step : steps.values()) {
      waiting.put(step.id(), step.after().size());
      for (var before : step.after()) {
        if (!steps.containsKey(before)) {
          throw new Unplannable(step.id() + " waits for " + before, List.of(), before);
        }
        followers.computeIfAbsent(before, _ -> new ArrayList<>()).add(step.id());
      }
    }
    var ready = new ArrayDeque<String>();
    for (var id : steps.keySet()) if (at(waiting, id) == 0) ready.add(id);
    var order = new ArrayList<Step>();
    while (!ready.isEmpty()) {
      var id = ready.remove();
      order.add(at(steps, id));
      for (var follower : followers.getOrDefault(id, List.of())) {
        if (waiting.merge(follower, -1, Integer::sum) == 0) ready.add(follower);
      }
    }
    if (order.size() < steps.size()) {
      var circle = circle(steps, order);
      throw new Unplannable(
          String.join(" waits for ", circle) + " waits for " + circle.getFirst(), circle, null);
    }
    return order;
  }

  private static <V> V at(Map<String, V> known, String id) {
    return Objects.requireNonNull(known.get(id), id);
  }

  private static List<String> circle(Map<String, Step> steps, List<Step> ordered) {
    var stuck = new LinkedHashSet<>(steps.keySet());
    ordered.forEach(step -> stuck.remove(step.id()));
    var path = new LinkedHashSet<String>();
    var id = stuck.getFirst();
    while (path.add(id)) {
      id =
          at(steps, id).after().stream().filter(stuck::contains).sorted().findFirst().orElseThrow();
    }
    var walked = List.copyOf(path);
    return walked.subList(walked.indexOf(id), walked.size());
  }
}
