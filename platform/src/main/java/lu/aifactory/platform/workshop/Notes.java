package lu.aifactory.platform.workshop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was written down in a workshop. Version 0 is the empty page.
public record Notes(String text, int version, @Nullable String savedBy, @Nullable Instant savedAt) {

  /// Nothing written yet.
  static Notes none() {
    return new Notes("", 0, null, null);
  }

  /// What somebody was writing when they left.
  ///
  /// @param seen the version that they began from
  public record Draft(String text, int seen, Instant savedAt) {}
}
