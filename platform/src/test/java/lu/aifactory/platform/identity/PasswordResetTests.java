package lu.aifactory.platform.identity;

import static lu.aifactory.platform.identity.Somebody.PASSWORD;
import static lu.aifactory.platform.identity.Somebody.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// A new password for whoever forgot theirs, and for nobody else.
@PlatformTest
class PasswordResetTests {

  private static final String FRESH = "quite another long secret";

  @Autowired Somebody somebody;
  @Autowired PasswordResets resets;
  @Autowired SecondFactors factors;
  @Autowired FactorRows rows;
  @Autowired Mailbox mailbox;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;

  private Somebody.One jeanne;
  private Guest guest;

  @BeforeEach
  void forgetful() {
    jeanne = somebody.fresh();
    guest = new Guest(mvc);
  }

  @Test
  void comesByALinkThatWorksOnceAndEndsAllSessions() {
    var before = new Guest(mvc);
    before.signIn(jeanne.email(), PASSWORD);
    var link = sent();
    assertThat(guest.get(link).status()).isEqualTo(200);
    assertThat(guest.post(link, "fresh", "short").body()).contains("f-fresh-error");
    assertThat(guest.post(link, "fresh", FRESH).to()).isEqualTo("/sign-in?reset");
    assertThat(before.isIn()).isFalse();
    assertThat(guest.isIn()).as("the link itself signs nobody in").isFalse();
    assertThat(guest.signIn(jeanne.email(), PASSWORD).to()).isNull();
    assertThat(guest.signIn(jeanne.email(), FRESH).to())
        .as("where they wanted to go before")
        .contains("/account");
    assertThat(guest.isIn()).isTrue();
    assertThat(guest.post(link, "fresh", "yet another long secret").body())
        .contains("used already")
        .doesNotContain(jeanne.email());
    assertThat(somebody.trail(jeanne)).contains("identity.reset-sent", "identity.password-reset");
  }

  @Test
  void saysTheSameWhetherOrNotThereIsSuchAnAddress() {
    var known = guest.post("/forgotten", "email", jeanne.email());
    var unknown = guest.post("/forgotten", "email", UUID.randomUUID() + "@example.org");
    assertThat(unknown.status()).isEqualTo(known.status());
    assertThat(withoutTokens(unknown.body())).isEqualTo(withoutTokens(known.body()));
  }

  private static String withoutTokens(String page) {
    return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  @Test
  void answersBeforeItLooksSoThatTheTimeTellsNothing() {
    mailbox.takes(3_000);
    try {
      var began = System.nanoTime();
      guest.post("/forgotten", "email", jeanne.email());
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
      assertThat(mailbox.next(jeanne.id(), 10_000)).isNotNull();
    } finally {
      mailbox.takes(0);
    }
  }

  @Test
  void isSentOnlyThreeTimesAnHour() {
    for (int time = 0; time < 3; time++) assertThat(sent()).isNotEmpty();
    guest.post("/forgotten", "email", jeanne.email());
    assertThat(mailbox.next(jeanne.id(), 500)).isNull();
  }

  @Test
  void isNoWayIntoAnAccountThatDoesWithoutAPassword() {
    jdbc.sql("update account set password_hash = null where id = :id")
        .param("id", jeanne.id().value())
        .update();
    guest.post("/forgotten", "email", jeanne.email());
    assertThat(mailbox.next(jeanne.id(), 500)).isNull();
  }

  @Test
  void stillAsksForTheSecondFactor() {
    somebody.as(jeanne, () -> done(factors.begin()));
    var secret = rows.waiting(jeanne.id()).orElseThrow();
    somebody.as(jeanne, () -> done(factors.confirm(TimeCodes.at(secret, Instant.now()))));
    guest.post(sent(), "fresh", FRESH);
    assertThat(guest.signIn(jeanne.email(), FRESH).to()).isEqualTo("/sign-in/code");
    assertThat(guest.isIn()).isFalse();
  }

  @Test
  void aLinkThatIsTooOldSaysSoAndNotWhoseItWas() {
    var link = sent();
    jdbc.sql(
            "update password_reset set expires_at = now() - interval '1 minute' where account = :id")
        .param("id", jeanne.id().value())
        .update();
    assertThat(guest.get(link).body()).contains("too old").doesNotContain(jeanne.email());
    assertThat(guest.post(link, "fresh", FRESH).body()).contains("too old");
    assertThat(guest.get("/reset/made-up").status()).isEqualTo(200);
  }

  @Test
  void oneLinkThatIsUsedMakesTheOthersUseless() {
    var first = sent();
    var second = sent();
    assertThat(guest.post(second, "fresh", FRESH).to()).isEqualTo("/sign-in?reset");
    assertThat(guest.post(first, "fresh", PASSWORD).to()).isNull();
  }

  @Test
  void isHandedOverByAnAdministratorWhereThereIsNoMail() {
    mailbox.outOfOrder(true);
    try {
      assertThat(guest.get("/forgotten").body())
          .contains("administrator")
          .doesNotContain("f-email");
    } finally {
      mailbox.outOfOrder(false);
    }
    var admin = somebody.withRole(Role.ADMINISTRATOR);
    var office = new Guest(mvc);
    office.signIn(admin.email(), PASSWORD);
    var page = office.post("/accounts/" + jeanne.id().value() + "/reset-link").body();
    var link = page.replaceFirst("(?s).*(/reset/[\\w-]{43}).*", "$1");
    assertThat(guest.post(link, "fresh", FRESH).to()).isEqualTo("/sign-in?reset");
    assertThat(somebody.trail(jeanne)).contains("identity.reset-link-made");
  }

  private String sent() {
    guest.post("/forgotten", "email", jeanne.email().toUpperCase());
    return Objects.requireNonNull(mailbox.next(jeanne.id(), 10_000)).link();
  }
}
