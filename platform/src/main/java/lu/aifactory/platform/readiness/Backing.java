package lu.aifactory.platform.readiness;

import java.time.Instant;
import lu.aifactory.platform.readiness.norms.Cell;
import org.jspecify.annotations.Nullable;

/// What stands behind a result besides the answers themselves, as it was known on the day of the result.
///
/// @param tested null while there are too few answers to judge any dimension
/// @param peers null while there are too few companies to compare with
public record Backing(int neededAnswers, @Nullable Tested tested, @Nullable Peer peers) {

  /// How consistently the questions measure.
  ///
  /// @param dimensions how many of them could be judged
  /// @param companies the least number whose answers went into one of them
  /// @param lowest the lowest α of a dimension
  /// @param highest the highest
  /// @param on when the newest of the figures were worked out
  public record Tested(
      int dimensions, int all, int companies, double lowest, double highest, Instant on) {}

  /// Where the score stands among those of other companies.
  ///
  /// @param percentile how many of 100 companies have a lower score
  /// @param low the same for the lower end of the band
  /// @param high and for the upper one
  /// @param asOf the day of the norms
  public record Peer(
      Cell cell, int companies, double percentile, double low, double high, Instant asOf) {}
}
