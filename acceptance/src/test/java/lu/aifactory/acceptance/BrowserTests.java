package lu.aifactory.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people see, in a real browser: every main page as several roles, in two languages and at two widths, looked at
/// by axe; and a visitor's way from the first question to their engagement.
@Tag("browser")
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class BrowserTests {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  private RunningFactory factory;
  private Playwright playwright;
  private Browser browser;

  @BeforeAll
  void open() {
    assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no Chromium at " + CHROMIUM);
    factory =
        RunningFactory.start(
            RunningFactory.freshHome(),
            "--aifactory.demo=true",
            "--aifactory.limits.enabled=false");
    var nothingToDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(nothingToDownload));
    browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(CHROMIUM));
  }

  @AfterAll
  void close() {
    if (browser != null) browser.close();
    if (playwright != null) playwright.close();
    if (factory != null) factory.close();
  }

  @ParameterizedTest
  @CsvSource({"en, 1280", "en, 390", "de, 1280", "de, 390"})
  void axeFindsNothingOnAnyMainPage(String language, int width) {
    var wrong = new ArrayList<String>();
    for (var role : List.of("organisation-owner", "advisor", "auditor", "administrator")) {
      try (var context = context(language, width)) {
        var page = context.newPage();
        signInAs(page, role, language);
        for (var address : menu(page)) {
          wrong.addAll(lookAt(page, address, role + "-" + language + "-" + width));
        }
        for (var address : firstThings(page)) {
          wrong.addAll(lookAt(page, address, role + "-thing-" + language + "-" + width));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"en, 1280", "fr, 390"})
  void axeFindsNothingOnAVisitorsPages(String language, int width) {
    var wrong = new ArrayList<String>();
    try (var context = context(language, width)) {
      var page = context.newPage();
      for (var address : List.of("/", "/start", "/sign-in", "/languages")) {
        wrong.addAll(
            lookAt(page, address + "?lang=" + language, "visitor-" + language + "-" + width));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"en, 1280", "fr, 390"})
  void aVisitorComesFromTheFirstQuestionToTheirEngagement(String language, int width) {
    try (var context = context(language, width)) {
      var page = context.newPage();
      page.navigate(address("/start?lang=" + language));
      page.locator("main form button, main a.button").first().click();
      for (int question = 0; question < 20 && !page.url().endsWith("/check"); question++) {
        answer(page);
      }
      assertThat(page.url()).endsWith("/check");
      assertThat(violations(page, "check your answers")).isEmpty();
      page.locator("main a.button, main button.button").last().click();
      fillAccount(page);
      page.locator("main button.button").first().click();
      assertThat(page.url()).matches(".*/engagements/[0-9a-f-]{36}.*");
      assertThat(violations(page, "engagement")).isEmpty();
    }
  }

  private static void answer(Page page) {
    var form = page.locator("main form").first();
    for (var field : form.locator("input[type=text], input[type=email], textarea").all()) {
      if (field.inputValue().isBlank()) {
        field.fill(
            "email".equals(field.getAttribute("type")) ? email() : "We want to waste less bread.");
      }
    }
    choose(form);
    form.locator("button.button").first().click();
  }

  private static void choose(Locator form) {
    var radios = form.locator("input[type=radio]");
    if (radios.count() > 0 && form.locator("input[type=radio]:checked").count() == 0) {
      radios.first().check();
    }
    var boxes = form.locator("input[type=checkbox]");
    if (boxes.count() > 0 && form.locator("input[type=checkbox]:checked").count() == 0) {
      boxes.first().check();
    }
    for (var list : form.locator("select").all()) {
      list.selectOption(list.locator("option").nth(1).getAttribute("value"));
    }
  }

  private static void fillAccount(Page page) {
    for (var field : page.locator("main form input").all()) {
      var type = field.getAttribute("type");
      if ("password".equals(type)) field.fill("correct horse battery staple");
      if ("email".equals(type) && field.inputValue().isBlank()) field.fill(email());
      if ("text".equals(type) && field.inputValue().isBlank()) field.fill("Jeanne Baker");
    }
    if (page.locator("main form input[type=radio]").count() > 0)
      choose(page.locator("main form").first());
  }

  private static String email() {
    return "visitor" + System.nanoTime() + "@example.lu";
  }

  private void signInAs(Page page, String role, String language) {
    page.navigate(address("/sign-in?lang=" + language));
    var form = page.locator("form[action$='/demo/sign-in'][data-role='" + role + "']").first();
    form.locator("button").click();
    assertThat(page.url()).doesNotContain("/sign-in");
  }

  private static List<String> menu(Page page) {
    var addresses =
        new ArrayList<>(
            List.of("/", "/account", "/account/tokens", "/notices", "/languages", "/search?q=a"));
    for (var link : page.locator("nav.side a").all()) {
      addresses.add(link.getAttribute("href"));
    }
    return addresses.stream().distinct().toList();
  }

  /// The first engagement, use case, document and organisation that the person may open.
  private List<String> firstThings(Page page) {
    var found = new ArrayList<String>();
    for (var list : List.of("/engagements", "/use-cases", "/organisations", "/documents")) {
      page.navigate(address(list));
      var thing =
          page.locator("main a[href]").all().stream()
              .map(link -> link.getAttribute("href"))
              .filter(href -> Pattern.matches(list + "/[0-9a-f-]{36}", href))
              .findFirst();
      thing.ifPresent(found::add);
    }
    return found;
  }

  private List<String> lookAt(Page page, String address, String as) {
    var answer = page.navigate(address(address));
    if (answer.status() >= 400) {
      return List.of(address + " as " + as + " answered " + answer.status());
    }
    var name = as + address.replaceAll("[0-9a-f-]{36}", "one").replaceAll("[^a-z0-9]+", "-");
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    var wrong = new ArrayList<>(violations(page, address + " as " + as));
    var sideways =
        (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    if (sideways) wrong.add(address + " as " + as + " scrolls sideways");
    return wrong;
  }

  private static List<String> violations(Page page, String where) {
    return new AxeBuilder(page)
        .withTags(RULES).analyze().getViolations().stream()
            .map(rule -> where + ": " + rule.getId() + " " + rule.getNodes().getFirst().getHtml())
            .toList();
  }

  private BrowserContext context(String language, int width) {
    return browser.newContext(
        new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 900));
  }

  private String address(String path) {
    return factory.address() + path;
  }
}
