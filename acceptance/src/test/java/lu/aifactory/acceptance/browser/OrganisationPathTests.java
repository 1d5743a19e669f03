package lu.aifactory.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The way of an organisation, by hand.
@InBrowser
class OrganisationPathTests {

  @ParameterizedTest
  @CsvSource({"en, 1280", "fr, 390"})
  void goesFromTheFirstQuestionToAUseCase(String language, int width, Demonstration demonstration) {
    try (var visit = demonstration.visitor(language, width)) {
      visit.open("/");
      visit.lookAt("landing");
      visit.press("portal.landing.start");
      var intake = new Intake(visit);
      intake.answerAll();
      intake.openAccount();
      visit.lookAt("engagement-new");
      var engagement = visit.path();

      visit.press("readiness.title");
      assessReadiness(visit);

      visit.open(engagement);
      visit.press("usecase.menu");
      beginUseCase(visit);
      visit.nothingWasWrong();
    }
  }

  private static void assessReadiness(Visit visit) {
    visit.lookAt("readiness");
    visit.press("readiness.depth.light.action");
    visit.lookAt("readiness-facts");
    visit.press("portal.wizard.go");
    while (visit.path().contains("/questions/")) {
      visit.look("readiness-question");
      visit.page().locator("main input[name=answer]").nth(2).check();
      visit.press("readiness.save");
    }
    assertThat(visit.path()).endsWith("/check");
    visit.lookAt("readiness-check");
    visit.press("readiness.finish");
    visit.reads("readiness.report.title");
    visit.lookAt("readiness-result");
  }

  private static void beginUseCase(Visit visit) {
    visit.lookAt("use-cases-none");
    visit.press("usecase.list.engagement.new");
    visit.lookAt("use-case-new");
    visit.fill("title", "Less bread thrown away");
    visit.choose("language", "fr");
    visit.press("usecase.new.action");
    visit.lookAt("use-case");
    visit.press("usecase.move.write.action");
    visit.lookAt("use-case-section");
    visit.page().locator("main input[type=radio]").first().check();
    for (var text : visit.page().locator("main textarea").all()) {
      text.fill("A forecast for each shop and day tells the bakers what to bake.");
    }
    visit.press("usecase.form.next");
    visit.look("the next section of the use case");
    visit.press("usecase.form.back");
    visit.reads("usecase.completeness.complete");
    visit.lookAt("use-case-begun");
  }
}
