package lu.aifactory.platform.identity;

import static lu.aifactory.platform.identity.Somebody.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/// Coming in by passkey.
@PlatformTest
class PasskeyTests {

  private static final String NEW = "/account/security/passkeys/new";

  @Autowired Somebody somebody;
  @Autowired PasskeyRows rows;
  @Autowired FactorRows factors;
  @Autowired MockMvc mvc;
  @Autowired JsonMapper json;

  private Somebody.One jeanne;
  private Guest browser;

  @BeforeEach
  void signedIn() {
    jeanne = somebody.fresh();
    browser = new Guest(mvc);
    browser.signIn(jeanne.email(), PASSWORD);
  }

  @Test
  void severalAreAddedWithNamesAndEachOpensTheAccount() {
    var phone = added("Phone");
    var laptop = added("Work laptop");
    assertThat(rows.of(jeanne.id()))
        .extracting(Passkey::name)
        .containsExactlyInAnyOrder("Phone", "Work laptop");
    assertThat(browser.get("/account/security").body()).contains("Phone", "Work laptop");
    for (var key : new SoftKey[] {phone, laptop}) {
      var guest = new Guest(mvc);
      assertThat(proved(guest, key, "").to()).isEqualTo("/");
      assertThat(guest.isIn()).isTrue();
    }
    assertThat(somebody.trail(jeanne)).contains("identity.passkey-added", "identity.signed-in");
  }

  @Test
  void withTheAddressThePageNamesItsPasskeysToTheBrowser() throws Exception {
    var key = added("Phone");
    var guest = new Guest(mvc);
    var options = guest.post("/sign-in/passkey/options", "email", jeanne.email()).body();
    assertThat(options).contains(key.id());
    assertThat(guest.post("/sign-in/passkey", "credential", key.prove(options)).to())
        .isEqualTo("/");
  }

  @Test
  void anAddressWithoutPasskeysIsAnsweredAlikeAndAlwaysTheSame() throws Exception {
    added("Phone");
    var nobody = UUID.randomUUID() + "@example.org";
    var first = allowed(nobody);
    assertThat(first).isEqualTo(allowed(nobody)).hasSize(43);
    assertThat(allowed(UUID.randomUUID() + "@example.org")).isNotEqualTo(first);
    assertThat(allowed(jeanne.email())).hasSize(43);
  }

  private String allowed(String email) throws Exception {
    var options =
        json.readTree(new Guest(mvc).post("/sign-in/passkey/options", "email", email).body());
    assertThat(options.get("allowCredentials")).hasSize(1);
    return options.get("allowCredentials").get(0).get("id").asString();
  }

  @Test
  void aPageElsewhereCatchesNothing() {
    var key = added("Phone");
    assertIsRefused(key.from("https://aifactory.example"));
    assertIsRefused(key.from("http://localhost:8081"));
  }

  @Test
  void anAnswerIsGoodForOneQuestion() {
    var key = added("Phone");
    var guest = new Guest(mvc);
    var answer = key.prove(guest.post("/sign-in/passkey/options").body());
    assertThat(guest.post("/sign-in/passkey", "credential", answer).to()).isEqualTo("/");
    var thief = new Guest(mvc);
    assertThat(thief.post("/sign-in/passkey", "credential", answer).to()).isNull();
    thief.post("/sign-in/passkey/options");
    assertThat(thief.post("/sign-in/passkey", "credential", answer).to()).isNull();
    assertThat(thief.isIn()).isFalse();
  }

  @Test
  void aDeviceThatVerifiesNobodyIsNotEnough() {
    assertIsRefused(added("Phone").verifying(false));
  }

  @Test
  void aCopyThatCountsBackwardsIsRefused() {
    var key = added("Phone").countingFrom(100);
    assertThat(proved(new Guest(mvc), key, "").to()).isEqualTo("/");
    assertIsRefused(key.countingFrom(50));
  }

  @Test
  void aKeyThatNobodyHasAddedIsRefused() {
    var stranger = new SoftKey();
    browser.get(NEW);
    stranger.make(browser.post("/account/security/passkeys/options").body());
    assertIsRefused(stranger);
  }

  @Test
  void whatWasMadeForSomebodyElseIsNotAdded() {
    var other = somebody.fresh();
    var theirs = new Guest(mvc);
    theirs.signIn(other.email(), PASSWORD);
    var answer = new SoftKey().make(theirs.post("/account/security/passkeys/options").body());
    browser.post("/account/security/passkeys/options");
    assertThat(browser.post(NEW, "name", "Phone", "credential", answer).to()).isNull();
    assertThat(rows.of(jeanne.id())).isEmpty();
  }

  @Test
  void anAccountMayDoWithoutAPasswordAndNeverWithoutAnything() {
    added("Phone");
    assertThat(browser.post("/account/security/password/remove").to())
        .isEqualTo("/account/security?saved=password");
    assertThat(factors.ways(jeanne.id()).password()).isFalse();
    assertThat(new Guest(mvc).signIn(jeanne.email(), PASSWORD).to()).isNull();
    var only = rows.of(jeanne.id()).getFirst();
    var page = browser.post("/account/security/passkeys/" + only.id() + "/remove");
    assertThat(page.body()).contains("Nothing would be left");
    assertThat(rows.of(jeanne.id())).hasSize(1);
    assertThat(browser.post("/account/security/password", "fresh", "another long secret").to())
        .isEqualTo("/account/security?saved=password");
    assertThat(browser.post("/account/security/passkeys/" + only.id() + "/remove").to())
        .isEqualTo("/account/security?saved=passkey");
    assertThat(somebody.trail(jeanne))
        .contains("password.removed", "password.given", "identity.passkey-removed");
  }

  @Test
  void isRenamedAndNoPasskeyOfSomebodyElseIs() {
    added("Phone");
    var passkey = rows.of(jeanne.id()).getFirst().id();
    browser.post("/account/security/passkeys/" + passkey, "name", "Old phone");
    assertThat(rows.of(jeanne.id()).getFirst().name()).isEqualTo("Old phone");
    var other = new Guest(mvc);
    other.signIn(somebody.fresh().email(), PASSWORD);
    assertThat(other.post("/account/security/passkeys/" + passkey, "name", "Mine").status())
        .isEqualTo(404);
    assertThat(other.post("/account/security/passkeys/" + passkey + "/remove").status())
        .isEqualTo(404);
    assertThat(rows.of(jeanne.id()).getFirst().name()).isEqualTo("Old phone");
  }

  private SoftKey added(String name) {
    var key = new SoftKey();
    assertThat(browser.get(NEW).status()).isEqualTo(200);
    var made = key.make(browser.post("/account/security/passkeys/options").body());
    assertThat(browser.post(NEW, "name", name, "credential", made).to())
        .isEqualTo("/account/security?saved=passkey");
    return key;
  }

  private static Guest.Answer proved(Guest guest, SoftKey key, String email) {
    var options = guest.post("/sign-in/passkey/options", "email", email).body();
    return guest.post("/sign-in/passkey", "credential", key.prove(options));
  }

  private void assertIsRefused(SoftKey key) {
    var guest = new Guest(mvc);
    assertThat(proved(guest, key, "").to()).isNull();
    assertThat(guest.isIn()).isFalse();
  }
}
