package lu.aifactory.platform.usecase;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that somebody wrote into a use case, and nothing about who and when. `definition` is the version of
/// the section definitions that it was written against, `language` the one that it is written in.
public record Content(
    String title,
    String language,
    int definition,
    int revision,
    SortedMap<String, Answers> sections) {

  /// Copies the sections.
  public Content {
    sections = Collections.unmodifiableSortedMap(new TreeMap<>(sections));
  }

  /// What a section says, nothing when it was never saved.
  public Answers section(String key) {
    return sections.getOrDefault(key, Answers.none());
  }

  /// The same with one section replaced.
  public Content with(String key, Answers answers) {
    var changed = new TreeMap<>(sections);
    changed.put(key, answers);
    return new Content(title, language, definition, revision, changed);
  }

  /// The same under another title.
  public Content titled(String other) {
    return new Content(other, language, definition, revision, sections);
  }

  /// The same as the next revision.
  public Content revised() {
    return new Content(title, language, definition, revision + 1, sections);
  }
}
