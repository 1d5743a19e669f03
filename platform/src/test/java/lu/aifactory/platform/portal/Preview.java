package lu.aifactory.platform.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Leaves pages in `target/preview` to be looked at.
final class Preview {

  private Preview() {}

  static void leave(String name, MvcTestResult answer) throws IOException {
    var folder = Files.createDirectories(Path.of("target/preview"));
    // Opened as a file, a page has no server to ask for its stylesheet.
    Files.writeString(
        folder.resolve(name + ".html"),
        answer
            .getResponse()
            .getContentAsString()
            .replaceAll(
                "(href|src)=\"/(app|favicon)[-0-9a-f]*\\.(css|svg)",
                "$1=\"../classes/static/$2.$3"));
  }
}
