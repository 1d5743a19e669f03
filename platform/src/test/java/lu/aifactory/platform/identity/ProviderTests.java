package lu.aifactory.platform.identity;

import static lu.aifactory.platform.identity.Somebody.PASSWORD;
import static lu.aifactory.platform.identity.Somebody.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.FakeProvider.Lie;
import lu.aifactory.platform.identity.FakeProvider.Seen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// Coming in by a provider of OpenID Connect, who may be mistaken or lie.
@PlatformTest
class ProviderTests {

  private static final String LINKS = "/account/security/provider";

  @Autowired Somebody somebody;
  @Autowired Invitations invitations;
  @Autowired Accounts accounts;
  @Autowired OutsideRows rows;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;

  private final FakeProvider provider = FakeProvider.shared();
  private Somebody.One jeanne;
  private Guest browser;
  private Seen seen;

  @BeforeEach
  void signedIn() {
    jeanne = somebody.fresh();
    browser = new Guest(mvc);
    browser.signIn(jeanne.email(), PASSWORD);
    seen = Seen.fresh();
  }

  @Test
  void opensTheAccountToWhichItsOwnerLinkedIt() {
    linked();
    var guest = new Guest(mvc);
    assertThat(there(guest, "/sign-in/provider", seen, Lie.NONE).to()).isEqualTo("/");
    assertThat(guest.get("/account").body()).contains(jeanne.email());
    assertThat(somebody.trail(jeanne)).contains("identity.provider-linked", "identity.signed-in");
  }

  @Test
  void ofSomebodyUnknownTheyAreToldToLinkOrToBeInvited() {
    var guest = new Guest(mvc);
    var page = there(guest, "/sign-in/provider", seen, Lie.NONE);
    assertThat(page.body()).contains("link it on your account page", "invitation");
    assertThat(guest.isIn()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(value = Lie.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void whatIsWrongWithATokenOpensNothing(Lie lie) {
    linked();
    var guest = new Guest(mvc);
    var page = there(guest, "/sign-in/provider", seen, lie);
    assertThat(page.to()).isNull();
    assertThat(page.body()).contains("did not fit what we had asked for");
    assertThat(guest.isIn()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void anAddressOpensNoAccountWhetherVerifiedOrNot(Verified verified) {
    var guest = new Guest(mvc);
    var lying = seen.with(jeanne.email(), verified == Verified.YES);
    var page = there(guest, "/sign-in/provider", lying, Lie.NONE);
    assertThat(page.body()).contains("sign in the usual way").doesNotContain(jeanne.email());
    assertThat(guest.isIn()).isFalse();
    var stranger = seen.with(UUID.randomUUID() + "@example.org", verified == Verified.YES);
    assertThat(said(there(new Guest(mvc), "/sign-in/provider", stranger, Lie.NONE)))
        .as("and nobody learns whether there is an account with it")
        .isEqualTo(said(page));
  }

  private static String said(Guest.Answer page) {
    return page.body().replaceFirst("(?s).*<main", "").replaceFirst("(?s)</main>.*", "");
  }

  enum Verified {
    YES,
    NO
  }

  @Test
  void anAddressThatTheProviderHasNotVerifiedIsNotEvenShown() {
    browser.get(LINKS);
    seen = seen.with("director@bank.example", false);
    assertThat(there(browser, ticket(browser, LINKS), seen, Lie.NONE).to()).startsWith("/account");
    assertThat(browser.get(LINKS).body())
        .contains("Jeanne Baker")
        .doesNotContain("director@bank.example");
  }

  @Test
  void anInvitationOpensAnAccountThatHasTheInvitationsAddress() {
    var email = UUID.randomUUID() + "@example.org";
    var link = invited(email);
    var guest = new Guest(mvc);
    var lying = seen.with(jeanne.email(), true);
    assertThat(there(guest, ticket(guest, link), lying, Lie.NONE).to()).isEqualTo("/");
    assertThat(guest.get("/account").body()).contains(email).doesNotContain(jeanne.email());
    assertThat(guest.get("/account/security").body()).contains("House of Logins");
    assertThat(new Guest(mvc).get(link).body()).contains("used already").doesNotContain(email);
  }

  @Test
  void anInvitationForAnAccountThatExistsDoesNotOpenIt() {
    var link = invited(jeanne.email());
    var guest = new Guest(mvc);
    assertThat(there(guest, ticket(guest, link), seen, Lie.NONE).to()).isNull();
    assertThat(guest.isIn()).isFalse();
    assertThat(rows.of(jeanne.id())).isEmpty();
  }

  @Test
  void aLinkOfAForeignPageLinksNothing() {
    var away = browser.get("/sign-in/provider?for=link&ticket=made-up");
    assertThat(away.to()).isNull();
    var ticket = ticket(browser, LINKS);
    var other = somebody.fresh();
    var theirs = new Guest(mvc);
    theirs.signIn(other.email(), PASSWORD);
    assertThat(theirs.get(ticket).to()).as("a ticket of another session").isNull();
    assertThat(rows.of(other.id())).isEmpty();
  }

  @Test
  void anAnswerIsTakenOnlyInTheBrowserThatAsked() {
    linked();
    var guest = new Guest(mvc);
    var away = Objects.requireNonNull(guest.get("/sign-in/provider").to());
    var back = provider.signIn(away, seen, Lie.NONE);
    assertThat(new Guest(mvc).get(back).to()).isNull();
    assertThat(guest.get(back.replaceFirst("state=[^&]+", "state=other")).to()).isNull();
    assertThat(guest.isIn()).isFalse();
  }

  @Test
  void whoIsLinkedToOneAccountIsNotLinkedToAnother() {
    linked();
    var other = somebody.fresh();
    var theirs = new Guest(mvc);
    theirs.signIn(other.email(), PASSWORD);
    var page = there(theirs, ticket(theirs, LINKS), seen, Lie.NONE);
    assertThat(page.body()).contains("linked to an account already");
    assertThat(rows.of(other.id())).isEmpty();
  }

  @Test
  void isNotUnlinkedWhenNothingElseWouldBeLeft() {
    linked();
    browser.post("/account/security/password/remove");
    var id = rows.of(jeanne.id()).getFirst().id();
    assertThat(browser.post(LINKS + "/" + id + "/unlink").body()).contains("Nothing would be left");
    assertThat(rows.of(jeanne.id())).hasSize(1);
    browser.post("/account/security/password", "fresh", "quite another long secret");
    assertThat(browser.post(LINKS + "/" + id + "/unlink").to()).startsWith("/account/security");
    assertThat(rows.of(jeanne.id())).isEmpty();
  }

  @Test
  void provesAgainWhoSomebodyIsOnlyByAProofOfNow() {
    linked();
    browser.post("/account/security/password/remove");
    var guest = new Guest(mvc);
    there(guest, "/sign-in/provider", seen, Lie.NONE);
    jdbc.sql(
            """
            delete from spring_session_attributes where attribute_name = 'identity.proved'
               and session_primary_id in (select primary_id from spring_session where principal_name = :name)
            """)
        .param("name", jeanne.id().value().toString())
        .update();
    var confirm = Objects.requireNonNull(guest.get("/account/security/passkeys/new").to());
    var stale = seen.at(Instant.now().minusSeconds(3600));
    assertThat(there(guest, ticket(guest, confirm), stale, Lie.NONE).to()).isNull();
    assertThat(there(guest, ticket(guest, confirm), Seen.fresh(), Lie.NONE).to())
        .as("somebody else at the provider")
        .isNull();
    assertThat(there(guest, ticket(guest, confirm), seen.at(Instant.now()), Lie.NONE).to())
        .isEqualTo("/account/security/passkeys/new");
    assertThat(guest.get("/account/security/passkeys/new").status()).isEqualTo(200);
  }

  @Test
  void theFakeSpeaksOpenIdConnect() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var address = URI.create(provider.issuer() + "/.well-known/openid-configuration");
      var said =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
      var metadata = OIDCProviderMetadata.parse(said);
      assertThat(metadata.getIssuer().getValue()).isEqualTo(provider.issuer());
      assertThat(metadata.getTokenEndpointURI()).isNotNull();
    }
  }

  private void linked() {
    assertThat(there(browser, ticket(browser, LINKS), seen, Lie.NONE).to())
        .isEqualTo("/account/security?saved=provider");
  }

  // The address to the provider that stands on a page, with its ticket.
  private static String ticket(Guest guest, String page) {
    var found =
        Pattern.compile("href=\"(/sign-in/provider\\?[^\"]+)\"").matcher(guest.get(page).body());
    assertThat(found.find()).as(page).isTrue();
    return found.group(1).replace("&amp;", "&");
  }

  // Goes to the provider, signs in there and comes back.
  private Guest.Answer there(Guest guest, String address, Seen who, Lie lie) {
    var away = Objects.requireNonNull(guest.get(address).to());
    return guest.get(provider.signIn(away, who, lie));
  }

  private String invited(String email) {
    var admin = somebody.withRole(Role.ADMINISTRATOR);
    var draft = new Invitations.Draft(UUID.randomUUID(), email, "advisor", "en", null);
    var sent = done(somebody.as(admin, () -> invitations.invite(draft)));
    return "/invitations/" + sent.secret().text();
  }
}
