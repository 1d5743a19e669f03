package lu.aifactory.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// Somebody gets a passkey and signs in with it, in a browser whose authenticator is made of software.
@InBrowser
class PasskeyPathTests {

  @Test
  void aPasskeyIsAddedAndSignsInWithoutATypedWord(Demonstration demonstration) {
    try (var visit = demonstration.visit("training-provider", "en", 1280)) {
      var page = visit.page();
      withAuthenticator(page);
      visit.open("/account");
      var email = page.locator("main .page-head .meta").innerText();
      visit.press("identity.security.title");
      visit.lookAtBothWidths("security");
      visit.press("identity.passkey.new");
      visit.lookAtBothWidths("passkey-new");
      visit.fill("name", "Software key");
      visit.press("identity.passkey.make");
      page.waitForURL("**/account/security?saved=passkey");
      assertThat(page.locator("main").innerText()).contains("Software key");
      visit.lookAtBothWidths("security-with-passkey");

      signOut(page);
      visit.open("/sign-in");
      visit.lookAtBothWidths("sign-in");
      visit.press("identity.passkey.sign-in");
      page.waitForURL(url -> !url.contains("/sign-in"));
      visit.open("/account");
      assertThat(page.locator("main .page-head .meta").innerText()).isEqualTo(email);

      signOut(page);
      visit.open("/sign-in");
      visit.fill("email", email);
      visit.press("identity.passkey.sign-in");
      page.waitForURL(url -> !url.contains("/sign-in"));
      visit.open("/account/security");
      visit.reads("identity.how.passkey");
      visit.press("identity.passkey.change");
      visit.lookAtBothWidths("passkey");
      visit.press("identity.passkey.remove");
      visit.reads("identity.refusal.last-way");
      visit.nothingWasWrong();
    }
  }

  @Test
  void aBrowserWithoutPasskeysIsNotOfferedAny(Demonstration demonstration) {
    try (var visit = demonstration.visitor("de", 390)) {
      visit.page().addInitScript("delete window.PublicKeyCredential");
      visit.open("/sign-in");
      assertThat(visit.page().locator("form[data-passkey]").isVisible()).isFalse();
      visit.lookAt("sign-in-without-passkeys");
      visit.nothingWasWrong();
    }
  }

  private static void signOut(Page page) {
    page.context().clearCookies();
  }

  // Kept by the page, so nothing but the page's end takes it away.
  private static void withAuthenticator(Page page) {
    var session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var request = new JsonObject();
    request.add("options", options);
    session.send("WebAuthn.addVirtualAuthenticator", request);
  }
}
