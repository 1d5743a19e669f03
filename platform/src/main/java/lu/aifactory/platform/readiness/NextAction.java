package lu.aifactory.platform.readiness;

import java.util.Optional;

/// What to do next about one item, and why this comes before other things.
///
/// @param level where the item stands; empty when it is not known
public record NextAction(String dimension, String item, Optional<Integer> level, Why why) {

  /// Why this action was chosen.
  public sealed interface Why {}

  /// The dimension misses a stage's gate by this many levels.
  public record BelowGate(Stage stage, double minimum, double by) implements Why {}

  /// The dimension could not be judged, which keeps the stage closed.
  public record NotJudged(Stage stage) implements Why {}

  /// Every gate is passed; here is the most to gain in the index.
  public record RoomToGrow() implements Why {}
}
