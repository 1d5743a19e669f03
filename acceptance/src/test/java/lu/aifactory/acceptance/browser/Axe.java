package lu.aifactory.acceptance.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What axe-core has to say against a page by WCAG 2.0, 2.1 and 2.2, levels A and AA. Asked directly, because its
/// builder opens a second page for each look, which makes it several times slower.
final class Axe {

  private static final String SCRIPT = script();

  private static final String QUESTION =
      """
      async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
        const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
        return found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html));
      }
      """;

  private Axe() {}

  static List<String> complaints(Page page) {
    page.evaluate(SCRIPT);
    return ((List<?>) page.evaluate(QUESTION)).stream().map(Object::toString).toList();
  }

  private static String script() {
    try (var file = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
