package lu.aifactory.platform.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one thing to do next in an engagement, and why.
///
/// @param message key of what to do; null when it is a task in somebody's own words
/// @param own those words
/// @param task the task that it is, if it is one
public record NextStep(
    @Nullable String message,
    @Nullable String own,
    List<String> arguments,
    String reason,
    List<String> reasonArguments,
    int urgency,
    String link,
    Waiting.Who who,
    @Nullable LocalDate due,
    @Nullable TaskId task) {

  private static final int OVERDUE = 95;
  private static final int SOON = 75;
  private static final int LATER = 45;
  private static final int UNDATED = 35;
  private static final int SOON_DAYS = 3;

  /// All candidates, the most urgent first. The due date, then the text break ties, so that the order is stable.
  static List<NextStep> ranked(
      EngagementId engagement, List<Step> steps, List<Task> tasks, LocalDate today) {
    var all = new ArrayList<NextStep>();
    steps.forEach(step -> all.add(of(step)));
    tasks.stream().filter(Task::isOpen).forEach(task -> all.add(of(engagement, task, today)));
    all.sort(
        Comparator.comparingInt((NextStep step) -> -step.urgency)
            .thenComparing(step -> step.due == null ? LocalDate.MAX : step.due)
            .thenComparing(step -> step.message == null ? "" : step.message)
            .thenComparing(step -> step.own == null ? "" : step.own)
            .thenComparing(NextStep::link));
    return List.copyOf(all);
  }

  /// The one for somebody of this side: theirs if they have any, else the one that the others have.
  static Optional<NextStep> choose(List<NextStep> ranked, Waiting.@Nullable Who side) {
    return ranked.stream()
        .filter(step -> step.who == side)
        .findFirst()
        .or(() -> ranked.stream().findFirst());
  }

  private static NextStep of(Step step) {
    return new NextStep(
        step.message(),
        null,
        step.arguments(),
        step.reason(),
        step.reasonArguments(),
        step.urgency(),
        step.link(),
        step.who(),
        null,
        null);
  }

  private static NextStep of(EngagementId engagement, Task task, LocalDate today) {
    var page = "/engagements/" + engagement.value() + "/tasks/" + task.id().value();
    var due = task.due();
    var reason = task.overdue(today) ? "overdue" : due == null ? "undated" : "due";
    return new NextStep(
        task.message(),
        task.what(),
        List.of(),
        "journey.next.task-" + reason,
        due == null ? List.of() : List.of("@" + due),
        urgency(due, today),
        page,
        task.side(),
        due,
        task.id());
  }

  private static int urgency(@Nullable LocalDate due, LocalDate today) {
    if (due == null) {
      return UNDATED;
    }
    if (due.isBefore(today)) {
      return OVERDUE;
    }
    return due.isAfter(today.plusDays(SOON_DAYS)) ? LATER : SOON;
  }
}
