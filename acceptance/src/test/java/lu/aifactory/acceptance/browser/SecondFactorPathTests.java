package lu.aifactory.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// Somebody sets an app for codes up and signs in with password and code; nothing of it needs JavaScript.
@InBrowser
class SecondFactorPathTests {

  private static final String PASSWORD = "correct horse battery staple";

  @Test
  void codesAreSetUpAndAskedForAtTheNextSignIn(Demonstration demonstration) {
    try (var visit = demonstration.visit("output-checker", "en", 1280)) {
      var page = visit.page();
      visit.open("/account");
      var email = page.locator("main .page-head .meta").innerText();
      visit.open("/account/security/password");
      visit.fill("fresh", PASSWORD);
      visit.press("identity.password.give");
      visit.open("/account/security/second-factor");
      visit.lookAtBothWidths("second-factor");
      visit.press("identity.factor.begin");
      visit.lookAtBothWidths("second-factor-app");
      var secret = page.locator(".square-code code").innerText();
      visit.fill("code", "000000");
      visit.press("identity.app.go");
      assertThat(page.locator("#f-code-error").isVisible()).isTrue();
      visit.fill("code", code(secret, Instant.now()));
      visit.press("identity.app.go");
      visit.reads("identity.codes.once");
      visit.lookAtBothWidths("recovery-codes");
      var recovery = page.locator(".recovery-codes code").allInnerTexts();
      assertThat(recovery).hasSize(10);
      visit.press("identity.codes.kept");

      page.context().clearCookies();
      visit.open("/sign-in");
      visit.fill("email", email);
      visit.fill("password", PASSWORD);
      visit.press("identity.sign-in.go");
      visit.reads("identity.code.title");
      visit.lookAtBothWidths("code");
      visit.fill("code", code(secret, Instant.now().plusSeconds(30)));
      visit.press("identity.sign-in.go");
      visit.open("/account/security");
      visit.reads("identity.how.password");
      visit.lookAtBothWidths("security-with-codes");

      page.context().clearCookies();
      visit.open("/sign-in");
      visit.fill("email", email);
      visit.fill("password", PASSWORD);
      visit.press("identity.sign-in.go");
      visit.fill("code", recovery.getFirst());
      visit.press("identity.sign-in.go");
      assertThat(visit.path()).isNotEqualTo("/sign-in/code");
      visit.open("/account");
      assertThat(visit.path()).isEqualTo("/account");
      visit.nothingWasWrong();
    }
  }

  @Test
  void pagesOfTheSignInAreReadableOnAPhoneInEveryLanguage(Demonstration demonstration) {
    for (var language : new String[] {"en", "fr", "de", "lb"}) {
      try (var visit = demonstration.visit("administrator", language, 390)) {
        visit.open("/account/security?lang=" + language);
        visit.lookAt("security");
        visit.open("/accounts");
        visit.page().locator("main tbody th a").first().click();
        visit.lookAt("access");
        visit.open("/account/confirm");
        visit.lookAt("confirm");
        visit.open("/forgotten");
        visit.lookAt("forgotten");
        visit.nothingWasWrong();
      }
    }
  }

  // RFC 6238 once more, so that the app is not made of what it is to check.
  private static String code(String secret, Instant moment) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(secret.replace(" ", "")), "RAW"));
      var step = ByteBuffer.allocate(8).putLong(moment.getEpochSecond() / 30).array();
      var hash = mac.doFinal(step);
      var number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException broken) {
      throw new AssertionError(broken);
    }
  }

  private static byte[] bytes(String base32) {
    var bytes = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (var letter : base32.toCharArray()) {
      held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(held >> bits);
      }
    }
    return bytes.toByteArray();
  }
}
