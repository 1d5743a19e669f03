package lu.aifactory.engines.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Rule files of the tests.
final class Files {

  private Files() {}

  static RuleFile resource(String name) {
    return new RuleFile(name, text(name), text(RuleFile.examplesOf(name)));
  }

  static RuleFile of(String text) {
    return new RuleFile("sizes.csv", text, null);
  }

  private static String text(String name) {
    try (var stream = Files.class.getResourceAsStream("/rules/" + name)) {
      return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
