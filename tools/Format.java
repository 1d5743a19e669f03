import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Checks (`check`) or applies (`apply`) the one source format to every Java file below the given folders. */
class Format {
  public static void main(String[] args) throws Exception {
    var apply = args[0].equals("apply");
    // Javadoc is left alone: the formatter would reflow Markdown comments and join indented code.
    var options = JavaFormatterOptions.builder().formatJavadoc(false).build();
    var formatter = new Formatter(options);
    var wrong = new ArrayList<Path>();
    for (int i = 1; i < args.length; i++) {
      var root = Path.of(args[i]);
      if (!Files.isDirectory(root)) continue;
      try (var files = Files.walk(root)) {
        for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          var source = Files.readString(file);
          var tidy = RemoveUnusedImports.removeUnusedImports(source);
          tidy = formatter.formatSource(ImportOrderer.reorderImports(tidy, JavaFormatterOptions.Style.GOOGLE));
          if (tidy.equals(source)) continue;
          if (apply) Files.writeString(file, tidy);
          else wrong.add(file);
        }
      }
    }
    if (wrong.isEmpty()) return;
    System.err.println("Not formatted (./mvnw validate -Dfmt=apply mends it):");
    wrong.forEach(file -> System.err.println("  " + file));
    System.exit(1);
  }
}
