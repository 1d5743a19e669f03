package lu.aifactory.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.NewAccount;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

@PlatformTest
class DocumentsTests {

  @Autowired Documents documents;
  @Autowired Identity identity;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;

  private final OrganisationId bakery = new OrganisationId(UUID.randomUUID());
  private final OrganisationId bank = new OrganisationId(UUID.randomUUID());
  private final AccountId baker = new AccountId(UUID.randomUUID());
  private final AccountId banker = new AccountId(UUID.randomUUID());

  @BeforeEach
  void twoOrganisations() {
    open(baker);
    open(banker);
    identity.found(bakery, "Boulangerie Dupont", baker);
    identity.found(bank, "Bank", banker);
  }

  private void open(AccountId account) {
    var opened =
        identity.open(
            account,
            new NewAccount(
                account.value() + "@example.org",
                "Somebody",
                "en",
                "correct horse battery staple"));
    assertThat(opened).isInstanceOf(Outcome.Done.class);
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  private <T> T as(AccountId account, OrganisationId organisation, Supplier<T> action) {
    var person =
        new Person(
            account,
            "Somebody",
            "a@example.org",
            Locale.ENGLISH,
            Set.of(),
            Map.of(organisation, Role.ORGANISATION_OWNER),
            null,
            null);
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(person, null, List.of()));
    try {
      return action.get();
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private Document uploaded(byte[] content) {
    var outcome =
        as(
            baker,
            bakery,
            () ->
                documents.upload(
                    bakery,
                    new DocumentId(UUID.randomUUID()),
                    Upload.of("../notes é.txt", "text/plain", content)));
    return done(outcome);
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }

  @Test
  void givesBackWhatWasUploaded() throws Exception {
    var content = "Bonjour\n".repeat(300_000).getBytes(StandardCharsets.UTF_8);

    var document = uploaded(content);

    assertThat(document.fileName()).isEqualTo("notes é.txt");
    assertThat(document.size()).isEqualTo(content.length);
    var opened = done(as(baker, bakery, () -> documents.open(document.id())));
    assertThat(opened.content().readAllBytes()).isEqualTo(content);
    assertThat(as(baker, bakery, () -> documents.about(bakery))).contains(document);
    assertThat(done(as(baker, bakery, () -> documents.check(document.id()))).holds()).isTrue();
  }

  @Test
  void keepsNothingReadableInTheDatabase() {
    var document = uploaded("a very secret recipe".getBytes(StandardCharsets.UTF_8));

    var envelope =
        jdbc.sql("select envelope from document where id = :id")
            .param("id", document.id().value())
            .query(byte[].class)
            .single();

    assertThat(new String(envelope, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
  }

  @Test
  void storesOneDocumentForADoubleSubmit() {
    var id = new DocumentId(UUID.randomUUID());
    var upload = Upload.of("a.txt", "", "once".getBytes(StandardCharsets.UTF_8));

    var first = done(as(baker, bakery, () -> documents.upload(bakery, id, upload)));
    var second = done(as(baker, bakery, () -> documents.upload(bakery, id, upload)));

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(as(baker, bakery, () -> documents.about(bakery))).hasSize(1);
    assertThat(as(banker, bank, () -> documents.upload(bank, id, upload)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void refusesADisguisedUploadAndStoresNothing() {
    var outcome =
        as(
            baker,
            bakery,
            () ->
                documents.upload(
                    bakery,
                    new DocumentId(UUID.randomUUID()),
                    Upload.of("a.pdf", "application/pdf", "MZ".getBytes(StandardCharsets.UTF_8))));

    assertThat(outcome).isEqualTo(Outcome.refused(new DocumentRefusal.Disguised("a.pdf")));
    assertThat(as(baker, bakery, () -> documents.about(bakery))).isEmpty();
  }

  @Test
  void aStrangerLearnsNothing() {
    var document = uploaded("x".getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> as(banker, bank, () -> documents.open(document.id())));
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> as(banker, bank, () -> documents.about(bakery)));
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() ->
            as(
                banker,
                bank,
                () ->
                    documents.upload(
                        bakery,
                        new DocumentId(UUID.randomUUID()),
                        Upload.of("a.txt", "", new byte[] {'a'}))));
    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(() -> documents.open(document.id()));
  }

  @Test
  void sealsAReportAndFindsItsSealValid() {
    var id = new DocumentId(UUID.randomUUID());

    var document =
        done(
            as(
                baker,
                bakery,
                () ->
                    documents.seal(
                        bakery,
                        id,
                        new Title("documents.uploaded", List.of("Use case")),
                        ExampleReport.in(Locale.FRENCH))));

    assertThat(document.sealed()).isTrue();
    assertThat(document.fileName())
        .startsWith("use-case-demand-forecast-for-bakery-shops-d-")
        .endsWith(".pdf");
    var check = done(as(baker, bakery, () -> documents.check(id)));
    assertThat(check.holds()).isTrue();
    assertThat(check.seal().orElseThrow().trust()).isEqualTo(SealReport.Trust.DEMO);
  }

  @Test
  void anUploadNeverPassesForAReportNorAReportForAnUpload() {
    var uploaded = uploaded("mine".getBytes(StandardCharsets.UTF_8)).id();
    assertThat(sealed(uploaded)).isInstanceOf(Outcome.Refused.class);

    var sealed = new DocumentId(UUID.randomUUID());
    assertThat(done(sealed(sealed)).sealed()).isTrue();
    var upload = Upload.of("a.txt", "", "mine".getBytes(StandardCharsets.UTF_8));
    assertThat(as(baker, bakery, () -> documents.upload(bakery, sealed, upload)))
        .isInstanceOf(Outcome.Refused.class);
  }

  private Outcome<Document> sealed(DocumentId id) {
    var title = new Title("documents.uploaded", List.of("Use case"));
    return as(
        baker, bakery, () -> documents.seal(bakery, id, title, ExampleReport.in(Locale.ENGLISH)));
  }

  @Test
  void noticesAnEnvelopeOfAnotherDocument() {
    var one = uploaded("one".getBytes(StandardCharsets.UTF_8));
    var other = uploaded("two".getBytes(StandardCharsets.UTF_8));
    jdbc.sql("alter table document disable trigger document_stays").update();
    jdbc.sql(
            "update document set envelope = (select envelope from document where id = :other) where id = :one")
        .param("other", other.id().value())
        .param("one", one.id().value())
        .update();
    jdbc.sql("alter table document enable trigger document_stays").update();

    assertThat(done(as(baker, bakery, () -> documents.check(one.id()))).holds()).isFalse();
  }

  @Test
  void documentsAreNeverChanged() {
    var document = uploaded("x".getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() ->
            jdbc.sql("update document set sealed = true where id = :id")
                .param("id", document.id().value())
                .update());
  }

  @Test
  void givesTheAuthoritysCertificateToAnybody() {
    assertThat(documents.authority())
        .startsWith("-----BEGIN CERTIFICATE-----\n")
        .endsWith("-----END CERTIFICATE-----\n");
  }

  @Test
  void listsWhatTheCallerMaySeeAndNothingElse() {
    var document = uploaded("x".getBytes(StandardCharsets.UTF_8));

    var mine = as(baker, bakery, () -> documents.list(ListQuery.first("created")));
    assertThat(mine.items()).containsExactly(document);
    assertThat(mine.total()).isEqualTo(1);
    assertThat(mine.count("state", "unsealed")).isEqualTo(1);
    assertThat(as(banker, bank, () -> documents.list(ListQuery.first("name"))).items()).isEmpty();
    var searched = new ListQuery("NOTES", Map.of("state", Set.of("sealed")), "size", true, 1, 10);
    assertThat(as(baker, bakery, () -> documents.list(searched)).total()).isZero();
  }

  @Test
  void sendsAFileToKeepAndNothingToShow() throws Exception {
    var document = uploaded("<b>x".getBytes(StandardCharsets.UTF_8));

    mvc.perform(
            get("/documents/{id}/content", document.id().value())
                .with(user(baker.value().toString())))
        .andExpect(status().isOk())
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Content-Disposition", startsWith("attachment;")))
        .andExpect(content().string("<b>x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "lb"})
  void showsItsPagesInEachLanguage(String language) throws Exception {
    var document = uploaded("x".getBytes(StandardCharsets.UTF_8));
    var sealed =
        done(
            as(
                baker,
                bakery,
                () ->
                    documents.seal(
                        bakery,
                        new DocumentId(UUID.randomUUID()),
                        new Title("documents.uploaded", List.of("Use case")),
                        ExampleReport.in(Locale.FRENCH))));
    for (var path :
        List.of(
            "/documents",
            "/documents/" + document.id().value(),
            "/documents/" + sealed.id().value())) {
      var page =
          mvc.perform(get(path).param("lang", language).with(user(baker.value().toString())))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString(StandardCharsets.UTF_8);
      assertThat(page).doesNotContain("??").doesNotContain(">documents.").contains("</html>");
    }
    assertThat(pageOf(document)).contains("This file has no seal").doesNotContain("The seal holds");
    assertThat(pageOf(sealed))
        .contains("The seal holds", "AI Factory Demo Seal")
        .doesNotContain("This file has no seal");
    mvc.perform(
            multipart("/documents")
                .file("file", "MZ".getBytes(StandardCharsets.UTF_8))
                .param("id", UUID.randomUUID().toString())
                .param("kind", "organisation")
                .param("about", bakery.value().toString())
                .param("back", "//evil.example")
                .param("lang", language)
                .with(csrf())
                .with(user(baker.value().toString())))
        .andExpect(status().is(422))
        .andExpect(content().string(not(containsString("evil.example"))));
  }

  private String pageOf(Document document) throws Exception {
    return mvc.perform(
            get("/documents/{id}", document.id().value())
                .param("lang", "en")
                .with(user(baker.value().toString())))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void exportsTheListForASpreadsheet() throws Exception {
    var document = uploaded("x".getBytes(StandardCharsets.UTF_8));

    mvc.perform(get("/documents/export.csv").with(user(baker.value().toString())))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    containsString(
                        document.reference()
                            + ",notes é.txt,text/plain,1,"
                            + document.sha256()
                            + ",false,")));
  }
}
