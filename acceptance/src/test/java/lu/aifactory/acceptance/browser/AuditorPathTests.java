package lu.aifactory.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The way of an auditor, by hand: finding, looking, taking away, having it checked.
@InBrowser
class AuditorPathTests {

  @ParameterizedTest
  @CsvSource({"en, 1280", "de, 390"})
  void searchesTheTrailTakesItAwayAndHasItChecked(
      String language, int width, Demonstration demonstration) throws IOException {
    try (var visit = demonstration.visit("auditor", language, width)) {
      visit.lookAt("home-auditor");
      visit.menu("audit.menu");
      visit.lookAt("audit");
      visit.page().locator("main input[name=q]").fill("Konsbrück");
      visit.press("audit.filter.show");
      visit.lookAt("audit-found");
      assertThat(exported(visit)).startsWith("id,").contains("Konsbrück");
      visit.page().locator("main tbody a").first().click();
      visit.lookAt("audit-entry");
      visit.menu("audit.menu");
      visit.press("audit.verify");
      visit.page().locator("main .notice.done").waitFor();
      visit.reads("audit.verify.intact");
      visit.lookAt("audit-checked");
      visit.nothingWasWrong();
    }
  }

  private static String exported(Visit visit) throws IOException {
    var download = visit.page().waitForDownload(() -> visit.press("audit.export.csv"));
    return Files.readString(download.path());
  }
}
