package lu.aifactory.platform.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import lu.aifactory.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;

/// Something to be done in an engagement by one side, or by one person of it.
///
/// @param message key of what to do, for tasks that the factory itself sets
/// @param what the same in somebody's own words
/// @param template the row of the factory's table that it came from; null for one that a person set
/// @param reason why it was skipped, or a remark to its end
public record Task(
    TaskId id,
    @Nullable String message,
    @Nullable String what,
    Waiting.Who side,
    @Nullable AccountId person,
    @Nullable String personName,
    @Nullable LocalDate due,
    @Nullable String link,
    State state,
    @Nullable String reason,
    Instant createdAt,
    @Nullable Instant closedAt,
    @Nullable String closedByName,
    int version,
    @Nullable String template) {

  /// Where a task stands.
  public enum State {
    OPEN,
    DONE,
    SKIPPED;

    /// The name in JSON, SQL and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The message key of a sentence that helps to do it; null when there is none.
  public @Nullable String help() {
    return template == null ? null : message + ".help";
  }

  /// Whether it is still to be done.
  public boolean isOpen() {
    return state == State.OPEN;
  }

  /// Whether its day has passed.
  public boolean overdue(LocalDate today) {
    return isOpen() && due != null && due.isBefore(today);
  }
}
