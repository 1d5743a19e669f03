package lu.aifactory.platform.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static lu.aifactory.platform.identity.Somebody.PASSWORD;
import static lu.aifactory.platform.identity.Somebody.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.shared.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// A code beside the password.
@PlatformTest
class SecondFactorTests {

  private static final String APP = "/account/security/second-factor/app";

  @Autowired Somebody somebody;
  @Autowired SecondFactors factors;
  @Autowired FactorRows rows;
  @Autowired Tokens tokens;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;

  private Somebody.One jeanne;
  private Guest browser;

  @BeforeEach
  void signedIn() {
    jeanne = somebody.fresh();
    browser = new Guest(mvc);
    assertThat(browser.signIn(jeanne.email(), PASSWORD).to()).isEqualTo("/");
  }

  @Test
  void isAskedForAtEverySignInOnceTheFirstCodeWasGiven() {
    enrol();
    assertThat(browser.isIn()).as("whoever has just set it up stays in").isTrue();
    var other = new Guest(mvc);
    assertThat(other.signIn(jeanne.email(), PASSWORD).to()).isEqualTo("/sign-in/code");
    assertThat(other.isIn()).as("half a sign-in is none").isFalse();
    assertThat(other.post("/sign-in/code", "code", "000000").body()).contains("f-code-error");
    assertThat(other.isIn()).isFalse();
    assertThat(other.post("/sign-in/code", "code", code(30)).to())
        .as("where they wanted to go before")
        .contains("/account");
    assertThat(other.isIn()).isTrue();
    assertThat(somebody.trail(jeanne))
        .contains("identity.second-factor-added", "identity.signed-in");
  }

  @Test
  void isNotAskedForBeforeTheFirstCodeWasGiven() {
    browser.post("/account/security/second-factor/begin");
    assertThat(browser.post(APP, "code", "123456").body()).contains("f-code-error");
    assertThat(new Guest(mvc).signIn(jeanne.email(), PASSWORD).to()).isEqualTo("/");
  }

  @Test
  void showsTheSecretAsPictureAndAsTextAndKeepsItSealed() {
    browser.post("/account/security/second-factor/begin");
    var secret = rows.waiting(jeanne.id()).orElseThrow();
    assertThat(browser.get(APP).body())
        .contains("<path d=\"M", String.join(" ", Base32.of(secret).split("(?<=\\G.{4})")));
    var kept =
        jdbc.sql("select waiting from second_factor where account = :id")
            .param("id", jeanne.id().value())
            .query((row, number) -> row.getBytes(1))
            .single();
    assertThat(kept).hasSizeGreaterThan(secret.length);
    assertThat(new String(kept, ISO_8859_1)).doesNotContain(new String(secret, ISO_8859_1));
  }

  @Test
  void doesNotTakeACodeTwice() {
    enrol();
    var code = code(30);
    assertThat(factors.proveByCode(jeanne.id(), code)).isInstanceOf(Outcome.Done.class);
    assertThat(factors.proveByCode(jeanne.id(), code)).isInstanceOf(Outcome.Refused.class);
    assertThat(factors.proveByCode(jeanne.id(), code(0)))
        .as("nor an earlier one")
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void endsTheOtherSessionsWhenItIsSwitchedOn() {
    var other = new Guest(mvc);
    other.signIn(jeanne.email(), PASSWORD);
    assertThat(other.isIn()).isTrue();
    enrol();
    assertThat(other.isIn()).isFalse();
  }

  @Test
  void givesTenRecoveryCodesOfWhichEachWorksOnce() {
    var codes = enrol();
    assertThat(codes).hasSize(10);
    var other = new Guest(mvc);
    other.signIn(jeanne.email(), PASSWORD);
    assertThat(other.post("/sign-in/code", "code", codes.getFirst()).to()).isEqualTo("/");
    var third = new Guest(mvc);
    third.signIn(jeanne.email(), PASSWORD);
    assertThat(third.post("/sign-in/code", "code", codes.getFirst()).to()).isNull();
    assertThat(third.post("/sign-in/code", "code", codes.getLast().replace("-", "")).to())
        .isEqualTo("/");
    assertThat(rows.codesLeft(jeanne.id())).isEqualTo(8);
    assertThat(somebody.trail(jeanne)).contains("identity.recovery-code-used");
    var stored =
        jdbc.sql("select encode(digest, 'escape') from recovery_code where account = :id")
            .param("id", jeanne.id().value())
            .query(String.class)
            .list();
    assertThat(stored).noneMatch(digest -> codes.stream().anyMatch(digest::contains));
  }

  @Test
  void makesTheOldRecoveryCodesUselessWithNewOnes() {
    var old = enrol();
    var page = browser.post("/account/security/second-factor/codes").body();
    assertThat(codesOn(page)).hasSize(10).doesNotContainAnyElementsOf(old);
    assertThat(factors.proveByRecoveryCode(jeanne.id(), old.getFirst()))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void throttlesGuessing() {
    enrol();
    for (int guess = 0; guess < 20; guess++) {
      assertThat(factors.proveByCode(jeanne.id(), "no code")).isInstanceOf(Outcome.Refused.class);
    }
    assertThat(factors.proveByCode(jeanne.id(), code(30)))
        .isEqualTo(Outcome.refused(IdentityRefusal.TOO_MANY_CODES));
  }

  @Test
  void isAskedOfProgramsThatMakeATokenByPassword() {
    enrol();
    var draft = new Tokens.Draft(UUID.randomUUID(), "nightly", List.of(), 1);
    assertThat(tokens.make(jeanne.email(), PASSWORD, draft)).isInstanceOf(Outcome.Refused.class);
    assertThat(tokens.make(jeanne.email(), PASSWORD, code(30), draft))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void isAskedAgainBeforeItCanBeSwitchedOff() {
    enrol();
    var other = new Guest(mvc);
    other.signIn(jeanne.email(), PASSWORD);
    other.post("/sign-in/code", "code", code(30));
    agePast(jeanne);
    assertThat(other.post("/account/security/second-factor/remove").to())
        .startsWith("/account/confirm");
    assertThat(other.post("/account/confirm", "password", PASSWORD).to())
        .as("the password alone is not enough")
        .isNull();
    assertThat(rows.since(jeanne.id())).isPresent();
  }

  @Test
  void isTakenAwayByAnAdministratorWithAReasonThatTheTrailKeeps() {
    enrol();
    var admin = somebody.withRole(Role.ADMINISTRATOR);
    assertThat(somebody.as(admin, () -> factors.take(jeanne.id(), " ")))
        .isInstanceOf(Outcome.Refused.class);
    done(somebody.as(admin, () -> factors.take(jeanne.id(), "Phone lost, seen in person")));
    assertThat(browser.isIn()).as("all sessions end").isFalse();
    assertThat(new Guest(mvc).signIn(jeanne.email(), PASSWORD).to()).isEqualTo("/");
    var reason =
        jdbc.sql(
                """
                select details->>'because' from audit_entry
                 where action = 'identity.second-factor-taken' and subject_id = :id
                """)
            .param("id", jeanne.id().value().toString())
            .query(String.class)
            .single();
    assertThat(reason).isEqualTo("Phone lost, seen in person");
  }

  private List<String> enrol() {
    browser.post("/account/security/second-factor/begin");
    var secret = rows.waiting(jeanne.id()).orElseThrow();
    var page = browser.post(APP, "code", TimeCodes.at(secret, Instant.now()));
    assertThat(page.status()).isEqualTo(200);
    return codesOn(page.body());
  }

  private static List<String> codesOn(String page) {
    var codes = new ArrayList<String>();
    var found = Pattern.compile("<code>([a-z2-7-]{19})</code>").matcher(page);
    while (found.find()) codes.add(found.group(1));
    return codes;
  }

  private String code(int secondsOn) {
    return TimeCodes.at(
        rows.secret(jeanne.id()).orElseThrow(), Instant.now().plusSeconds(secondsOn));
  }

  // The proof of who it is was a while ago.
  private void agePast(Somebody.One one) {
    jdbc.sql(
            """
            delete from spring_session_attributes where attribute_name = 'identity.proved'
               and session_primary_id in (select primary_id from spring_session where principal_name = :name)
            """)
        .param("name", one.id().value().toString())
        .update();
  }
}
