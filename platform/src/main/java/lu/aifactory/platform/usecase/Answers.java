package lu.aifactory.platform.usecase;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The answers of one section, or of one row of a table in it. Fields without an answer are absent.
public record Answers(SortedMap<String, Answer> fields) {

  /// Copies the fields.
  public Answers {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /// Answers by field.
  public static Answers of(Map<String, ? extends Answer> fields) {
    return new Answers(new TreeMap<>(fields));
  }

  /// Nothing answered yet.
  public static Answers none() {
    return new Answers(new TreeMap<>());
  }

  /// Whether nothing was answered.
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /// The answer to a field, if there is one.
  public @Nullable Answer get(String field) {
    return fields.get(field);
  }

  /// The answer as text, empty where there is none.
  public String text(String field) {
    var answer = fields.get(field);
    return answer == null ? "" : answer.text();
  }

  /// The rows of a table, none where there is no answer.
  public List<Answers> rows(String field) {
    return fields.get(field) instanceof Answer.Rows(var rows) ? rows : List.of();
  }

  /// The answers as a JSON object.
  public SortedMap<String, Object> plain() {
    var plain = new TreeMap<String, Object>();
    fields.forEach((field, answer) -> plain.put(field, answer.plain()));
    return plain;
  }
}
