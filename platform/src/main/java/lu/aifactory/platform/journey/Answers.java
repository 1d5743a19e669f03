package lu.aifactory.platform.journey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What was answered in a first contact, by the id of the question.
public record Answers(@JsonValue Map<String, List<String>> given) {

  /// Keeps an own copy.
  @JsonCreator
  public Answers {
    given = Map.copyOf(given);
  }

  static Answers none() {
    return new Answers(Map.of());
  }

  /// The answer, or the first of several; empty when there is none.
  public String first(String question) {
    var values = all(question);
    return values.isEmpty() ? "" : values.getFirst();
  }

  /// All values that were given to a question.
  public List<String> all(String question) {
    return given.getOrDefault(question, List.of());
  }

  Answers with(String question, List<String> values) {
    var more = new TreeMap<>(given);
    more.put(question, List.copyOf(values));
    return new Answers(more);
  }

  /// Values as they are kept: without blanks around them, without empty ones, and without the one character that no
  /// database text can hold.
  static List<String> clean(List<String> typed) {
    return typed.stream()
        .filter(Objects::nonNull)
        .map(value -> value.replace("\0", "").replace("\r\n", "\n").strip())
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }
}
