package lu.aifactory.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Somebody at the portal, in one language and at one width. What is wrong with the pages on the way is collected, so
/// that one run tells all of it.
final class Visit implements AutoCloseable {

  private static final Path PICTURES = Path.of("target", "pictures");

  private final Page page;
  private final Words words;
  private final List<String> wrong = new ArrayList<>();

  Visit(Page page, Words words) {
    this.page = page;
    this.words = words;
  }

  Page page() {
    return page;
  }

  /// The path of the page that is open.
  String path() {
    return page.url().replaceFirst("^[a-z]+://[^/]+", "").replaceFirst("[?#].*$", "");
  }

  /// Types an address.
  void open(String path) {
    page.navigate(path);
  }

  Words words() {
    return words;
  }

  /// Clicks the link or button that says this.
  void press(String key, Object... arguments) {
    button(key, arguments).click();
  }

  /// The link or button that says this.
  Locator button(String key, Object... arguments) {
    return begins(page.locator("main").locator("a, button, summary"), words.of(key, arguments));
  }

  /// Clicks the link that says this in the menu at the side, or in the one that opens on a phone.
  void menu(String key) {
    var opener = page.locator(".site-head details.phone-only > summary");
    if (opener.isVisible()) opener.click();
    begins(page.locator("nav.side a, .phone-only nav a").locator("visible=true"), words.of(key))
        .click();
  }

  /// Looks for words in the list on the page.
  void search(String text) {
    page.locator("main input[name=q]").fill(text);
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
  }

  /// Clicks the link with these own words of somebody.
  void follow(String text) {
    link(text).click();
  }

  /// The link with these own words of somebody.
  Locator link(String text) {
    return begins(page.locator("main a"), text);
  }

  private static Locator begins(Locator among, String text) {
    // The browser reads the pattern, and it knows no \\Q.
    var literally = text.replaceAll("[^\\p{L}\\p{N}\\s]", "\\\\$0");
    var beginning = Pattern.compile("^\\s*" + literally + "(?!\\S)");
    return among.filter(new Locator.FilterOptions().setHasText(beginning)).first();
  }

  static Locator.FilterOptions saying(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  void fill(String field, String text) {
    page.locator("[id='f-" + field + "']").fill(text);
  }

  void choose(String field, String value) {
    page.locator("main input[name='" + field + "'][value='" + value + "']").check();
  }

  void pick(String field, String value) {
    page.locator("[id='f-" + field + "']").selectOption(value);
  }

  void reads(String key, Object... arguments) {
    assertThat(page.locator("main").innerText())
        .containsIgnoringWhitespaces(words.of(key, arguments));
  }

  String say(String key, Object... arguments) {
    return words.of(key, arguments);
  }

  /// Looks at the page, and keeps a picture of it in a run with `-Dpictures=true`.
  void lookAt(String name) {
    if (Boolean.getBoolean("pictures")) {
      var file = name + "-" + words.language() + "-" + page.viewportSize().width + ".png";
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(file)));
    }
    look(name);
  }

  /// Looks at the page as axe-core does, and whether it scrolls sideways.
  void look(String name) {
    var where =
        "%s (%s, %s, %d wide): "
            .formatted(name, path(), words.language(), page.viewportSize().width);
    Axe.complaints(page).forEach(complaint -> wrong.add(where + complaint));
    var sideways = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    if (Boolean.TRUE.equals(sideways)) wrong.add(where + "scrolls sideways");
  }

  /// Looks at the page on a screen and on a phone.
  void lookAtBothWidths(String name) {
    lookAt(name);
    var screen = page.viewportSize();
    page.setViewportSize(390, 900);
    lookAt(name);
    page.setViewportSize(screen.width, screen.height);
  }

  void nothingWasWrong() {
    assertThat(wrong).isEmpty();
  }

  @Override
  public void close() {
    page.context().close();
  }
}
