package lu.aifactory.platform.identity;

import static lu.aifactory.platform.identity.Somebody.PASSWORD;
import static lu.aifactory.platform.identity.Somebody.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.shared.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// Roles in which nobody works with a password alone.
@PlatformTest
@Tag("slow")
@TestPropertySource(properties = "aifactory.sign-in.second-factor-for=administrator,advisor")
class SecondFactorDutyTests {

  private static final String THERE = "/account/security/second-factor";

  @Autowired Somebody somebody;
  @Autowired SecondFactors factors;
  @Autowired FactorRows rows;
  @Autowired Tokens tokens;
  @Autowired ApiTokens apiTokens;
  @Autowired SignIn signIn;
  @Autowired MockMvc mvc;

  private Somebody.One admin;
  private Guest browser;

  @BeforeEach
  void signedIn() {
    admin = somebody.withRole(Role.ADMINISTRATOR);
    browser = new Guest(mvc);
    browser.signIn(admin.email(), PASSWORD);
  }

  @Test
  void whoHasNoneIsLedThereAndNowhereElse() {
    for (var page : List.of("/", "/account", "/accounts", "/account/tokens", "/search?q=a")) {
      assertThat(browser.get(page).to()).as(page).isEqualTo(THERE);
    }
    assertThat(browser.post("/accounts/" + admin.id().value() + "/sign-out").to()).isEqualTo(THERE);
    assertThat(browser.get(THERE).body()).contains("Your role asks for a second factor");
    browser.post(THERE + "/begin");
    var secret = rows.waiting(admin.id()).orElseThrow();
    browser.post(THERE + "/app", "code", TimeCodes.at(secret, Instant.now()));
    assertThat(browser.get("/accounts").status()).isEqualTo(200);
    assertThat(somebody.as(admin, factors::remove))
        .isEqualTo(Outcome.refused(IdentityRefusal.FACTOR_NEEDED));
  }

  @Test
  void othersAreLeftAlone() {
    var guest = new Guest(mvc);
    guest.signIn(somebody.fresh().email(), PASSWORD);
    assertThat(guest.isIn()).isTrue();
  }

  @Test
  void aTokenIsNotMadeByThePasswordAloneAndOneFromBeforeRests() {
    var draft = new Tokens.Draft(UUID.randomUUID(), "nightly", List.of(), 1);
    assertThat(tokens.make(admin.email(), PASSWORD, draft)).isInstanceOf(Outcome.Refused.class);
    var secret = Secret.fresh("aif_");
    var now = Instant.now();
    apiTokens.add(
        new ApiTokenId(UUID.randomUUID()),
        admin.id(),
        "older",
        secret,
        List.of(),
        now,
        now.plus(Duration.ofDays(1)));
    assertThat(signIn.byToken(secret.text())).isEmpty();
    somebody.as(admin, () -> done(factors.begin()));
    var codes = rows.waiting(admin.id()).orElseThrow();
    somebody.as(admin, () -> done(factors.confirm(TimeCodes.at(codes, now))));
    assertThat(signIn.byToken(secret.text())).isPresent();
  }

  @Test
  void whoKnowsThePasswordCannotPassThePasskeyOverWithASecondFactorOfTheirOwn() {
    var key = new SoftKey();
    browser.get("/account/security/passkeys/new");
    var made = key.make(browser.post("/account/security/passkeys/options").body());
    browser.post("/account/security/passkeys/new", "name", "Key", "credential", made);
    assertThat(browser.get("/accounts").status()).as("it counts at once").isEqualTo(200);
    var thief = new Guest(mvc);
    assertThat(thief.signIn(admin.email(), PASSWORD).body()).contains("Sign in with your passkey");
    assertThat(thief.get(THERE).status()).isEqualTo(302);
    var owner = new Guest(mvc);
    var options = owner.post("/sign-in/passkey/options").body();
    owner.post("/sign-in/passkey", "credential", key.prove(options));
    assertThat(owner.get("/accounts").status()).isEqualTo(200);
  }
}
