package lu.aifactory.platform.identity;

import static lu.aifactory.platform.identity.Somebody.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lu.aifactory.platform.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// Where somebody is signed in.
@PlatformTest
class SessionTests {

  private static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
          + " Version/18.5 Mobile/15E148 Safari/604.1";

  @Autowired Somebody somebody;
  @Autowired Sessions sessions;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;

  private Somebody.One jeanne;
  private Guest desk;
  private Guest phone;

  @BeforeEach
  void signedInTwice() {
    jeanne = somebody.fresh();
    desk = new Guest(mvc);
    phone = new Guest(mvc).with(PHONE);
    desk.signIn(jeanne.email(), PASSWORD);
    phone.signIn(jeanne.email(), PASSWORD);
  }

  @Test
  void areListedInWordsAndTheOwnOneIsMarked() {
    var page = phone.get("/account/security").body();
    assertThat(page).contains("Safari on an iPhone", "Firefox on a Linux computer", "127.0.0.1");
    assertThat(page.split("This is the one that you are using")).hasSize(2);
    assertThat(page).as("no cookie of another session").doesNotContain(ids());
  }

  @Test
  void areListedWholeHoweverTheirRowsLie() {
    var guests = List.of(desk, phone, new Guest(mvc), new Guest(mvc).with(PHONE));
    guests.get(2).signIn(jeanne.email(), PASSWORD);
    guests.get(3).signIn(jeanne.email(), PASSWORD);
    for (int round = 0; round < 3; round++) {
      guests.forEach(guest -> guest.get("/account/confirm"));
    }
    assertThat(sessions.of(jeanne.id(), null))
        .hasSize(4)
        .allMatch(one -> one.how().equals("password") && !one.browser().isEmpty());
  }

  @Test
  void oneIsEndedAndTheOthersStay() {
    var mine = sessions.of(jeanne.id(), null);
    var deskOnes = mine.stream().filter(one -> one.browser().equals("Firefox")).findFirst();
    phone.post("/account/security/sessions/" + deskOnes.orElseThrow().id() + "/end");
    assertThat(desk.isIn()).isFalse();
    assertThat(phone.isIn()).isTrue();
    var other = new Guest(mvc);
    other.signIn(somebody.fresh().email(), PASSWORD);
    var left = sessions.of(jeanne.id(), null).getFirst();
    assertThat(other.post("/account/security/sessions/" + left.id() + "/end").status())
        .isEqualTo(404);
    assertThat(phone.isIn()).isTrue();
    assertThat(somebody.trail(jeanne)).contains("identity.session-ended");
  }

  @Test
  void allAreEndedAtOnce() {
    assertThat(phone.post("/account/security/sessions/end").to()).startsWith("/sign-in");
    assertThat(phone.isIn()).isFalse();
    assertThat(desk.isIn()).isFalse();
  }

  @Test
  void anAdministratorEndsThoseOfSomebody() {
    var admin = somebody.withRole(Role.ADMINISTRATOR);
    var office = new Guest(mvc);
    office.signIn(admin.email(), PASSWORD);
    office.post("/accounts/" + jeanne.id().value() + "/sign-out");
    assertThat(phone.isIn()).isFalse();
    assertThat(office.isIn()).isTrue();
    assertThat(somebody.trail(jeanne)).contains("identity.signed-out-by-administrator");
  }

  @Test
  void aChangedPasswordEndsTheOthers() {
    phone.post("/account/security/password", "old", PASSWORD, "fresh", "quite another long secret");
    assertThat(phone.isIn()).isTrue();
    assertThat(desk.isIn()).isFalse();
  }

  @Test
  void aSignInMakesAnotherSessionOfWhatWasThereBefore() {
    var guest = new Guest(mvc);
    guest.get("/engagements");
    var before = ids();
    guest.signIn(jeanne.email(), PASSWORD);
    assertThat(ids()).hasSize(before.length + 1);
    assertThat(guest.isIn()).isTrue();
  }

  private String[] ids() {
    return jdbc.sql("select session_id from spring_session where principal_name = :name")
        .param("name", jeanne.id().value().toString())
        .query(String.class)
        .list()
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0 | identity.device.windows | Edge
          Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 | identity.device.android | Chrome
          Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15 | identity.device.mac | Safari
          Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1 | identity.device.ipad | Chrome
          Java-http-client/25 | identity.device.unknown | ''
          """)
  void aDeviceIsNamedAsItsOwnerWould(String agent, String kind, String browser) {
    assertThat(Device.of(agent)).isEqualTo(new Device(kind, browser));
  }
}
