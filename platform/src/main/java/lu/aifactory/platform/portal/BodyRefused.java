package lu.aifactory.platform.portal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Met while a body was read: it is not taken, whatever stands in the rest of it.
final class BodyRefused extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String key;

  private BodyRefused(int status, String key) {
    super(key);
    this.status = status;
    this.key = key;
  }

  static BodyRefused tooLarge() {
    return new BodyRefused(413, "portal.problem.too-large");
  }

  static BodyRefused unstorable() {
    return new BodyRefused(400, "portal.problem.unstorable");
  }

  int status() {
    return status;
  }

  String key() {
    return key;
  }

  /// The one behind an exception; readers wrap what a stream throws.
  static @Nullable BodyRefused behind(@Nullable Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyRefused refused) return refused;
    }
    return null;
  }
}
