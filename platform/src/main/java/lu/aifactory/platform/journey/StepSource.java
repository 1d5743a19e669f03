package lu.aifactory.platform.journey;

import java.util.List;
import java.util.Set;

/// A room that knows of something to do next in an engagement. It is asked as the system, so that everybody who may see
/// the engagement sees the same next step.
public interface StepSource {

  /// The candidates now; none when the room has nothing to ask for.
  List<Step> stepsFor(EngagementId engagement);

  /// The topics that the room looks after, as the table of tasks names them: no task is set for them.
  default Set<String> topics() {
    return Set.of();
  }
}
