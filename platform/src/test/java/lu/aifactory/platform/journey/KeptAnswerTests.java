package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/// The token that a program gets with its new case is answered again to the same request, and nobody who reads the
/// database finds it.
@PlatformTest
class KeptAnswerTests {

  @Autowired FirstContact contact;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester web;

  private final String key = UUID.randomUUID().toString();

  @Test
  void theTokenOfANewCaseIsAnsweredAgainAndLiesInNoTable() throws Exception {
    var bakery = new Bakery(contact, identity, current, jdbc);
    var link = bakery.answered().text();

    var first = body(register(link, bakery.email));
    var again = register(link, bakery.email);

    assertThat(again).hasStatus(201).hasHeader("Idempotent-Replay", "true");
    assertThat(body(again)).isEqualTo(first);
    var token = JsonMapper.shared().readTree(first).get("token").asString();
    assertThat(token).isNotBlank();
    assertThat(kept()).contains(key).doesNotContain(token, hex(token), link, hex(link));
  }

  private MvcTestResult register(String link, String email) {
    return web.post()
        .uri("/api/intakes/" + link + "/account")
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            """
            {"name": "Jeanne", "email": "%s", "language": "fr", "password": "correct horse battery"}
            """
                .formatted(email))
        .exchange();
  }

  private String kept() {
    return jdbc.sql("select a::text from answered_request a where idempotency_key = :key")
        .param("key", key)
        .query(String.class)
        .single();
  }

  private static String body(MvcTestResult result) throws Exception {
    return result.getResponse().getContentAsString();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
