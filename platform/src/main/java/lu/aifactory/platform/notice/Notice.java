package lu.aifactory.platform.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One notice: a message key with its arguments, and where in the portal to go on.
public record Notice(
    NoticeId id,
    long number,
    Instant at,
    String message,
    List<String> arguments,
    @Nullable String link,
    @Nullable Instant readAt) {

  /// Whether its reader has not seen it.
  public boolean unread() {
    return readAt == null;
  }
}
