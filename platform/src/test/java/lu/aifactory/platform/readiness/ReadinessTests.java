package lu.aifactory.platform.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.documents.Documents;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.NewAccount;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlatformTest
class ReadinessTests {

  @Autowired Readiness readiness;
  @Autowired SealedReports sealedReports;
  @Autowired Documents documents;
  @Autowired Identity identity;
  @Autowired Journey journey;
  @Autowired JdbcClient jdbc;
  @Autowired CurrentPerson current;
  @Autowired MockMvcTester mvc;

  private final OrganisationId bakery = new OrganisationId(UUID.randomUUID());
  private final OrganisationId bank = new OrganisationId(UUID.randomUUID());
  private final AccountId bakersAccount = new AccountId(UUID.randomUUID());
  private final AccountId bankersAccount = new AccountId(UUID.randomUUID());
  private final EngagementId engagement = new EngagementId(UUID.randomUUID());
  private final AssessmentId id = new AssessmentId(UUID.randomUUID());

  @BeforeEach
  void anEngagementOfABakery() {
    open(bakersAccount);
    open(bankersAccount);
    identity.found(bakery, "Boulangerie Dupont", bakersAccount);
    identity.found(bank, "Bank", bankersAccount);
    jdbc.sql(
            """
            insert into engagement (id, organisation, title, language, sector, answers, stage, choice,
              opened_at, changed_at, version)
            values (:id, :organisation, 'Less waste', 'en', 'C', '{}', 'DISCOVER', '{}',
              now(), now(), 1)
            """)
        .param("id", engagement.value())
        .param("organisation", bakery.value())
        .update();
  }

  @Test
  void answersAreKeptAsTheyAreGivenAndTheFinishedResultStays() {
    started();
    answer("D1.1", level(3));
    answer("D1.1", level(2));
    var recorded = baker(() -> readiness.assessment(id)).answerTo("D1.1").orElseThrow();
    assertThat(recorded.answer()).isEqualTo(new Answer.AtLevel(2, Evidence.SELF_DECLARED, ""));
    assertThat(recorded.version()).isEqualTo(2);
    answerAll(2);

    assertThat(baker(() -> readiness.finish(id))).isInstanceOf(Outcome.Done.class);

    assertThat(refusal(baker(() -> readiness.answer(id, "D1.1", level(4)))))
        .isEqualTo(new ReadinessRefusal.Finished());
    assertThat(refusal(baker(() -> readiness.finish(id))))
        .isEqualTo(new ReadinessRefusal.Finished());
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() ->
            jdbc.sql("update readiness_answer set level = 4 where assessment = :id")
                .param("id", id.value())
                .update());
    assertThat(baker(() -> readiness.result(id))).isInstanceOf(Result.Scored.class);
  }

  @Test
  void aFullAssessmentBeginsWithTheAnswersOfTheLightOneBefore() {
    started();
    answerAll(2, "D1.1");
    answer("D1.1", level(3));
    baker(() -> readiness.finish(id));
    var full = new AssessmentId(UUID.randomUUID());
    baker(() -> readiness.start(engagement, full, Depth.FULL, Set.of()));

    var begun = baker(() -> readiness.assessment(full));
    assertThat(begun.depth()).isEqualTo(Depth.FULL);
    assertThat(begun.answered()).isEqualTo(11);
    assertThat(begun.asked()).hasSize(28);
    assertThat(begun.answerTo("D1.1").orElseThrow().answer())
        .isEqualTo(new Answer.AtLevel(3, Evidence.SELF_DECLARED, ""));
    assertThat(baker(() -> readiness.answer(full, "D1.1", level(1))))
        .isInstanceOf(Outcome.Done.class);
    assertThat(baker(() -> readiness.assessment(id)).answerTo("D1.1").orElseThrow().answer())
        .isEqualTo(new Answer.AtLevel(3, Evidence.SELF_DECLARED, ""));
  }

  @Test
  void refusesWhatTheQuestionnaireDoesNotKnow() {
    started();
    assertThat(refusal(baker(() -> readiness.answer(id, "D9.9", level(1)))))
        .isEqualTo(new ReadinessRefusal.NotAsked("D9.9"));
    assertThat(refusal(baker(() -> readiness.answer(id, "D7.1", level(1)))))
        .isEqualTo(new ReadinessRefusal.NotAsked("D7.1"));
    assertThat(faults(baker(() -> readiness.answer(id, "D1.1", level(5))))).contains("answer");
    assertThat(faults(baker(() -> readiness.answer(id, "D1.1", level(-1))))).contains("answer");
    assertThat(faults(baker(() -> readiness.answer(id, "D1.1", given("maybe", null, null)))))
        .contains("answer");
    assertThat(
            faults(
                baker(() -> readiness.answer(id, "D1.1", given(Given.NOT_APPLICABLE, null, " ")))))
        .contains("reason");
    assertThat(faults(baker(() -> readiness.changeFacts(id, Set.of("weather"))))).contains("facts");
    assertThat(baker(() -> readiness.assessment(id)).answers()).isEmpty();
  }

  @Test
  void refusesToFinishWhileQuestionsAreOpenAndNamesThem() {
    started();
    answerAll(2, "D6.1");
    assertThat(refusal(baker(() -> readiness.finish(id))))
        .isEqualTo(new ReadinessRefusal.Incomplete(List.of("D6.1")));
    answer("D6.1", given(Given.DONT_KNOW, null, null));
    assertThat(baker(() -> readiness.finish(id))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aSecondSendingStartsNoSecondAssessment() {
    started();
    started();
    assertThat(baker(() -> readiness.history(engagement))).hasSize(1);
    var other = new AssessmentId(UUID.randomUUID());
    assertThat(refusal(baker(() -> readiness.start(engagement, other, Depth.LIGHT, Set.of()))))
        .isEqualTo(new ReadinessRefusal.AlreadyOpen(id));
  }

  @Test
  void theSecondOfTwoPeopleLearnsThatTheAnswerHasChanged() {
    started();
    answer("D1.1", level(1));
    var late = new Given(Given.LEVEL, 3, null, null, null, 0);
    assertThat(refusal(baker(() -> readiness.answer(id, "D1.1", late))))
        .isEqualTo(new Refusal.Changed(1));
  }

  @Test
  void onlyAnAdvisorConfirmsEvidence() {
    started();
    answer("D1.1", level(1));
    var claim = new Given(Given.LEVEL, 1, null, "verified-by-advisor", null, null);
    assertThat(faults(baker(() -> readiness.answer(id, "D1.1", claim)))).contains("evidence");
    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(
            () -> baker(() -> readiness.verifyEvidence(id, "D1.1", Marking.verified("seen"))));
  }

  @Test
  void aVerificationNoteHasALength() {
    started();
    answer("D1.1", level(1));
    assertThat(
            faults(
                current.asSystem(
                    "test",
                    () ->
                        readiness.verifyEvidence(id, "D1.1", Marking.verified("x".repeat(2001))))))
        .containsExactly("note");
  }

  @Test
  void aStrangerLearnsNothing() {
    started();
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> as(banker(), () -> readiness.assessment(id)));
    assertThatExceptionOfType(NotVisible.class)
        .isThrownBy(() -> as(banker(), () -> readiness.answer(id, "D1.1", level(1))));
  }

  @Test
  void theTimelineTellsAndTheNextStepAsks() {
    assertThat(baker(() -> journey.steps(engagement)).toString()).contains("readiness.step.start");
    started();
    assertThat(baker(() -> journey.steps(engagement)).toString())
        .contains("readiness.step.continue");
    answerAll(2);
    baker(() -> readiness.finish(id));
    assertThat(baker(() -> journey.timeline(engagement, 0, 10)).toString())
        .contains("readiness.event.started", "readiness.event.finished");
    assertThat(baker(() -> journey.steps(engagement)).toString()).doesNotContain("readiness.step");
  }

  @Test
  void theResultIsSealedOnceForALanguage() throws IOException {
    started();
    answerAll(2);
    baker(() -> readiness.finish(id));
    var sealed = done(baker(() -> sealedReports.seal(id, Locale.FRENCH)));
    assertThat(sealed.sealed()).isTrue();
    var guess = ("readiness " + id.value() + " fr").getBytes(StandardCharsets.UTF_8);
    assertThat(sealed.id().value()).isNotEqualTo(UUID.nameUUIDFromBytes(guess));
    assertThat(done(baker(() -> sealedReports.seal(id, Locale.FRENCH))).id())
        .isEqualTo(sealed.id());
    var pdf = done(baker(() -> documents.open(sealed.id()))).content().readAllBytes();
    assertThat(pdf).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    Files.write(
        Files.createDirectories(Path.of("target/preview")).resolve("readiness-fr.pdf"), pdf);
  }

  @Test
  void thePagesLeadFromTheStartToTheReportInFourLanguages() throws IOException {
    var overview = "/engagements/" + engagement.value() + "/readiness";
    leave("overview", "en", get(overview, "en"));
    leave("facts", "en", get(overview + "/start", "en"));
    var started =
        post(overview + "/start", Map.of("id", id.value().toString(), "facts", "personal-data"));
    assertThat(started).hasStatus3xxRedirection().hasRedirectedUrl(question("D1.1"));
    leave("question", "en", get(question("D1.1"), "en"));
    var wrong = post(question("D1.1"), Map.of("answer", "not-applicable", "reason", ""));
    assertThat(wrong).hasStatusOk().bodyText().contains("Say why this does not apply to you.");
    leave("question-wrong", "en", wrong);
    assertThat(post(question("D1.1"), Map.of("answer", "3", "version", "0")))
        .hasRedirectedUrl(question("D1.2"));
    leave("check-open", "en", get("/readiness/" + id.value() + "/check", "en"));
    assertThat(post("/readiness/" + id.value() + "/finish", Map.of()))
        .hasStatusOk()
        .bodyText()
        .contains("11 questions have");
    int level = 0;
    for (var item : baker(() -> readiness.assessment(id)).open()) {
      answer(item.id(), level(1 + level++ % 3));
    }
    leave("check", "de", get("/readiness/" + id.value() + "/check", "de"));
    assertThat(post("/readiness/" + id.value() + "/finish", Map.of()))
        .hasRedirectedUrl("/readiness/" + id.value());
    for (var language : List.of("en", "fr", "de", "lb")) {
      var page = get("/readiness/" + id.value(), language);
      assertThat(page).bodyText().containsOnlyOnce("chart-radar").containsOnlyOnce("chart-spans");
      leave("report", language, page);
    }
    leave("history", "lb", get(overview, "lb"));
  }

  private String question(String item) {
    return "/readiness/" + id.value() + "/questions/" + item;
  }

  private MvcTestResult get(String path, String language) {
    var answer =
        mvc.get()
            .uri(path + "?lang=" + language)
            .with(user(bakersAccount.value().toString()))
            .exchange();
    assertThat(answer).hasStatusOk().bodyText().doesNotContain("th:", "??");
    return answer;
  }

  private MvcTestResult post(String path, Map<String, String> form) {
    var request =
        mvc.post().uri(path + "?lang=en").with(user(bakersAccount.value().toString())).with(csrf());
    form.forEach(request::param);
    return request.exchange();
  }

  // Opened as a file, a page has no server to ask for its stylesheet.
  private static void leave(String name, String language, MvcTestResult page) throws IOException {
    var folder = Files.createDirectories(Path.of("target/preview"));
    Files.writeString(
        folder.resolve("readiness-" + name + "-" + language + ".html"),
        page.getResponse()
            .getContentAsString()
            .replaceAll("(href|src)=\"/(app[^\"]*.css|favicon)", "$1=\"../classes/static/app.css"));
  }

  private void started() {
    assertThat(baker(() -> readiness.start(engagement, id, Depth.LIGHT, Set.of())))
        .isInstanceOf(Outcome.Done.class);
  }

  private void answer(String item, Given given) {
    assertThat(baker(() -> readiness.answer(id, item, given))).isInstanceOf(Outcome.Done.class);
  }

  private void answerAll(int level, String... except) {
    for (var item : baker(() -> readiness.assessment(id)).asked()) {
      if (Stream.of(except).noneMatch(item.id()::equals)) {
        answer(item.id(), level(level));
      }
    }
  }

  private static Given level(int level) {
    return given(Given.LEVEL, level, null);
  }

  private static Given given(String answer, @Nullable Integer level, @Nullable String reason) {
    return new Given(answer, level, reason, null, null, null);
  }

  private static Refusal refusal(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused<?>) outcome).why();
  }

  private static List<String> faults(Outcome<?> outcome) {
    return refusal(outcome).faults().stream().map(fault -> fault.field()).toList();
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }

  private <T> T baker(Supplier<T> action) {
    return as(baker(), action);
  }

  private Person baker() {
    return owner(bakersAccount, bakery);
  }

  private Person banker() {
    return owner(bankersAccount, bank);
  }

  private static Person owner(AccountId account, OrganisationId organisation) {
    return new Person(
        account,
        "Claire Weber",
        account.value() + "@example.org",
        Locale.ENGLISH,
        Set.of(),
        Map.of(organisation, Role.ORGANISATION_OWNER),
        null,
        null);
  }

  private static <T> T as(Person person, Supplier<T> action) {
    SecurityContextHolder.getContext().setAuthentication(token(person));
    try {
      return action.get();
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private static TestingAuthenticationToken token(Person person) {
    return new TestingAuthenticationToken(
        person,
        null,
        "readiness:read",
        "readiness:answer",
        "document:read",
        "document:write",
        "engagement:read",
        "home:read");
  }

  private void open(AccountId account) {
    identity.open(
        account,
        new NewAccount(
            account.value() + "@example.org", "Claire Weber", "en", "correct horse battery"));
  }
}
