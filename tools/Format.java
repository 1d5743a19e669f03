import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;

/**
 * Checks (`check`) or applies (`apply`) the one source format to every Java file below the given folders. A file that
 * has not changed since all were well is not looked at again; `./mvnw clean` forgets that.
 */
class Format {
  public static void main(String[] args) throws Exception {
    var apply = args[0].equals("apply");
    // Javadoc is left alone: the formatter would reflow Markdown comments and join indented code.
    var options = JavaFormatterOptions.builder().formatJavadoc(false).build();
    var formatter = new Formatter(options);
    var wrong = new ArrayList<Path>();
    var begun = FileTime.from(Instant.now());
    var checked = Path.of("target", "all-formatted");
    var since = Files.exists(checked) ? Files.getLastModifiedTime(checked) : FileTime.fromMillis(0);
    for (int i = 1; i < args.length; i++) {
      var root = Path.of(args[i]);
      if (!Files.isDirectory(root)) continue;
      try (var files = Files.walk(root)) {
        for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          if (Files.getLastModifiedTime(file).compareTo(since) < 0) continue;
          var source = Files.readString(file);
          var tidy = RemoveUnusedImports.removeUnusedImports(source);
          tidy = formatter.formatSource(ImportOrderer.reorderImports(tidy, JavaFormatterOptions.Style.GOOGLE));
          if (tidy.equals(source)) continue;
          if (apply) Files.writeString(file, tidy);
          else wrong.add(file);
        }
      }
    }
    if (wrong.isEmpty()) {
      Files.createDirectories(checked.getParent());
      Files.write(checked, new byte[0]);
      Files.setLastModifiedTime(checked, begun);
      return;
    }
    System.err.println("Not formatted (./mvnw compile -Dfmt=apply mends it):");
    wrong.forEach(file -> System.err.println("  " + file));
    System.exit(1);
  }
}
