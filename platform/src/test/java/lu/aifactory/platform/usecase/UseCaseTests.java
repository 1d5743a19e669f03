package lu.aifactory.platform.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.usecase.decide.CanonicalJson;
import lu.aifactory.platform.usecase.decide.Examples;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class UseCaseTests {

  @Autowired MockMvcTester web;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;

  private final UUID owner = UUID.randomUUID();
  private final UUID advisor = UUID.randomUUID();
  private final UUID stranger = UUID.randomUUID();
  private final UUID engagement = UUID.randomUUID();
  private final UUID id = UUID.randomUUID();
  private UUID organisation;

  @BeforeEach
  void anEngagementWithItsPeople() {
    var bakery = organisation("Bakery");
    account(owner, "Olga Owner", bakery);
    account(advisor, "Adam Advisor", null);
    account(stranger, "Sam Stranger", organisation("Bank"));
    organisation = bakery;
    advises(advisor, bakery);
    jdbc.sql(
            """
            insert into engagement (id, organisation, title, language, sector, answers, stage, advisor, choice,
              opened_at, changed_at, version)
            values (:id, :organisation, 'Less waste', 'en', 'food', '{}', 'DISCOVER', :advisor, '{}', now(), now(), 1)
            """)
        .param("id", engagement)
        .param("organisation", bakery)
        .param("advisor", advisor)
        .update();
    begin(id, "Bake what will be sold");
  }

  @Test
  void goesFromFirstSectionToTheSealedDocument() throws IOException {
    fillIn(id);
    sign("organisation", owner);
    sign("advisor", advisor);
    var sealed = body(post("/api/use-cases/" + id + "/seal", Map.of(), owner)).get("sealed");

    var file = bytes(get("/api/use-cases/" + id + "/document.json", advisor));
    var pdf = bytes(get("/use-cases/" + id + "/pdf", advisor));

    var hash = CanonicalJson.sha256(new String(file, StandardCharsets.UTF_8));
    assertThat(sealed.get("jsonSha256").stringValue()).isEqualTo(hash);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getSignatureDictionaries()).hasSize(1);
      assertThat(new PDFTextStripper().getText(document)).contains(hash);
    }
    keep("use-case.pdf", pdf);
    var docx = bytes(get("/use-cases/" + id + "/docx", advisor));
    keep("use-case.docx", docx);
    try (var word = new XWPFDocument(new ByteArrayInputStream(docx));
        var document = Loader.loadPDF(pdf)) {
      var says = new XWPFWordExtractor(word).getText().replaceAll("\\s+", " ");
      assertThat(says).contains(hash);
      assertThat(word.getParagraphs().getFirst().getText())
          .contains(sealed.get("contentSha256").stringValue());
      var outline = document.getDocumentCatalog().getDocumentOutline().children();
      assertThat(outline)
          .allSatisfy(chapter ->
              assertThat(word.getParagraphs())
                  .anyMatch(paragraph ->
                      "Heading1".equals(paragraph.getStyle())
                          && paragraph.getText().equals(chapter.getTitle())));
    }
    assertThat(put("title", Map.of("title", "Other", "version", 1), owner)).hasStatus(409);
    assertThat(post("/api/use-cases/" + id + "/revisions", Map.of(), owner))
        .hasStatus2xxSuccessful();
  }

  @Test
  void anEditAfterSigningEndsBothSignOffs() {
    fillIn(id);
    sign("organisation", owner);
    sign("advisor", advisor);

    assertThat(put("title", Map.of("title", "Another title", "version", 1), advisor)).hasStatusOk();

    var now = body(get("/api/use-cases/" + id, owner));
    assertThat(now.get("signOffs").size()).isZero();
    assertThat(now.get("summary").get("phase").stringValue()).isEqualTo("to-sign");
    assertThat(post("/api/use-cases/" + id + "/seal", Map.of(), owner)).hasStatus(409);
  }

  @Test
  void theOwnerCannotSignAsAdvisorNorTheAdvisorForTheOrganisation() {
    fillIn(id);
    var hash = Map.of("contentSha256", hash());

    assertThat(post("/api/use-cases/" + id + "/sign-offs/advisor", hash, owner)).hasStatus(403);
    assertThat(post("/api/use-cases/" + id + "/sign-offs/organisation", hash, advisor))
        .hasStatus(403);
  }

  @Test
  void onlyTheAdvisorOfThisEngagementSignsAsItsAdvisor() {
    fillIn(id);
    var colleague = UUID.randomUUID();
    account(colleague, "Carla Colleague", null);
    advises(colleague, organisation);

    assertThat(
            post(
                "/api/use-cases/" + id + "/sign-offs/advisor",
                Map.of("contentSha256", hash()),
                colleague))
        .hasStatus(409)
        .bodyText()
        .contains("Only the advisor of this engagement");
    assertThat(get("/use-cases/" + id, colleague))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("/sign/advisor");
    assertThat(get("/use-cases/" + id, advisor)).bodyText().contains("/sign/advisor");
  }

  @Test
  void aRefusedTitleComesBackAsItWasTyped() {
    assertThat(put("title", Map.of("title", "Their title", "version", 1), owner)).hasStatusOk();
    var late =
        form("/use-cases/" + id + "/title", Map.of("title", "My title", "version", "1"), advisor);
    assertThat(late)
        .bodyText()
        .contains("Their title", "value=\"My title\"", "Somebody else saved");
    var long201 = "x".repeat(201);
    var refused =
        form("/use-cases/" + id + "/title", Map.of("title", long201, "version", "2"), owner);
    assertThat(refused).bodyText().contains("value=\"" + long201 + "\"");
  }

  private void advises(UUID account, UUID of) {
    jdbc.sql("insert into account_role (account, role) values (:a, 'advisor')")
        .param("a", account)
        .update();
    jdbc.sql("insert into assignment (account, organisation, since) values (:a, :o, now())")
        .param("a", account)
        .param("o", of)
        .update();
  }

  @Test
  void aStrangerLearnsNothing() {
    for (var path : new String[] {"", "/sections/value", "/history", "/document.json"}) {
      assertThat(get("/api/use-cases/" + id + path, stranger)).as(path).hasStatus(404);
    }
    assertThat(get("/use-cases/" + id, stranger)).hasStatus(404);
    assertThat(get("/use-cases", stranger)).bodyText().doesNotContain("Bake what will be sold");
  }

  @Test
  void refusesAStaleVersionAndShowsBothTexts() {
    section("recommendation", 0, "{\"summary\": \"What the first person wrote\"}", owner);

    var page =
        form(
            "/use-cases/" + id + "/sections/recommendation",
            Map.of("version", "0", "summary", "What the second person wrote", "stay", "true"),
            advisor);

    assertThat(page).hasStatusOk();
    assertThat(page)
        .bodyText()
        .contains("What the first person wrote", "What the second person wrote");
  }

  @Test
  void addsAndRemovesRowsWithoutAScriptAndWithoutSaving() {
    var address = "/use-cases/" + id + "/sections/metrics";
    var typed = Map.of("version", "0", "metrics.0.name", "Error", "metrics.1.name", "Waste");

    var more = form(address, with(typed, "add", "metrics"), owner);
    assertThat(more).bodyText().contains("metrics.2.name", "value=\"Waste\"");
    var fewer = form(address, with(typed, "remove", "metrics.0"), owner);
    assertThat(fewer).bodyText().contains("value=\"Waste\"").doesNotContain("metrics.1.name");
    assertThat(
            body(get("/api/use-cases/" + id + "/sections/metrics", owner))
                .get("version")
                .intValue())
        .isZero();
  }

  @Test
  void aWrongNumberComesBackBesideItsField() {
    var page =
        form(
            "/use-cases/" + id + "/sections/value",
            Map.of("version", "0", "baseline", "about nine", "unit", "%"),
            owner);

    assertThat(page).bodyText().contains("about nine", "f-baseline-error");
  }

  @Test
  void askingTwiceMakesOneUseCase() {
    begin(id, "Bake what will be sold");

    assertThat(body(get("/api/engagements/" + engagement + "/use-cases", owner)).size()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "lb"})
  void everyPageSpeaksTheLanguage(String language) throws IOException {
    fillIn(id);
    var home = "/use-cases/" + id;
    var empty = UUID.randomUUID();
    begin(empty, "Second");
    for (var page :
        new String[] {
          "/use-cases",
          "/engagements/" + engagement + "/use-cases",
          "/engagements/" + engagement + "/use-cases/new",
          home,
          home + "/sections/value",
          home + "/sections/plan",
          home + "/document",
          home + "/sign/organisation",
          "/use-cases/" + empty,
          "/use-cases/" + empty + "/sections/data"
        }) {
      var address = page + "?lang=" + language;
      var result = get(address, owner);
      assertThat(result).as(address).hasStatusOk();
      assertThat(result).bodyText().as(address).doesNotContain("usecase.", "??");
      keep(
          language
              + page.replace('/', '_')
                  .replace(id.toString(), "1")
                  .replace(empty.toString(), "2")
                  .replace(engagement.toString(), "e")
              + ".html",
          bytes(result));
    }
  }

  private Map<String, String> with(Map<String, String> typed, String name, String value) {
    var more = new HashMap<>(typed);
    more.put(name, value);
    return more;
  }

  private void begin(UUID useCase, String title) {
    var body = Map.of("id", useCase, "title", title, "language", "en");
    assertThat(post("/api/engagements/" + engagement + "/use-cases", body, owner))
        .hasStatus2xxSuccessful();
  }

  private void fillIn(UUID useCase) {
    var content = Examples.complete(new Random(7));
    content
        .sections()
        .forEach((key, answers) -> section(key, 0, CanonicalJson.write(answers.plain()), owner));
    assertThat(body(get("/api/use-cases/" + useCase, owner)).get("complete").booleanValue())
        .isTrue();
  }

  private void section(String key, int version, String content, UUID by) {
    var sent = "{\"version\": " + version + ", \"content\": " + content + "}";
    var result =
        web.put()
            .uri("/api/use-cases/" + id + "/sections/" + key)
            .contentType(MediaType.APPLICATION_JSON)
            .content(sent)
            .with(user(by.toString()))
            .with(csrf())
            .exchange();
    assertThat(result).as(key).hasStatusOk();
  }

  private String hash() {
    return body(get("/api/use-cases/" + id, owner)).get("contentSha256").stringValue();
  }

  private void sign(String capacity, UUID by) {
    var path = "/api/use-cases/" + id + "/sign-offs/" + capacity;
    assertThat(post(path, Map.of("contentSha256", hash()), by)).hasStatusOk();
  }

  private MvcTestResult get(String path, UUID by) {
    return web.get().uri(path).with(user(by.toString())).exchange();
  }

  private MvcTestResult post(String path, Map<String, ?> body, UUID by) {
    return web.post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .content(json.writeValueAsString(body))
        .with(user(by.toString()))
        .with(csrf())
        .exchange();
  }

  private MvcTestResult put(String what, Map<String, ?> body, UUID by) {
    return web.put()
        .uri("/api/use-cases/" + id + "/" + what)
        .contentType(MediaType.APPLICATION_JSON)
        .content(json.writeValueAsString(body))
        .with(user(by.toString()))
        .with(csrf())
        .exchange();
  }

  private MvcTestResult form(String path, Map<String, String> typed, UUID by) {
    var request = web.post().uri(path).with(user(by.toString())).with(csrf());
    typed.forEach(request::param);
    return request.exchange();
  }

  private JsonNode body(MvcTestResult result) {
    assertThat(result).hasStatus2xxSuccessful();
    return json.readTree(bytes(result));
  }

  private static byte[] bytes(MvcTestResult result) {
    return result.getResponse().getContentAsByteArray();
  }

  private static void keep(String name, byte[] bytes) throws IOException {
    var folder = Files.createDirectories(Path.of("target", "looked-at"));
    Files.write(folder.resolve(name), bytes);
  }

  private UUID organisation(String name) {
    var made = UUID.randomUUID();
    jdbc.sql("insert into organisation (id, name, created_at) values (:id, :name, now())")
        .param("id", made)
        .param("name", name)
        .update();
    return made;
  }

  private void account(UUID account, String name, UUID organisation) {
    jdbc.sql(
            """
            insert into account (id, email, name, language, created_at)
            values (:id, :email, :name, 'en', now())
            """)
        .param("id", account)
        .param("email", account + "@example.org")
        .param("name", name)
        .update();
    if (organisation != null) {
      jdbc.sql(
              """
              insert into membership (account, organisation, role, since)
              values (:id, :organisation, 'organisation-owner', now())
              """)
          .param("id", account)
          .param("organisation", organisation)
          .update();
    }
  }
}
