package lu.aifactory.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Forms that somebody fills in wrongly, and forms that somebody fills in without a mouse.
@InBrowser
class FormTests {

  @Test
  void aFormWithAMistakeComesBackFilledWithTheMessageBesideTheField(Demonstration demonstration) {
    try (var visit = demonstration.visit("advisor", "de", 390)) {
      visit.menu("journey.menu.engagements");
      visit.page().locator("main tbody a").first().click();
      visit.press("journey.engagement.add-task");
      visit.fill("what", "Send the list of data sources");
      visit.choose("side", "advisor");
      visit.fill("due", LocalDate.now().minusYears(1).toString());
      visit.press("journey.task.new.save");

      var page = visit.page();
      assertThat(page.locator("#f-what").inputValue()).isEqualTo("Send the list of data sources");
      assertThat(page.locator("input[value=advisor]").isChecked()).isTrue();
      var due = page.locator("#f-due");
      assertThat(due.getAttribute("aria-invalid")).isEqualTo("true");
      assertThat(due.getAttribute("aria-describedby")).contains("f-due-error");
      var message = page.locator("#f-due-error");
      assertThat(message.innerText()).contains(visit.say("journey.fault.past"));
      assertThat(due.boundingBox().y - message.boundingBox().y).isBetween(0.0, 80.0);
      assertThat(Keyboard.of(page).isAt("#error-summary")).isTrue();
      visit.lookAt("form-with-a-mistake");

      page.locator("#error-summary a").click();
      assertThat(Keyboard.of(page).isAt("#f-due")).isTrue();
      visit.nothingWasWrong();
    }
  }

  @Test
  void theFirstContactCanBeMadeWithTheKeyboardAlone(Demonstration demonstration) {
    try (var visit = demonstration.visitor("en", 1280)) {
      visit.open("/start");
      var keyboard = Keyboard.of(visit.page());
      keyboard.press("main button");
      while (!visit.path().endsWith("/check")) {
        keyboard.answer();
        keyboard.press("main form button:not(.plain)");
      }
      keyboard.press("main a.button:not(.plain)");
      keyboard.type("#f-password", "correct horse battery staple");
      keyboard.press("main form button");
      visit.page().waitForURL("**/engagements/*");
    }
  }
}
