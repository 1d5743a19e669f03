package lu.aifactory.platform.journey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something happened in an engagement. Any later room publishes it, in the transaction of the change; it becomes a
/// line of the shared timeline and a notice to the other side.
///
/// @param message key of the sentence that says what happened
/// @param arguments of the sentence; `#key` stands for a message in the reader's language, `@2027-01-15` for a day
///     written out in it
/// @param waiting who is waited for because of it, if anybody
/// @param link where to look, as a path of the portal
/// @param reached the stage that the engagement has reached by it, if it has
public record EngagementEvent(
    EngagementId engagement,
    String message,
    List<String> arguments,
    @Nullable Waiting waiting,
    String link,
    @Nullable Stage reached) {

  /// An event that moves the engagement to no other stage.
  public EngagementEvent(
      EngagementId engagement,
      String message,
      List<String> arguments,
      @Nullable Waiting waiting,
      String link) {
    this(engagement, message, arguments, waiting, link, null);
  }
}
