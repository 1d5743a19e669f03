package lu.aifactory.platform.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import lu.aifactory.platform.Cases;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.mail.MailRoom;
import lu.aifactory.platform.notice.Notices;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.shared.Outcome;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// From what somebody tells to the answer that reaches them.
@PlatformTest
@Import(MailRoom.class)
class FeedbackTests {

  @Autowired MockMvc mvc;
  @Autowired Cases cases;
  @Autowired FeedbackRows rows;
  @Autowired FeedbackRoom room;
  @Autowired Notices notices;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired MailRoom mail;
  @Autowired JdbcClient jdbc;

  @Test
  void aVisitorTellsWithoutAnAccountAndOnce() throws Exception {
    var id = UUID.randomUUID();
    for (int twice = 0; twice < 2; twice++) {
      var answered = give(id, "accessibility", "I cannot reach the button.", "ada@example.org");
      assertThat(answered.getResponse().getRedirectedUrl()).isEqualTo("/feedback/thanks?answer");
    }
    var kept = rows.find(new FeedbackId(id)).orElseThrow();
    assertThat(kept.text()).isEqualTo("I cannot reach the button.");
    assertThat(kept.state()).isEqualTo(Feedback.State.OPEN);
    assertThat(kept.account()).isNull();
  }

  @Test
  void whatIsWrongComesBackWithEverythingTyped() throws Exception {
    var page =
        give(UUID.randomUUID(), "", "Some words that are kept", "no address")
            .getResponse()
            .getContentAsString();
    var form = Jsoup.parse(page);
    assertThat(form.select("textarea").text()).isEqualTo("Some words that are kept");
    assertThat(form.select("input[name=email]").val()).isEqualTo("no address");
    assertThat(form.select(".error-summary a").eachAttr("href"))
        .containsExactly("#f-kind", "#f-email");
  }

  @Test
  void administratorsAreToldAndTheAnswerReachesAnInbox() {
    cases.world();
    var told = cases.call("POST", "/api/feedback", cases.open().token(), body("idea")).asString();
    var id = new FeedbackId(UUID.fromString(told));
    var writer = rows.find(id).orElseThrow().account();
    assertThat(writer).isNotNull();
    assertThat(system(() -> room.way(id))).isEqualTo(FeedbackRoom.Way.INBOX);
    assertThat(system(() -> room.answer(id, "Thank you, it is mended.")))
        .isInstanceOf(Outcome.Done.class);
    assertThat(system(() -> room.answer(id, "Once more"))).isInstanceOf(Outcome.Refused.class);
    assertThat(rows.find(id).orElseThrow().reply()).isEqualTo("Thank you, it is mended.");
    assertThat(told("feedback.event.given", "/feedback/all/" + told)).isPositive();
    assertThat(told("feedback.event.answered", "/feedback/given/" + told)).isOne();
  }

  @Test
  void anAddressIsAnsweredByMailInTheLanguageOfTheForm() {
    var given =
        new NewFeedback(
            UUID.randomUUID(), "language", "Besser: Guten Morgen", "/start", "ute@example.org");
    rows.add(given, null, Locale.GERMAN, Clock.systemUTC().instant());
    var writing =
        new FeedbackRoom(
            rows, notices, mail.mail(Clock.systemUTC()), identity, current, Clock.systemUTC());
    mail.clear();
    system(() -> writing.answer(new FeedbackId(given.id()), "Danke!\nSo ist es jetzt."));
    var sent = mail.sentTo("ute@example.org");
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().text())
        .contains("Unsere Antwort", "Besser: Guten Morgen", "Danke!", "So ist es jetzt.");
  }

  @Test
  void theListIsSearchedFilteredAndExported() {
    var word = "w" + UUID.randomUUID().toString().substring(0, 8);
    var id = UUID.randomUUID();
    var given = new NewFeedback(id, "fault", word + " is broken", "", "");
    rows.add(given, null, Locale.ENGLISH, Clock.systemUTC().instant());
    var query =
        new ListQuery(word, java.util.Map.of("kind", java.util.Set.of("fault")), "at", true, 1, 25);
    assertThat(system(() -> room.list(query)).items()).hasSize(1);
    assertThat(system(() -> room.list(query)).count("state", "open")).isOne();
    assertThat(system(() -> room.export(query))).hasSize(1);
    assertThat(system(() -> room.close(new FeedbackId(id)))).isInstanceOf(Outcome.Done.class);
    assertThat(system(() -> room.list(query)).count("state", "closed")).isOne();
  }

  @Test
  void whatIsOpenStaysAndWhatIsOverGoesAfterAWhile() {
    var open = new NewFeedback(UUID.randomUUID(), "idea", "one", "", "");
    var over = new NewFeedback(UUID.randomUUID(), "idea", "two", "", "a@example.org");
    var longAgo = java.time.Instant.parse("2020-01-01T00:00:00Z");
    rows.add(open, null, Locale.ENGLISH, longAgo);
    rows.add(over, null, Locale.ENGLISH, longAgo);
    var somebody = mail.account("Adam");
    rows.change(
        new FeedbackId(over.id()),
        Feedback.State.OPEN,
        Feedback.State.CLOSED,
        null,
        somebody,
        longAgo);
    rows.forget(java.time.Instant.parse("2021-01-01T00:00:00Z"));
    assertThat(rows.find(new FeedbackId(open.id()))).isPresent();
    assertThat(rows.find(new FeedbackId(over.id()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://factory.example.org/engagements/1?x=1, /engagements/1",
    "https://factory.example.org/invitations/secret, ''",
    "https://factory.example.org/start/secret/check, ''",
    "https://factory.example.org/notices/mail/stop/secret, ''",
    "https://factory.example.org/feedback, ''",
    "'not an address at all', ''"
  })
  void thePageBeforeIsNamedUnlessItsAddressHoldsASecret(String referrer, String page) {
    assertThat(FeedbackPages.pageBefore(referrer)).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "lb"})
  void theStatementHasThePartsOfTheModelInEveryLanguage(String language) throws Exception {
    var html =
        mvc.perform(MockMvcRequestBuilders.get("/accessibility").param("lang", language))
            .andReturn()
            .getResponse()
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    var page = Jsoup.parse(html);
    assertThat(page.select("html").attr("lang")).isEqualTo(language);
    assertThat(page.select("main h1, main h2")).hasSize(6);
    assertThat(page.select("main ul")).hasSize(3);
    assertThat(page.text()).contains("EN 301 549", "2016/2102", "2018/1523");
    assertThat(page.select("main a").eachAttr("href"))
        .contains("/feedback?kind=accessibility", "https://accessibilite.public.lu");
  }

  @Test
  void everyPageLeadsToTheStatementAndToTheForm() throws Exception {
    var html =
        mvc.perform(MockMvcRequestBuilders.get("/")).andReturn().getResponse().getContentAsString();
    assertThat(Jsoup.parse(html).select("footer a").eachAttr("href"))
        .contains("/accessibility", "/feedback");
  }

  private org.springframework.test.web.servlet.MvcResult give(
      UUID id, String kind, String text, String email) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.post("/feedback")
                .with(csrf())
                .param("id", id.toString())
                .param("kind", kind)
                .param("text", text)
                .param("page", "/start")
                .param("email", email))
        .andReturn();
  }

  private static String body(String kind) {
    return "{\"kind\":\"%s\",\"text\":\"It could be easier.\"}".formatted(kind);
  }

  private long told(String message, String link) {
    return jdbc.sql("select count(*) from notice where message = :message and link = :link")
        .param("message", message)
        .param("link", link)
        .query(Long.class)
        .single();
  }

  private <T> T system(java.util.function.Supplier<T> call) {
    return current.asSystem("test", call);
  }
}
