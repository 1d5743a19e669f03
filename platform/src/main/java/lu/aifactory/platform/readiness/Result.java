package lu.aifactory.platform.readiness;

import java.util.List;
import java.util.Optional;

/// What an assessment says. An expert-weighted index, not a measurement: weights and gates are judgement until enough
/// assessments exist to test them.
public sealed interface Result {

  /// The dimensions in the order of the questionnaire.
  List<DimensionScore> dimensions();

  /// The stages in order, with their gates.
  List<StageGates> stages();

  /// At most three.
  List<NextAction> nextActions();

  /// What the answers rest on.
  EvidenceSummary evidence();

  /// The furthest stage of which every gate, and every gate before it, is passed.
  default Optional<Stage> reached() {
    Optional<Stage> reached = Optional.empty();
    for (var stage : stages()) {
      if (!stage.ready()) {
        break;
      }
      reached = Optional.of(stage.stage());
    }
    return reached;
  }

  /// The first stage that is held back.
  default Optional<StageGates> heldBack() {
    return stages().stream().filter(stage -> !stage.ready()).findFirst();
  }

  /// Enough was answered for an index.
  ///
  /// @param index 0 to 100
  /// @param standardError of the index, in points
  /// @param band what is shown to people
  record Scored(
      double index,
      double standardError,
      Band band,
      List<DimensionScore> dimensions,
      List<StageGates> stages,
      List<NextAction> nextActions,
      EvidenceSummary evidence)
      implements Result {}

  /// Too little was answered for an index; the dimensions that could be judged are still shown.
  ///
  /// @param judged the share of the weight that could be judged
  /// @param minimum the share that is needed
  record NotEnoughAnswers(
      double judged,
      double minimum,
      List<DimensionScore> dimensions,
      List<StageGates> stages,
      List<NextAction> nextActions,
      EvidenceSummary evidence)
      implements Result {}

  /// A range of whole points, rounded outwards.
  record Band(int low, int high) {

    static Band around(double index, double halfWidth) {
      return new Band(
          (int) Math.floor(Math.max(0, index - halfWidth)),
          (int) Math.ceil(Math.min(100, index + halfWidth)));
    }
  }
}
