package lu.aifactory.acceptance.browser;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The way of an advisor, by hand: what waits, why it came to them, what is to be done, and a sign-off.
@InBrowser
@Tag("long")
class AdvisorPathTests {

  private static final String BAKERY = "Throw away less bread and pastry";
  private static final String USE_CASE = "Less bread thrown away";

  @ParameterizedTest
  @CsvSource({"en, 1280", "fr, 390"})
  void opensAnEngagementMovesItOnAndSigns(String language, int width, Demonstration demonstration) {
    try (var visit = demonstration.visit("advisor", language, width)) {
      visit.lookAt("home-advisor");
      visit.menu("journey.menu.engagements");
      visit.lookAt("engagements-advisor");
      visit.search(BAKERY);
      visit.follow(BAKERY);
      visit.press("journey.engagement.why");
      visit.lookAt("engagement-advisor");
      addTask(visit, "Call about the slips of week " + width);
      changeStage(visit);
      visit.press("usecase.menu");
      visit.look("the use cases of an engagement");
      sign(visit);
      visit.nothingWasWrong();
    }
  }

  private static void addTask(Visit visit, String what) {
    visit.press("journey.engagement.add-task");
    visit.lookAt("task-new");
    visit.fill("what", what);
    visit.choose("side", "advisor");
    visit.press("journey.task.new.save");
    visit.follow(what);
    visit.lookAt("task");
    visit.press("journey.task.done");
    visit.reads("journey.event.task-done", what);
  }

  private static void changeStage(Visit visit) {
    visit.press("journey.engagement.move");
    visit.lookAt("stage");
    visit.choose("stage", "build-and-test");
    visit.fill("reason", "The money is there.");
    visit.press("journey.stage.change.save");
    visit.reads("journey.stage.build-and-test");
  }

  // She has signed already; who withdraws a sign-off can sign anew.
  private static void sign(Visit visit) {
    visit.follow(USE_CASE);
    visit.lookAt("use-case-signed");
    visit.press("usecase.overview.withdraw");
    visit.press("usecase.move.sign.action");
    visit.lookAt("use-case-sign");
    visit.press("usecase.sign.action");
    visit.reads("usecase.move.sign-organisation");
    visit.press("usecase.overview.read");
    visit.lookAt("use-case-document");
  }
}
