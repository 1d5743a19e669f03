package lu.aifactory.platform.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.Resource;

/// How many texts a bundle has, and how many of them no speaker of the language has reviewed: those between a line
/// `# machine-written` and a line `# reviewed by …`.
record BundleCount(String room, String language, int texts, int unreviewed) {

  static List<BundleCount> all() {
    return Languages.ALL.stream()
        .map(Locale::getLanguage)
        .flatMap(code -> Arrays.stream(Bundles.files(code)).map(file -> of(file, code)))
        .toList();
  }

  private static BundleCount of(Resource file, String code) {
    try {
      var name = String.valueOf(file.getFilename());
      var room = name.substring(0, name.length() - code.length() - "_.properties".length());
      return count(room, code, file.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static BundleCount count(String room, String code, String content) {
    var texts = 0;
    var unreviewed = 0;
    var machine = false;
    var goesOn = false;
    for (var line : content.lines().map(String::strip).toList()) {
      if (line.startsWith("# machine-written")) machine = true;
      if (line.startsWith("# reviewed by ")) machine = false;
      if (!goesOn && !line.isEmpty() && !line.startsWith("#") && !line.startsWith("!")) {
        texts++;
        if (machine) unreviewed++;
      }
      goesOn = line.endsWith("\\") && !line.startsWith("#");
    }
    return new BundleCount(room, code, texts, unreviewed);
  }
}
