package lu.aifactory.platform.journey;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What goes with entering and leaving a stage: the visit is noted, stages in between count as skipped, the tasks of a
/// skipped stage are skipped with the same reason, and those of the new stage are set.
@Component
class StageChanges {

  private final StageVisits visits;
  private final StageTasks stageTasks;
  private final Tasks tasks;

  StageChanges(StageVisits visits, StageTasks stageTasks, Tasks tasks) {
    this.visits = visits;
    this.stageTasks = stageTasks;
    this.tasks = tasks;
  }

  void enter(EngagementId engagement, Stage stage, Instant now) {
    visits.enter(engagement, stage, now);
    stageTasks.set(engagement, stage, now);
  }

  /// @param skipped whether the present stage is left without having been worked through
  void change(Engagement before, Stage to, boolean skipped, @Nullable String reason, Instant now) {
    var back = to.compareTo(before.stage()) < 0;
    visits.leave(
        before.id(), back ? Ending.BACK : skipped ? Ending.SKIPPED : Ending.DONE, reason, now);
    if (skipped && !back) {
      tasks.skipAllOf(before.id(), before.stage(), reason, now);
    }
    Arrays.stream(Stage.values())
        .filter(stage -> stage.compareTo(before.stage()) > 0 && stage.compareTo(to) < 0)
        .forEach(stage -> {
          visits.enter(before.id(), stage, now);
          visits.leave(before.id(), Ending.SKIPPED, reason, now);
        });
    enter(before.id(), to, now);
  }

  void close(EngagementId engagement, String reason, Instant now) {
    visits.leave(engagement, Ending.CLOSED, reason, now);
    tasks.skipAllOf(engagement, null, reason, now);
  }

  /// It goes on where it stood.
  void reopen(Engagement before, Instant now) {
    enter(before.id(), before.stage(), now);
  }
}
