package lu.aifactory.acceptance.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/// What the portal says in one language: people look for words, so the tests do as well.
final class Words {

  private static final Path MESSAGES = Path.of("../platform/src/main/resources/messages");

  private final String language;
  private final Properties texts = new Properties();

  Words(String language) {
    this.language = language;
    try (var files = Files.newDirectoryStream(MESSAGES, "*_" + language + ".properties")) {
      for (var file : files) {
        try (var reader = Files.newBufferedReader(file)) {
          texts.load(reader);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String language() {
    return language;
  }

  String of(String key, Object... arguments) {
    var text = texts.getProperty(key);
    if (text == null) throw new AssertionError("There is no text " + key + " in " + language);
    return arguments.length == 0
        ? text
        : new MessageFormat(text, Locale.of(language)).format(arguments);
  }
}
