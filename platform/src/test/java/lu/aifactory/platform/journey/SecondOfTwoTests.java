package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What people typed is never lost: beside what somebody else saved, or what is wrong with it.
@PlatformTest
class SecondOfTwoTests {

  @Autowired MockMvcTester web;
  @Autowired FirstContact contact;
  @Autowired Journey journey;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired JdbcClient jdbc;

  private Bakery bakery;
  private AccountId advisor;
  private EngagementId engagement;
  private String page;

  @BeforeEach
  void anEngagementWithAnAdvisor() {
    bakery = new Bakery(contact, identity, current, jdbc);
    bakery.noAdvisors();
    advisor = bakery.advisor("Ana Advisor");
    engagement = bakery.engagement();
    page = "/engagements/" + engagement.value();
  }

  @Test
  void whoMovesTheStageSecondSeesTheFirst() {
    var moved = Map.of("stage", "fund", "reason", "Numbers are there", "version", "1");
    assertThat(post(page + "/stage", moved, advisor)).hasStatus3xxRedirection();
    var late = Map.of("stage", "scale", "reason", "It runs", "version", "1");
    assertThat(post(page + "/stage", late, advisor))
        .bodyText()
        .contains("Somebody else saved", "<blockquote>Fund<", "<blockquote>Scale<", "It runs");
    var unsaid = Map.of("stage", "scale", "reason", "", "version", "1");
    assertThat(post(page + "/stage", unsaid, advisor))
        .bodyText()
        .contains("name=\"version\" value=\"1\"");
  }

  @Test
  void whoReassignsSecondSeesTheFirst() {
    var administrator = bakery.advisor("Alma Administrator");
    jdbc.sql("update account_role set role = 'administrator' where account = :id")
        .param("id", administrator.value())
        .update();
    var one = bakery.advisor("First Choice");
    var other = bakery.advisor("Second Choice");
    assertThat(post(page + "/advisor", given(one, "Knows bread"), administrator))
        .hasStatus3xxRedirection();
    assertThat(post(page + "/advisor", given(other, "Knows flour"), administrator))
        .bodyText()
        .contains("<blockquote>First Choice<", "<blockquote>Second Choice<", "Knows flour");
  }

  private static Map<String, String> given(AccountId to, String reason) {
    return Map.of("advisor", to.value().toString(), "reason", reason, "version", "1");
  }

  @Test
  void whoSavesAProfileSecondSeesTheFirst() {
    var first = Map.of("languages", "fr", "capacity", "7", "sectors", "C", "version", "1");
    assertThat(post("/advisor-profile", first, advisor)).hasStatusOk();
    var late = Map.of("languages", "fr", "capacity", "9", "sectors", "C", "version", "1");
    assertThat(post("/advisor-profile", late, advisor))
        .bodyText()
        .contains("<blockquote>7<", "<blockquote>9<", "value=\"9\"");
  }

  @Test
  void whoComesBackLaterKeepsAnAnswerThatDoesNotFit() {
    var link = bakery.answered().text();
    var wrong = Map.of("email", "jeanne at example");
    assertThat(post("/start/" + link + "/email/later", wrong, advisor))
        .hasStatusOk()
        .bodyText()
        .contains("jeanne at example", "f-email-error");
    assertThat(post("/start/" + link + "/email/later", Map.of("email", " "), advisor))
        .hasStatus3xxRedirection();
  }

  @Test
  void aDocumentIsAddedOnThePageOfItsEngagement() {
    assertThat(get(page)).bodyText().contains("enctype=\"multipart/form-data\"");
    var file =
        new MockMultipartFile(
            "file", "recipe.txt", "text/plain", "Flour.".getBytes(StandardCharsets.UTF_8));
    assertThat(
            web.post()
                .uri("/documents")
                .multipart()
                .file(file)
                .param("id", UUID.randomUUID().toString())
                .param("kind", engagement.kind())
                .param("about", engagement.value().toString())
                .param("back", page + "#documents")
                .with(user(advisor.value().toString()))
                .with(csrf())
                .exchange())
        .hasRedirectedUrl(page + "#documents");
    assertThat(get(page)).bodyText().contains("recipe.txt");
  }

  @Test
  void whoHasAnAccountOpensAFurtherEngagementOverRest() {
    var other = new Bakery(contact, identity, current, jdbc);
    other.engagement();
    var owner =
        jdbc.sql("select id from account where email = :email")
            .param("email", other.email)
            .query(UUID.class)
            .single();
    var link = bakery.answered().text();
    var joined =
        web.post()
            .uri("/api/intakes/" + link + "/engagement")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{}")
            .with(user(owner.toString()))
            .with(csrf())
            .exchange();
    assertThat(joined).hasStatus(201).bodyJson().hasPath("$.organisation");
    var theirs = bakery.system(() -> journey.engagement(engagement)).organisation();
    assertThat(
            web.post()
                .uri("/api/intakes/" + bakery.answered().text() + "/engagement")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"organisation\": \"" + theirs.value() + "\"}")
                .with(user(owner.toString()))
                .with(csrf())
                .exchange())
        .hasStatus(404);
  }

  @Test
  void anExportLosesNothing() throws Exception {
    var organisation = bakery.system(() -> journey.engagement(engagement)).organisation();
    jdbc.sql(
            """
            insert into engagement (id, organisation, title, language, sector, answers, stage, choice, opened_at,
              changed_at, version)
            select gen_random_uuid(), :organisation, 'Many', 'en', 'C', '{}', 'DISCOVER', '{}', now(), now(), 1
              from generate_series(1, 50001)
            """)
        .param("organisation", organisation.value())
        .update();
    try {
      var lines =
          get("/engagements/export.csv").getResponse().getContentAsString().lines().toList();
      assertThat(lines).hasSize(50_003);
    } finally {
      jdbc.sql("delete from engagement where organisation = :organisation and title = 'Many'")
          .param("organisation", organisation.value())
          .update();
    }
  }

  private MvcTestResult get(String address) {
    return web.get().uri(address + "?lang=en").with(user(advisor.value().toString())).exchange();
  }

  private MvcTestResult post(String address, Map<String, String> typed, AccountId by) {
    var request =
        web.post().uri(address + "?lang=en").with(user(by.value().toString())).with(csrf());
    typed.forEach(request::param);
    return request.exchange();
  }
}
