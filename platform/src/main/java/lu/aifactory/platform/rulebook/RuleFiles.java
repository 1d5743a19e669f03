package lu.aifactory.platform.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lu.aifactory.engines.rules.RuleFile;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Finds the decision tables among the rooms' data files: those whose first lines name a hit policy.
final class RuleFiles {

  private RuleFiles() {}

  static List<RuleFile> onClasspath() {
    try {
      var files = new ArrayList<RuleFile>();
      var found =
          new PathMatchingResourcePatternResolver().getResources("classpath*:rules/*/*.csv");
      for (var resource : found) {
        var name = Objects.requireNonNull(resource.getFilename());
        if (name.endsWith(".examples.csv")) continue;
        var text = resource.getContentAsString(StandardCharsets.UTF_8);
        if (isTable(text)) files.add(new RuleFile(path(resource), text, examples(resource, name)));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTable(String text) {
    return text.lines().takeWhile(line -> line.startsWith("#")).anyMatch(RuleFiles::namesHitPolicy);
  }

  private static boolean namesHitPolicy(String line) {
    return line.startsWith("#hit=") || line.contains(";hit=");
  }

  private static String path(Resource resource) throws IOException {
    var url = resource.getURL().toString();
    return url.substring(url.lastIndexOf("rules/"));
  }

  private static @Nullable String examples(Resource table, String name) throws IOException {
    var examples = table.createRelative(RuleFile.examplesOf(name));
    return examples.exists() ? examples.getContentAsString(StandardCharsets.UTF_8) : null;
  }
}
