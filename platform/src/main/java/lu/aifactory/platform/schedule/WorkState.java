package lu.aifactory.platform.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a piece of work stands.
///
/// @param message message key that the program told last
/// @param reason message key that says why it failed
/// @param tail the end of what the program printed
public record WorkState(
    WorkId id,
    String kind,
    State state,
    int progress,
    @Nullable String message,
    @Nullable String reason,
    String tail,
    Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /// The states of work.
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /// Whether nothing more will happen.
    public boolean over() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }
}
