package lu.aifactory.platform.usecase.decide;

import lu.aifactory.platform.usecase.Answers;
import org.jspecify.annotations.Nullable;

/// Holds when a field's answer `is` the given text, or when there is an answer that `isNot` it.
public record Condition(String field, @Nullable String is, @Nullable String isNot) {

  /// Whether it holds for these answers.
  public boolean holds(Answers answers) {
    var text = answers.text(field);
    return is != null ? is.equals(text) : !text.isEmpty() && !text.equals(isNot);
  }
}
