package lu.aifactory.platform.readiness;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lu.aifactory.platform.documents.DocumentId;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.readiness.Questionnaire.Item;
import org.jspecify.annotations.Nullable;

/// One run through a questionnaire, open or finished. Once finished it never changes.
///
/// @param questionnaire the very version that was asked
/// @param triggers what applies to the project
/// @param answers by item
public record Assessment(
    AssessmentId id,
    EngagementId engagement,
    Questionnaire questionnaire,
    Set<String> triggers,
    Map<String, Recorded> answers,
    Instant startedAt,
    @Nullable Instant finishedAt,
    int version) {

  public Assessment {
    triggers = Set.copyOf(triggers);
    answers = Map.copyOf(answers);
  }

  /// An answer with who gave it and when, and its version for saving over it.
  ///
  /// @param document that shows it, where the advisor named one
  public record Recorded(
      Answer answer, @Nullable DocumentId document, int version, String by, Instant at) {}

  /// How deep it goes.
  public Depth depth() {
    return Depth.of(questionnaire);
  }

  /// Whether it is closed.
  public boolean finished() {
    return finishedAt != null;
  }

  /// What is asked here.
  public List<Item> asked() {
    return questionnaire.asked(triggers);
  }

  /// What is asked and not answered yet.
  public List<Item> open() {
    return asked().stream().filter(item -> !answers.containsKey(item.id())).toList();
  }

  /// How many of the asked items have an answer.
  public int answered() {
    return asked().size() - open().size();
  }

  /// The answer to an item, if there is one.
  public Optional<Recorded> answerTo(String item) {
    return Optional.ofNullable(answers.get(item));
  }

  /// What the answers say now.
  public Result result() {
    var bare = new HashMap<String, Answer>();
    answers.forEach((item, recorded) -> bare.put(item, recorded.answer()));
    return Scoring.score(questionnaire, triggers, bare);
  }
}
