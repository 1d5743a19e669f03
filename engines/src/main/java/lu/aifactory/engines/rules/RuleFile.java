package lu.aifactory.engines.rules;

import org.jspecify.annotations.Nullable;

/// One version of a table as it was written: the file's name for messages, its text, and the text of its examples.
public record RuleFile(String name, String text, @Nullable String examples) {

  /// The name under which the examples of this file are found beside it.
  public static String examplesOf(String name) {
    return name.replaceFirst("\\.csv$", ".examples.csv");
  }
}
