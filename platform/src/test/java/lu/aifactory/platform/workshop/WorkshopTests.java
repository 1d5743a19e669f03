package lu.aifactory.platform.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.Cases;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Step;
import lu.aifactory.platform.shared.Today;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class WorkshopTests {

  @Autowired Cases cases;
  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;
  @Autowired WorkshopSteps steps;

  private final LocalDate day = LocalDate.now(Today.LUXEMBOURG).plusDays(20);
  private Cases.Opened bakery;
  private String engagement;
  private String useCase;
  private UUID advisor;
  private UUID expert;

  @BeforeEach
  void aBakeryWithAnAdvisorAndAnExpertNearby() {
    bakery = cases.open();
    engagement = "/engagements/" + bakery.engagement();
    useCase =
        post(
                "/api" + engagement + "/use-cases",
                Map.of("title", "Bake what sells", "language", "en"))
            .get("id")
            .asString();
    advisor = account("Adam Advisor", "advisor", null);
    jdbc.sql("insert into assignment (account, organisation, since) values (:a, :o, now())")
        .param("a", advisor)
        .param("o", bakery.organisation())
        .update();
    jdbc.sql("update engagement set advisor = :a where id = :e")
        .param("a", advisor)
        .param("e", bakery.engagement())
        .update();
    expert = account("Eva Expert", "partner-expert", "list");
  }

  @Test
  void anAgendaIsDrawnUpFromWhatIsStillOpen() {
    post("/api" + engagement + "/portfolio", Map.of("title", "A robot that bakes"));

    var open = get("/api" + engagement + "/workshops/open-questions");

    assertThat(open.toString())
        .contains("Required data: nothing written yet (Bake what sells)", "A robot that bakes");
    assertThat(page(engagement + "/workshops/new"))
        .bodyText()
        .contains("Required data: nothing written yet (Bake what sells)");
  }

  @Test
  void proposedDatesAreAnsweredAndOneIsFixed() {
    var id = plan(dates(at("09:00"), at("14:00")));
    assertThat(get(api(id)).get("date").isNull()).isTrue();
    assertThat(call("GET", api(id) + "/workshop.ics", Map.of(), null)).hasStatus(404);

    put(api(id) + "/answers", Map.of("answers", Map.of(1, "no", 2, "yes")));
    var answered = get(api(id)).get("proposed").get(1).get("answers");
    assertThat(answered.get(bakery.account().toString()).asString()).isEqualTo("yes");
    assertThat(page("/workshops/" + id)).bodyText().contains("No answer yet from: Adam Advisor");

    var fixed = put(api(id) + "/date", Map.of("number", 2, "version", 1));
    assertThat(fixed.get("date").get("at").asString()).startsWith(day + "T14:00");
    assertThat(call("PUT", api(id) + "/answers", Map.of("answers", Map.of(1, "yes")), null))
        .as("the date is fixed")
        .hasStatus(409);
    assertThat(call("PUT", api(id) + "/date", Map.of("number", 1, "version", 2), null))
        .hasStatus(409);
    assertThat(get("/api" + engagement + "/timeline").toString()).contains("has a date");
  }

  @Test
  void calendarsGetTheSameAppointmentThroughItsWholeLife() throws IOException {
    var id = plan(dates(at("09:00")));
    var first = calendar(id);
    assertThat(first.getMethod().getValue()).isEqualTo("PUBLISH");
    var uid = first.getEvents().getFirst().getUid().getValue();
    assertThat(first.getEvents().getFirst().getSequence().getValue()).isZero();

    put(api(id), changed(planning(dates(at("10:30"))), 1));
    var second = calendar(id).getEvents().getFirst();
    assertThat(second.getUid().getValue()).isEqualTo(uid);
    assertThat(second.getSequence().getValue()).isEqualTo(1);
    assertThat(second.getDateStart().getValue().toInstant())
        .isEqualTo(at("10:30").atZone(Today.LUXEMBOURG).toInstant());

    post(api(id) + "/cancel", Map.of("reason", "The expert is ill.", "version", 2));
    var last = calendar(id);
    assertThat(last.getMethod().getValue()).isEqualTo("CANCEL");
    assertThat(last.getEvents().getFirst().getUid().getValue()).isEqualTo(uid);
    assertThat(last.getEvents().getFirst().getSequence().getValue()).isEqualTo(2);
    assertThat(call("PUT", api(id), changed(planning(dates(at("11:00"))), 3), null)).hasStatus(409);
  }

  @Test
  void anExpertIsInvitedOnlyWhileTheOrganisationLetsTheirPartnerIn() {
    var wanted = planning(dates(at("09:00")));
    wanted.put("people", List.of(bakery.account(), expert));
    assertThat(call("POST", "/api" + engagement + "/workshops", wanted, null))
        .hasStatus(422)
        .bodyText()
        .contains("consent for their partner is missing");
    assertThat(page(engagement + "/workshops/new"))
        .bodyText()
        .contains("once your organisation lets their partner");

    var consent = consent();
    var id = post("/api" + engagement + "/workshops", wanted).get("id").asString();
    assertThat(as(expert, "/workshops/" + id)).hasStatusOk().bodyText().contains("Eva Expert");
    assertThat(as(expert, "/workshops")).bodyText().contains("What data there is");
    assertThat(as(expert, "/engagements/" + bakery.engagement())).hasStatus(404);
    assertThat(noticesOf(expert)).isEqualTo(1);

    revoke(consent);
    assertThat(as(expert, "/workshops/" + id)).hasStatus(404);
    assertThat(page("/workshops/" + id)).bodyText().contains("The consent for this partner has");
    put(api(id), changed(wanted, 1));
    assertThat(noticesOf(expert)).as("nothing more is sent").isEqualTo(1);
  }

  @Test
  void notesOfTwoWritersAreShownSideBySideAndADraftIsNeverLost() {
    var id = plan(dates(at("09:00")));
    put(api(id) + "/notes/draft", Map.of("text", "What I was typing", "version", 0));
    assertThat(page("/workshops/" + id + "/notes"))
        .bodyText()
        .contains("What I was typing", "This is your draft");
    assertThat(as(advisor, "/workshops/" + id + "/notes"))
        .bodyText()
        .doesNotContain("What I was typing");

    put(api(id) + "/notes", Map.of("text", "The first saved this", "version", 0));
    var late =
        form(
            "/workshops/" + id + "/notes",
            Map.of("version", "0", "text", "The second wrote that"),
            advisor);
    assertThat(late)
        .bodyText()
        .contains("Somebody else saved", "The first saved this", "The second wrote that")
        .contains("name=\"version\" value=\"1\"");
    assertThat(get(api(id) + "/notes").get("text").asString()).isEqualTo("The first saved this");
    assertThat(page("/workshops/" + id + "/notes")).bodyText().doesNotContain("This is your draft");
  }

  @Test
  void aDecisionBecomesATaskOfTheEngagementOnce() {
    var id = plan(dates(at("09:00")));
    var decision =
        Map.of(
            "id", UUID.randomUUID(),
            "what", "Export two years of sales",
            "side", "organisation",
            "person", bakery.account(),
            "until", day.plusDays(10).toString());
    post(api(id) + "/decisions", decision);
    var twice = post(api(id) + "/decisions", decision);

    assertThat(twice.get("decisions")).hasSize(1);
    var tasks = get("/api" + engagement + "/tasks").toString();
    assertThat(tasks).containsOnlyOnce("Export two years of sales");
    assertThat(call("POST", api(id) + "/decisions", Map.of("what", "x"), null)).hasStatus(422);
    assertThat(page("/workshops/" + id)).bodyText().contains("Export two years of sales");
  }

  @Test
  void aTextFlowsIntoTheUseCaseOnlyWhenTheOrganisationTakesItOver() {
    var id = plan(dates(at("09:00")));
    var text =
        Map.of(
            "id", UUID.randomUUID(),
            "section", "data",
            "field", "gaps",
            "text", "Sold-out times are missing before 2024.");
    call("POST", api(id) + "/texts", text, advisor);
    var proposals = "/api/use-cases/" + useCase + "/text-proposals";
    var proposal = get(proposals).get(0);
    assertThat(proposal.get("origin").asString()).isEqualTo("What data there is");
    assertThat(gaps()).isEmpty();

    var accept = proposals + "/" + proposal.get("id").asString() + "/accept";
    assertThat(call("POST", accept, Map.of("version", 0), advisor)).hasStatus(403);
    save("Somebody wrote this meanwhile, by hand.");
    assertThat(call("POST", accept, Map.of("version", 0), null))
        .as("not over what nobody has seen")
        .hasStatus(409);
    assertThat(page("/use-cases/" + useCase + "/proposals"))
        .bodyText()
        .contains("Somebody wrote this meanwhile", "Sold-out times are missing before 2024.");
    post(accept, Map.of("version", 1));
    assertThat(gaps()).isEqualTo("Sold-out times are missing before 2024.");
    assertThat(call("POST", accept, Map.of("version", 2), null)).hasStatus(409);
  }

  @Test
  void aDeclinedTextLeavesTheFieldAsItIs() {
    var proposals = "/api/use-cases/" + useCase + "/text-proposals";
    var body = Map.of("section", "data", "field", "gaps", "text", "Not this.");
    var proposal = post(proposals, body).get("id").asString();
    post(proposals + "/" + proposal + "/decline", Map.of("reason", "We know better."));

    assertThat(gaps()).isEmpty();
    assertThat(get(proposals).get(0).get("state").asString()).isEqualTo("declined");
    for (var wrong :
        List.of(
            Map.of("section", "data", "field", "sets", "text", "A table"),
            Map.of("section", "luck", "field", "gaps", "text", "x"),
            Map.of("section", "data", "field", "gaps", "text", "  "),
            Map.of("section", "data", "field", "gaps", "text", "x".repeat(2001)))) {
      assertThat(call("POST", proposals, wrong, null)).as("%s", wrong).hasStatus(422);
    }
  }

  @Test
  void whatWasHeldIsSealedAsMinutes() throws IOException {
    var id = plan(dates(at("09:00")));
    assertThat(call("POST", api(id) + "/held", Map.of("version", 1), null)).hasStatus(409);
    jdbc.sql("update workshop set at = at - interval '60 days' where id = :id")
        .param("id", UUID.fromString(id))
        .update();
    put(
        api(id) + "/notes",
        Map.of("text", "We looked at the tills.\nThey are slow.", "version", 0));
    assertThat(call("POST", api(id) + "/minutes", Map.of(), null)).hasStatus(409);
    post(api(id) + "/held", Map.of("attended", List.of(bakery.account()), "version", 1));

    var sealed = post(api(id) + "/minutes", Map.of()).get("document").asString();
    assertThat(post(api(id) + "/minutes", Map.of()).get("document").asString()).isEqualTo(sealed);

    var pdf = bytes(call("GET", "/documents/" + sealed + "/content", Map.of(), null));
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getSignatureDictionaries()).hasSize(1);
      assertThat(new PDFTextStripper().getText(document))
          .contains("What data there is", "They are slow.", "was there", "was not there");
    }
    assertThat(page("/workshops/" + id + "/minutes")).bodyText().contains("They are slow.");
  }

  @Test
  void aTimeThatTheClockSkipsOrShowsTwiceIsAskedAboutAndNothingIsLost() {
    var forward = LocalDate.of(2028, 3, 26);
    var back = LocalDate.of(2028, 10, 29);
    var never = typed(forward, "02:30");
    assertThat(form(engagement + "/workshops", never, null))
        .bodyText()
        .contains("02:30 does not exist", "value=\"02:30\"", "value=\"What data there is\"");

    var twice = typed(back, "02:30");
    assertThat(form(engagement + "/workshops", twice, null))
        .bodyText()
        .contains("02:30 comes twice", "winter time, the second");
    twice.put("clock.1", "second");
    assertThat(form(engagement + "/workshops", twice, null)).hasStatus3xxRedirection();
    var planned = get("/api" + engagement + "/workshops").get(0);
    assertThat(planned.get("date").get("moment").asString()).isEqualTo("2028-10-29T01:30:00Z");
    assertThat(planned.get("end").get("at").asString()).startsWith("2028-10-29T05:00");
  }

  @Test
  void theAgendaIsEditedWithoutAScript() {
    var typed = typed(day, "09:00");
    typed.put("agenda.0.text", "Welcome");
    typed.put("agenda.1.text", "Data");
    var address = engagement + "/workshops";

    assertThat(form(address, with(typed, "add", "true"), null))
        .bodyText()
        .contains("agenda.2.text", "value=\"Welcome\"", "value=\"What data there is\"");
    assertThat(form(address, with(typed, "remove", "0"), null))
        .bodyText()
        .contains("value=\"Data\"")
        .doesNotContain("value=\"Welcome\"");
    assertThat(form(address, with(typed, "fill", "true"), null))
        .bodyText()
        .contains("value=\"Welcome\"", "Required data: nothing written yet (Bake what sells)");
    assertThat(get("/api" + address)).isEmpty();
  }

  @Test
  void aPlanThatDoesNotFitIsRefusedWordByWord() {
    for (var wrong :
        Map.of(
                "title",
                "",
                "place",
                "",
                "link",
                "javascript:alert(1)",
                "minutes",
                5,
                "people",
                List.of(),
                "dates",
                List.of(),
                "useCase",
                UUID.randomUUID())
            .entrySet()) {
      var plan = planning(dates(at("09:00")));
      plan.put(wrong.getKey(), wrong.getValue());
      assertThat(call("POST", "/api" + engagement + "/workshops", plan, null))
          .as("%s", wrong)
          .hasStatus(422);
    }
    var past = planning(dates(LocalDateTime.now(Today.LUXEMBOURG).minusHours(1)));
    assertThat(call("POST", "/api" + engagement + "/workshops", past, null)).hasStatus(422);
  }

  @Test
  void theSecondPlannerSeesWhatTheFirstPlanned() {
    var id = plan(dates(at("09:00")));
    var first = planning(dates(at("16:45")));
    first.put("place", "Esch-Belval, room 3");
    put(api(id), changed(first, 1));
    var late = typed(day, "10:00");
    late.put("version", "1");

    assertThat(form("/workshops/" + id + "/change", late, null))
        .bodyText()
        .contains("Esch-Belval, room 3", "16:45", "value=\"10:00\"");
  }

  @Test
  void theNextStepAsksForAnswersThenADateThenTheNotes() {
    var id = plan(dates(at("09:00"), at("14:00")));
    assertThat(steps()).contains("workshop.step.answer");
    put(api(id) + "/answers", Map.of("answers", Map.of(1, "yes")));
    assertThat(steps()).contains("workshop.step.fix");
    put(api(id) + "/date", Map.of("number", 1, "version", 1));
    assertThat(steps()).doesNotContain("workshop.step");
    jdbc.sql("update workshop set at = at - interval '60 days' where id = :id")
        .param("id", UUID.fromString(id))
        .update();
    assertThat(steps()).contains("workshop.step.hold");
    post(api(id) + "/held", Map.of("attended", List.of(), "version", 2));
    assertThat(steps()).contains("workshop.step.notes");
  }

  @Test
  void theListIsSearchedFilteredAndExported() {
    plan(dates(at("09:00")));
    var title = "Zebra " + UUID.randomUUID();
    var other = planning(dates(at("09:00"), at("10:00")));
    other.put("title", title);
    post("/api" + engagement + "/workshops", other);

    assertThat(get("/api/workshops?q=zebra").get("total").intValue()).isEqualTo(1);
    assertThat(get("/api/workshops?state=held").get("total").intValue()).isZero();
    assertThat(get("/api/workshops?sort=-title").at("/items/0/title").asString()).isEqualTo(title);
    assertThat(page("/workshops.csv")).bodyText().contains(title, "Europe/Luxembourg");
    assertThat(page("/search?q=" + title.substring(6))).bodyText().contains(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "lb"})
  void everyPageSpeaksTheLanguage(String language) {
    var wanted = planning(dates(at("09:00"), at("14:00")));
    wanted.put("agenda", List.of(Map.of("text", "Welcome", "minutes", 10)));
    var id = post("/api" + engagement + "/workshops", wanted).get("id").asString();
    var fixed = plan(dates(at("09:00")));
    for (var address :
        List.of(
            "/workshops",
            engagement + "/workshops",
            engagement + "/workshops/new",
            "/workshops/" + id,
            "/workshops/" + id + "/change",
            "/workshops/" + fixed,
            "/workshops/" + fixed + "/notes",
            "/workshops/" + fixed + "/minutes",
            "/use-cases/" + useCase + "/proposals")) {
      var answer =
          mvc.get()
              .uri(address)
              .header("Authorization", "Bearer " + bakery.token())
              .header("Accept-Language", language)
              .exchange();
      assertThat(answer).as(address).hasStatusOk();
      assertThat(answer).bodyText().as(address).doesNotContain("??", ">workshop.", ">usecase.");
    }
  }

  private LocalDateTime at(String time) {
    return LocalDateTime.parse(day + "T" + time);
  }

  private static List<Map<String, String>> dates(LocalDateTime... dates) {
    var all = new ArrayList<Map<String, String>>();
    for (var date : dates) all.add(Map.of("at", date.toString()));
    return all;
  }

  private HashMap<String, Object> planning(List<Map<String, String>> dates) {
    var plan = new HashMap<String, Object>();
    plan.put("title", "What data there is");
    plan.put("purpose", "To see the tills.");
    plan.put("useCase", useCase);
    plan.put("place", "Belval");
    plan.put("minutes", 90);
    plan.put("people", List.of(bakery.account(), advisor));
    plan.put("dates", dates);
    return plan;
  }

  private static Map<String, Object> changed(Map<String, Object> plan, int version) {
    var more = new HashMap<>(plan);
    more.put("version", version);
    return more;
  }

  private HashMap<String, String> typed(LocalDate date, String time) {
    var typed = new HashMap<String, String>();
    typed.put("id", UUID.randomUUID().toString());
    typed.put("title", "What data there is");
    typed.put("place", "Belval");
    typed.put("minutes", "150");
    typed.put("people", bakery.account().toString());
    typed.put("date.1", date.toString());
    typed.put("time.1", time);
    return typed;
  }

  private static Map<String, String> with(Map<String, String> typed, String name, String value) {
    var more = new HashMap<>(typed);
    more.put(name, value);
    return more;
  }

  private String plan(List<Map<String, String>> dates) {
    return post("/api" + engagement + "/workshops", planning(dates)).get("id").asString();
  }

  private static String api(String id) {
    return "/api/workshops/" + id;
  }

  private String gaps() {
    var gaps = get("/api/use-cases/" + useCase + "/sections/data").get("content").get("gaps");
    return gaps == null ? "" : gaps.asString();
  }

  private void save(String gaps) {
    put(
        "/api/use-cases/" + useCase + "/sections/data",
        Map.of("version", 0, "content", Map.of("gaps", gaps)));
  }

  private String steps() {
    return steps.stepsFor(new EngagementId(bakery.engagement())).stream()
        .map(Step::message)
        .toList()
        .toString();
  }

  private ICalendar calendar(String id) {
    var file = call("GET", "/workshops/" + id + "/workshop.ics", Map.of(), null);
    assertThat(file).hasStatusOk();
    return Biweekly.parse(new String(bytes(file), StandardCharsets.UTF_8)).first();
  }

  private UUID consent() {
    var granted =
        post(
            "/api/organisations/" + bakery.organisation() + "/consents",
            Map.of(
                "partner",
                "list",
                "scopes",
                List.of("workshop"),
                "purpose",
                "Experts help with the data",
                "until",
                LocalDate.now(Today.LUXEMBOURG).plusDays(30).toString()));
    return UUID.fromString(granted.asString());
  }

  private void revoke(UUID consent) {
    assertThat(
            call(
                "DELETE",
                "/api/organisations/" + bakery.organisation() + "/consents/" + consent,
                Map.of(),
                null))
        .hasStatus2xxSuccessful();
  }

  private int noticesOf(UUID account) {
    return jdbc.sql("select count(*) from notice where account = :a")
        .param("a", account)
        .query(Integer.class)
        .single();
  }

  private UUID account(String name, String role, String partner) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into account (id, email, name, language, partner, created_at)
            values (:id, :email, :name, 'en', :partner, now())
            """)
        .param("id", id)
        .param("email", id + "@example.org")
        .param("name", name)
        .param("partner", partner)
        .update();
    jdbc.sql("insert into account_role (account, role) values (:a, :role)")
        .param("a", id)
        .param("role", role)
        .update();
    return id;
  }

  private JsonNode get(String address) {
    return json.readTree(bytes(ok(call("GET", address, Map.of(), null))));
  }

  private JsonNode post(String address, Map<String, ?> body) {
    return json.readTree(bytes(ok(call("POST", address, body, null))));
  }

  private JsonNode put(String address, Map<String, ?> body) {
    return json.readTree(bytes(ok(call("PUT", address, body, null))));
  }

  private static MvcTestResult ok(MvcTestResult result) {
    assertThat(result).hasStatus2xxSuccessful();
    return result;
  }

  private MvcTestResult call(String method, String address, Map<String, ?> body, UUID by) {
    var request =
        mvc.method(HttpMethod.valueOf(method))
            .uri(address)
            .header("Accept-Language", "en")
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsString(body));
    if (by == null) {
      request.header("Authorization", "Bearer " + bakery.token());
    } else {
      request
          .with(SecurityMockMvcRequestPostProcessors.user(by.toString()))
          .with(SecurityMockMvcRequestPostProcessors.csrf());
    }
    return request.exchange();
  }

  private MvcTestResult page(String address) {
    return mvc.get()
        .uri(address)
        .header("Authorization", "Bearer " + bakery.token())
        .header("Accept-Language", "en")
        .exchange();
  }

  private MvcTestResult as(UUID account, String address) {
    return mvc.get()
        .uri(address)
        .header("Accept-Language", "en")
        .with(SecurityMockMvcRequestPostProcessors.user(account.toString()))
        .exchange();
  }

  private MvcTestResult form(String address, Map<String, String> typed, UUID by) {
    var request =
        mvc.post()
            .uri(address)
            .header("Accept-Language", "en")
            .with(SecurityMockMvcRequestPostProcessors.csrf());
    if (by == null) {
      request.header("Authorization", "Bearer " + bakery.token());
    } else {
      request.with(SecurityMockMvcRequestPostProcessors.user(by.toString()));
    }
    typed.forEach(request::param);
    return request.exchange();
  }

  private static byte[] bytes(MvcTestResult result) {
    return result.getResponse().getContentAsByteArray();
  }
}
