package lu.aifactory.platform.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lu.aifactory.platform.readiness.Questionnaire.Item;

/// Chooses three next actions, one a dimension: first what holds back the nearest closed stage, by gap times weight,
/// then the stages after it, then where the index has most to gain.
final class NextActions {

  private static final int MOST = 3;

  private final Questionnaire questionnaire;
  private final Set<String> triggers;
  private final Map<String, Answer> answers;
  private final List<DimensionScore> dimensions;

  NextActions(
      Questionnaire questionnaire,
      Set<String> triggers,
      Map<String, Answer> answers,
      List<DimensionScore> dimensions) {
    this.questionnaire = questionnaire;
    this.triggers = triggers;
    this.answers = answers;
    this.dimensions = dimensions;
  }

  private record Candidate(String dimension, double urgency, NextAction.Why why) {}

  List<NextAction> forStages(List<StageGates> stages) {
    var candidates = new ArrayList<Candidate>();
    for (var stage : stages) {
      candidates.addAll(mostUrgentFirst(holdingBack(stage)));
    }
    candidates.addAll(mostUrgentFirst(roomToGrow()));
    var taken = new HashSet<String>();
    var actions = new ArrayList<NextAction>();
    for (var candidate : candidates) {
      if (actions.size() < MOST && taken.add(candidate.dimension())) {
        action(candidate).ifPresent(actions::add);
      }
    }
    return List.copyOf(actions);
  }

  private List<Candidate> holdingBack(StageGates stage) {
    var candidates = new ArrayList<Candidate>();
    for (var gate : stage.gates()) {
      double weight = questionnaire.dimension(gate.dimension()).weight();
      switch (gate.verdict()) {
        case StageGates.Failed(double by) ->
            candidates.add(
                new Candidate(
                    gate.dimension(),
                    by * weight,
                    new NextAction.BelowGate(stage.stage(), gate.minimum(), by)));
        case StageGates.NotJudged() ->
            candidates.add(
                new Candidate(
                    gate.dimension(),
                    gate.minimum() * weight,
                    new NextAction.NotJudged(stage.stage())));
        case StageGates.Passed() -> {}
      }
    }
    return candidates;
  }

  private List<Candidate> roomToGrow() {
    var candidates = new ArrayList<Candidate>();
    for (var score : dimensions) {
      score
          .level()
          .filter(level -> level < Questionnaire.TOP_LEVEL)
          .ifPresent(level ->
              candidates.add(
                  new Candidate(
                      score.dimension(),
                      (Questionnaire.TOP_LEVEL - level) * score.weight(),
                      new NextAction.RoomToGrow())));
    }
    return candidates;
  }

  private static List<Candidate> mostUrgentFirst(List<Candidate> candidates) {
    return candidates.stream()
        .sorted(
            Comparator.comparingDouble(Candidate::urgency)
                .reversed()
                .thenComparing(Candidate::dimension))
        .toList();
  }

  /// The weakest item of the dimension, or the one to find out about when the dimension could not be judged. There is
  /// none where nothing applies: then the advisor has to decide about the gate.
  private Optional<NextAction> action(Candidate candidate) {
    boolean unknown = candidate.why() instanceof NextAction.NotJudged;
    return questionnaire.asked(triggers).stream()
        .filter(item -> item.dimension().equals(candidate.dimension()))
        .filter(item -> unknown ? isOpen(item) : level(item).isPresent())
        .min(Comparator.<Item>comparingInt(item -> level(item).orElse(0)).thenComparing(Item::id))
        .map(
            item -> new NextAction(candidate.dimension(), item.id(), level(item), candidate.why()));
  }

  private boolean isOpen(Item item) {
    var answer = answers.get(item.id());
    return answer == null || answer instanceof Answer.DontKnow;
  }

  private Optional<Integer> level(Item item) {
    return answers.get(item.id()) instanceof Answer.AtLevel(int level, _, _)
        ? Optional.of(level)
        : Optional.empty();
  }
}
