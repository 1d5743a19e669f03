package lu.aifactory.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A check that was asked for: running without an end, done with a result, or failed because the platform was
/// stopped or could not read.
record VerificationState(
    UUID id,
    Instant asked,
    @Nullable Instant finished,
    long checked,
    long total,
    @Nullable Verification result,
    @Nullable String failure) {

  public boolean running() {
    return finished == null;
  }

  public boolean intact() {
    return result instanceof Verification.Intact;
  }

  /// The entry with which something is wrong.
  public @Nullable UUID entry() {
    return result instanceof Verification.Broken broken ? broken.entry() : null;
  }

  /// The message key of why it failed.
  public String failureMessage() {
    return "audit.verify." + failure;
  }

  public int percent() {
    if (finished != null) return 100;
    return total == 0 ? 0 : (int) Math.min(99, checked * 100 / total);
  }
}
