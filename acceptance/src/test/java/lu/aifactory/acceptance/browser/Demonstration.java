package lu.aifactory.acceptance.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lu.aifactory.acceptance.RunningFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One demonstration factory and one Chromium, which all tests of a run share: starting them costs more than using them.
final class Demonstration implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final RunningFactory factory;
  private final Playwright playwright;
  private final Browser browser;

  private Demonstration() {
    assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no Chromium at " + CHROMIUM);
    factory =
        RunningFactory.start(
            RunningFactory.freshHome(),
            "--aifactory.demo=true",
            "--aifactory.limits.enabled=false");
    var nothingToDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(nothingToDownload));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--disable-gpu")));
  }

  /// Somebody who has not signed in.
  Visit visitor(String language, int width) {
    return visit(language, width, ColorScheme.LIGHT);
  }

  /// Somebody of this role, signed in with one click.
  Visit visit(String role, String language, int width) {
    return signedIn(visit(language, width, ColorScheme.LIGHT), role);
  }

  /// The same for somebody whose machine is set to dark.
  Visit visitInTheDark(String role, String language, int width) {
    return signedIn(visit(language, width, ColorScheme.DARK), role);
  }

  private static Visit signedIn(Visit visit, String role) {
    visit.open("/sign-in");
    visit.page().locator("form[data-role='" + role + "'] button").first().click();
    return visit;
  }

  private Visit visit(String language, int width, ColorScheme scheme) {
    var context =
        browser.newContext(
            new NewContextOptions()
                .setBaseURL(factory.address().toString())
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, 900));
    context.setDefaultTimeout(20_000);
    return new Visit(context.newPage(), new Words(language));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    factory.close();
  }

  /// Hands the demonstration to the tests that ask for it.
  static final class Shared implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(Demonstration.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Demonstration.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot()
          .getStore(HERE)
          .computeIfAbsent(Demonstration.class, _ -> new Demonstration(), Demonstration.class);
    }
  }
}
