package lu.aifactory.acceptance.browser;

import java.util.Map;
import java.util.UUID;

/// The first contact of somebody from a bakery, one question a page.
record Intake(Visit visit) {

  private static final Map<String, String> CHOICES =
      Map.of(
          "kind", "company-lu",
          "size", "10-49",
          "standing", "idea",
          "data", "tables",
          "when", "quarter",
          "language", "fr");

  private static final Map<String, String> TEXTS =
      Map.of(
          "organisation-name", "Bäckerei um Eck",
          "goal", "Throw away less bread: know in the evening what each shop sells tomorrow.",
          "name", "Jeanne Baker");

  /// From the first page to the summary of the answers.
  void answerAll() {
    visit.open("/start");
    visit.lookAt("start");
    visit.press("journey.start.begin");
    while (!visit.path().endsWith("/check")) {
      var question = visit.path().replaceFirst(".*/", "");
      visit.lookAt("intake-" + question);
      answer(question);
      visit.press("portal.wizard.go");
    }
  }

  private void answer(String question) {
    if (CHOICES.containsKey(question)) visit.choose(question, CHOICES.get(question));
    else if (question.equals("sector")) visit.pick(question, "C");
    else if (question.equals("email")) visit.fill(question, UUID.randomUUID() + "@example.lu");
    else visit.fill(question, TEXTS.get(question));
  }

  /// From the summary to the engagement.
  void openAccount() {
    visit.lookAt("check-answers");
    visit.press("journey.check.account");
    visit.lookAt("account");
    visit.fill("password", "correct horse battery staple");
    visit.press("journey.account.send");
    visit.page().waitForURL("**/engagements/*");
  }
}
