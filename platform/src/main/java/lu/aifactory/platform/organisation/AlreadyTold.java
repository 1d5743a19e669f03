package lu.aifactory.platform.organisation;

import java.util.Map;
import java.util.Optional;
import lu.aifactory.platform.identity.OrganisationId;
import org.jspecify.annotations.Nullable;

/// A room that was told something of an organisation before it has details here, so that nobody types it twice.
public interface AlreadyTold {

  /// What it was told, if anything. It is asked for somebody who may write the details.
  Optional<Told> about(OrganisationId organisation);

  /// What was told. Forms show it, and nothing of it counts until somebody has sent the form.
  ///
  /// @param kind null when it is not known
  /// @param answers by the name of the question; one that does not fit the question is left out
  /// @param roughly message keys by the name of the question: shown beside it, because it is not an answer yet
  record Told(@Nullable Kind kind, Map<String, String> answers, Map<String, String> roughly) {

    /// Keeps its own copies.
    public Told {
      answers = Map.copyOf(answers);
      roughly = Map.copyOf(roughly);
    }

    static Told nothing() {
      return new Told(null, Map.of(), Map.of());
    }

    String answer(String question) {
      return answers.getOrDefault(question, "");
    }
  }
}
