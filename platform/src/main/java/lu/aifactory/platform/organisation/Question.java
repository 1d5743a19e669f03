package lu.aifactory.platform.organisation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question of a path.
///
/// @param step the small group in which it is asked
/// @param choices the values of a choice, or the name of a list of terms
/// @param onlyIf asked only when the other question has one of these answers
record Question(
    String step,
    String name,
    Type type,
    boolean required,
    List<String> choices,
    @Nullable OnlyIf onlyIf) {

  /// What sort of answer it takes.
  enum Type {
    TEXT,
    CHOICE,
    TERM,
    NUMBER,
    AMOUNT,
    PERCENT,
    YEAR,
    DAY
  }

  record OnlyIf(String question, Set<String> answers) {}

  static Question of(String step, String name, Type type, String... choices) {
    return new Question(step, name, type, true, List.of(choices), null);
  }

  Question optional() {
    return new Question(step, name, type, false, choices, onlyIf);
  }

  Question onlyIf(String question, String... answers) {
    return new Question(step, name, type, required, choices, new OnlyIf(question, Set.of(answers)));
  }

  boolean isAsked(Map<String, String> answers) {
    return onlyIf == null || onlyIf.answers.contains(answers.getOrDefault(onlyIf.question, ""));
  }

  String key() {
    return "organisation.q." + name;
  }

  String choiceKey(String choice) {
    return key() + "." + choice;
  }
}
