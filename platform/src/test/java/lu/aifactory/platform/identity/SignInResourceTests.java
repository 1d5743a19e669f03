package lu.aifactory.platform.identity;

import static lu.aifactory.platform.identity.Somebody.PASSWORD;
import static lu.aifactory.platform.identity.Somebody.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// How people come in, over REST.
@PlatformTest
class SignInResourceTests {

  @Autowired Somebody somebody;
  @Autowired SecondFactors factors;
  @Autowired FactorRows rows;
  @Autowired Tokens tokens;
  @Autowired MockMvc mvc;
  @Autowired MockMvcTester web;

  private Somebody.One jeanne;
  private Guest browser;
  private String token;

  @BeforeEach
  void signedIn() {
    jeanne = somebody.fresh();
    browser = new Guest(mvc);
    browser.signIn(jeanne.email(), PASSWORD);
    token = token(jeanne);
  }

  @Test
  void ownSessionsAreListedAndEnded() {
    var listed = call(HttpMethod.GET, "/api/me/sessions", token, "");
    assertThat(listed).hasStatusOk().bodyJson().extractingPath("$[0].browser").isEqualTo("Firefox");
    assertThat(listed).bodyJson().extractingPath("$[0].how").isEqualTo("password");
    assertThat(call(HttpMethod.DELETE, "/api/me/sessions", token, "")).hasStatusOk();
    assertThat(browser.isIn()).isFalse();
    assertThat(call(HttpMethod.DELETE, "/api/me/sessions/" + UUID.randomUUID(), token, ""))
        .hasStatus(404);
  }

  @Test
  void aTokenTellsOfWaysInAndChangesNone() {
    enrol();
    assertThat(call(HttpMethod.GET, "/api/me/second-factor", token, ""))
        .bodyJson()
        .extractingPath("$.recoveryCodesLeft")
        .isEqualTo(10);
    assertThat(call(HttpMethod.GET, "/api/me/passkeys", token, "")).hasStatusOk();
    assertThat(call(HttpMethod.DELETE, "/api/me/second-factor", token, "")).hasStatus(405);
  }

  @Test
  void aTokenByPasswordNeedsTheCode() {
    enrol();
    var without =
        "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"x\",\"days\":1}"
            .formatted(jeanne.email(), PASSWORD);
    assertThat(call(HttpMethod.POST, "/api/tokens", null, without)).hasStatus(422);
    var code = TimeCodes.at(rows.secret(jeanne.id()).orElseThrow(), Instant.now().plusSeconds(30));
    var with = without.replace("\"name\"", "\"code\":\"" + code + "\",\"name\"");
    assertThat(call(HttpMethod.POST, "/api/tokens", null, with)).hasStatus(201);
  }

  @Test
  void anAdministratorHelpsSomebodyWhoLostTheirPhone() {
    enrol();
    var office = token(somebody.withRole(Role.ADMINISTRATOR));
    var account = "/api/accounts/" + jeanne.id().value();
    assertThat(call(HttpMethod.GET, account + "/access", office, ""))
        .bodyJson()
        .extractingPath("$.secondFactor")
        .isEqualTo(true);
    assertThat(call(HttpMethod.DELETE, account + "/second-factor", office, "{}")).hasStatus(422);
    assertThat(
            call(
                HttpMethod.DELETE,
                account + "/second-factor",
                office,
                "{\"because\":\"Phone lost\"}"))
        .hasStatusOk();
    assertThat(call(HttpMethod.GET, account + "/access", office, ""))
        .bodyJson()
        .extractingPath("$.secondFactor")
        .isEqualTo(false);
    assertThat(call(HttpMethod.POST, account + "/reset-links", office, "{}"))
        .hasStatus(201)
        .bodyJson()
        .extractingPath("$.link")
        .asString()
        .startsWith("/reset/");
    assertThat(call(HttpMethod.DELETE, account + "/sessions", office, "")).hasStatusOk();
    assertThat(call(HttpMethod.DELETE, account + "/sessions", token, "")).hasStatus(403);
  }

  private void enrol() {
    somebody.as(jeanne, () -> done(factors.begin()));
    var secret = rows.waiting(jeanne.id()).orElseThrow();
    somebody.as(jeanne, () -> done(factors.confirm(TimeCodes.at(secret, Instant.now()))));
  }

  private String token(Somebody.One one) {
    var draft = new Tokens.Draft(UUID.randomUUID(), "test", List.of(), 1);
    return somebody.as(one, () -> done(tokens.make(draft))).secret().text();
  }

  private MvcTestResult call(HttpMethod method, String path, @Nullable String bearer, String body) {
    var request = web.method(method).uri(path);
    if (bearer != null) request.header("Authorization", "Bearer " + bearer);
    if (!body.isEmpty()) request.contentType(MediaType.APPLICATION_JSON).content(body);
    return request.exchange();
  }
}
