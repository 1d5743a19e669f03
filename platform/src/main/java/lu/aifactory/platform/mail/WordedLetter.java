package lu.aifactory.platform.mail;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A letter in words, as it goes into both its plain and its HTML part. All addresses are whole ones.
record WordedLetter(
    Locale language,
    String factory,
    String subject,
    String greeting,
    List<String> paragraphs,
    @Nullable String link,
    List<Section> sections,
    String foot,
    @Nullable String settings) {

  record Section(String heading, List<Line> lines) {}

  record Line(String text, @Nullable String link) {}

  /// The part for readers without HTML.
  String plain(String openWord, String settingsWord) {
    var text = new StringBuilder(greeting).append("\n\n");
    paragraphs.forEach(paragraph -> text.append(paragraph).append("\n\n"));
    if (link != null) text.append(openWord).append(":\n").append(link).append("\n\n");
    for (var section : sections) {
      text.append(section.heading()).append('\n');
      for (var line : section.lines()) {
        text.append("- ").append(line.text()).append('\n');
        if (line.link() != null) text.append("  ").append(line.link()).append('\n');
      }
      text.append('\n');
    }
    text.append("-- \n").append(factory).append('\n').append(foot).append('\n');
    if (settings != null) text.append(settingsWord).append(": ").append(settings).append('\n');
    return text.toString();
  }
}
