package lu.aifactory.platform.identity;

import static lu.aifactory.platform.identity.Somebody.PASSWORD;
import static lu.aifactory.platform.identity.Somebody.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// A link that came into wrong hands.
@PlatformTest
class StolenInvitationTests {

  @Autowired Somebody somebody;
  @Autowired Invitations invitations;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;

  private final String email = UUID.randomUUID() + "@example.org";
  private Somebody.One admin;
  private UUID id;
  private String link;

  @BeforeEach
  void invited() {
    admin = somebody.withRole(Role.ADMINISTRATOR);
    id = UUID.randomUUID();
    var draft = new Invitations.Draft(id, email, "advisor", "en", null);
    var sent = done(somebody.as(admin, () -> invitations.invite(draft)));
    link = "/invitations/" + sent.secret().text();
  }

  @Test
  void afterUseItSaysSoAndNotWhoseItWas() {
    var first = new Guest(mvc);
    first.post(link, "name", "Jeanne", "password", PASSWORD);
    assertThat(first.isIn()).isTrue();
    assertThat(new Guest(mvc).get(link).body()).contains("used already").doesNotContain(email);
    assertThat(new Guest(mvc).post(link, "name", "Eve", "password", PASSWORD).body())
        .contains("used already")
        .doesNotContain(email);
  }

  @Test
  void whenItIsTooOldOrTakenBackItSaysSo() {
    jdbc.sql("update invitation set expires_at = now() - interval '1 minute' where id = :id")
        .param("id", id)
        .update();
    assertThat(new Guest(mvc).get(link).body()).contains("too old").doesNotContain(email);
    somebody.as(admin, () -> invitations.revokeOfTheFactory(id));
    assertThat(new Guest(mvc).get(link).body()).contains("taken back").doesNotContain(email);
    assertThat(new Guest(mvc).get("/invitations/made-up").body()).doesNotContain(email);
  }

  @Test
  void somebodyElseWhoIsSignedInIsToldWhatToDo() {
    var other = new Guest(mvc);
    other.signIn(somebody.fresh().email(), PASSWORD);
    assertThat(other.get(link).body()).contains("Sign out first").doesNotContain(email);
    assertThat(other.post(link, "name", "Eve", "password", PASSWORD).to()).isNull();
    assertThat(other.post(link + "/join").to()).isNull();
    assertThat(new Guest(mvc).get(link).body()).as("it is still good").contains(email);
  }

  @Test
  void whoeverInvitedSeesWhenAndFromWhereItWasUsed() {
    new Guest(mvc).post(link, "name", "Jeanne", "password", PASSWORD);
    var office = new Guest(mvc);
    office.signIn(admin.email(), PASSWORD);
    assertThat(office.get("/accounts").body()).contains(email, "From 127.0.0.1");
  }
}
