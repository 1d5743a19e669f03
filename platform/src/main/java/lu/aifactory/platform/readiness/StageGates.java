package lu.aifactory.platform.readiness;

import java.util.List;

/// The gates of one stage. They do not compensate each other: one that is not passed holds the stage back.
public record StageGates(Stage stage, List<Gate> gates) {

  public StageGates {
    gates = List.copyOf(gates);
  }

  /// The least mean level that a stage asks of one dimension, and what came of it.
  public record Gate(String dimension, double minimum, Verdict verdict) {}

  /// What came of a gate.
  public sealed interface Verdict {}

  /// The dimension reaches the minimum.
  public record Passed() implements Verdict {}

  /// The dimension stays below, by this many levels.
  public record Failed(double by) implements Verdict {}

  /// The dimension has no score, so nobody can say.
  public record NotJudged() implements Verdict {}

  /// Whether every gate is passed.
  public boolean ready() {
    return gates.stream().allMatch(gate -> gate.verdict() instanceof Passed);
  }

  /// The gates that hold the stage back.
  public List<Gate> holdingBack() {
    return gates.stream().filter(gate -> !(gate.verdict() instanceof Passed)).toList();
  }
}
