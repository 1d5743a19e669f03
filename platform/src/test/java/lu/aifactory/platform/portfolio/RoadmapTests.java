package lu.aifactory.platform.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.engines.portfolio.Plan;
import lu.aifactory.platform.Cases;
import lu.aifactory.platform.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class RoadmapTests {

  private static final Path CASES = Path.of("..", "examples", "cases");

  @Autowired Cases cases;
  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  private Cases.Opened bakery;
  private String home;

  @BeforeEach
  void aBakery() {
    bakery = cases.open();
    home = "/api/engagements/" + bakery.engagement() + "/roadmap";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bakery-chain.json", "private-bank.json", "health-startup.json", "commune.json"})
  void theRoadmapsOfTheExamplesComeOutAsSomebodyElseWorkedThemOutBeforehand(String file) {
    var told = json.readTree(CASES.resolve(file)).get("roadmap");
    var expected = json.readTree(CASES.resolve("expected/results.json")).get(file).get("roadmap");
    send("PUT", "/start", Map.of("start", told.get("start").asString(), "version", 0));
    var ids = new HashMap<String, String>();
    told.get("steps")
        .forEach(step -> ids.put(step.get("key").asString(), UUID.randomUUID().toString()));
    int version = 1;
    for (var step : told.get("steps")) {
      var body = new HashMap<String, Object>();
      body.put("id", ids.get(step.get("key").asString()));
      body.put("name", step.get("title").asString());
      body.put("owner", step.get("owner").asString());
      body.put("weeks", step.get("weeks").asInt());
      body.put("cost", step.get("cost").asLong());
      body.put("days", step.get("days").asInt());
      body.put(
          "after", step.get("after").valueStream().map(one -> ids.get(one.asString())).toList());
      if (step.has("notBefore")) body.put("notBefore", step.get("notBefore").asString());
      body.put("version", version++);
      assertThat(send("POST", "/steps", body)).hasStatusOk();
    }
    var planned = get();
    assertThat(planned.get("end")).isEqualTo(expected.get("lastDay"));
    for (var step : told.get("steps")) {
      var awaited = expected.get("steps").get(step.get("key").asString());
      var found = step(planned, ids.get(step.get("key").asString()));
      assertThat(found.get("begin")).isEqualTo(awaited.get("begin"));
      assertThat(found.get("end")).isEqualTo(awaited.get("end"));
      assertThat(found.get("slackDays").asLong()).isEqualTo(awaited.get("slackDays").asLong());
    }
    var page = page("/engagements/" + bakery.engagement() + "/roadmap", "en");
    assertThat(page).hasStatusOk().bodyText().contains("<svg", "Not at all");
  }

  @Test
  void stepsThatWouldWaitForEachOtherInACircleAreRefusedByName() {
    var first = add("Get the data", List.of(), 0);
    var second = add("Build", List.of(first), 1);
    var refused = change(first, "Get the data", List.of(second), 2);
    assertThat(refused).hasStatus(422);
    assertThat(refused).bodyText().contains("Get the data", "Build", "circle");
    assertThat(get().get("version").asInt()).isEqualTo(2);
    var typed =
        Map.of(
            "name",
            "Get the data",
            "owner",
            "Typed owner",
            "weeks",
            "3",
            "cost",
            "0",
            "days",
            "0",
            "after",
            second,
            "version",
            "2");
    var shown = post("/engagements/" + bakery.engagement() + "/roadmap/steps/" + first, typed);
    assertThat(shown).bodyText().contains("Typed owner", "in a circle");
  }

  @Test
  void aStepThatWaitsForItselfOrForOneThatIsNotThereIsRefused() {
    var first = add("Alone", List.of(), 0);
    assertThat(change(first, "Alone", List.of(first), 1)).hasStatus(422);
    assertThat(change(first, "Alone", List.of(UUID.randomUUID().toString()), 1)).hasStatus(422);
  }

  @Test
  void whatWaitedForARemovedStepWaitsForWhatThatWaitedFor() {
    var first = add("First", List.of(), 0);
    var second = add("Second", List.of(first), 1);
    var third = add("Third", List.of(second), 2);
    assertThat(send("DELETE", "/steps/" + second + "?version=3", Map.of())).hasStatusOk();
    assertThat(step(get(), third).get("after").get(0).asString()).isEqualTo(first);
  }

  @Test
  void theSecondOfTwoIsToldThatTheRoadmapHasChanged() {
    add("One", List.of(), 0);
    assertThat(send("POST", "/steps", body(UUID.randomUUID().toString(), "Two", List.of(), 0)))
        .hasStatus(409);
  }

  @Test
  void aSecondSendingAddsNoSecondStep() {
    var id = UUID.randomUUID().toString();
    assertThat(send("POST", "/steps", body(id, "Once", List.of(), 0))).hasStatusOk();
    assertThat(send("POST", "/steps", body(id, "Once", List.of(), 0))).hasStatusOk();
    assertThat(get().get("steps")).hasSize(1);
  }

  @Test
  void theUsualStepsOfAnIdeaEndInADecisionAndNoneIsLeftWithoutAnOwner() {
    var idea =
        cases
            .call(
                "POST",
                "/api/engagements/" + bakery.engagement() + "/portfolio",
                bakery.token(),
                "{\"title\": \"Forecast demand\"}")
            .get("id")
            .asString();
    var body = Map.<String, Object>of("idea", idea, "language", "fr", "version", 0);
    assertThat(send("POST", "/usual-steps", body)).hasStatusOk();
    var steps = get().get("steps");
    assertThat(steps).hasSize(UsualSteps.shipped().steps().size());
    assertThat(steps.get(steps.size() - 1).get("name").asString()).startsWith("Décider");
    steps.forEach(step -> assertThat(step.get("owner").asString()).isNotBlank());
    var foreign = Map.<String, Object>of("idea", UUID.randomUUID().toString(), "version", 1);
    assertThat(send("POST", "/usual-steps", foreign)).hasStatus(422);
  }

  @Test
  void theShippedUsualStepsCanBePlanned() {
    var steps = UsualSteps.shipped().of(new IdeaId(UUID.randomUUID()), Locale.ENGLISH);
    var plan = Plan.of(steps.stream().map(RoadmapStep::step).toList(), LocalDate.of(2027, 1, 4));
    assertThat(plan.end()).isEqualTo(LocalDate.of(2027, 6, 13));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "lb"})
  void everyPageIsThereInEveryLanguage(String language) {
    var roadmap = "/engagements/" + bakery.engagement() + "/roadmap";
    assertThat(page(roadmap, language)).hasStatusOk().bodyText().doesNotContain("??");
    var first = add("Get the data", List.of(), 0);
    add("Build", List.of(first), 1);
    for (var path : List.of("", "/steps/new", "/steps/" + first)) {
      assertThat(page(roadmap + path, language))
          .hasStatusOk()
          .bodyText()
          .doesNotContain("??", ">portfolio.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "521", "1.5", "a week", "99999999999"})
  void weeksThatAreNoNumberComeBackAsTheyWereTyped(String weeks) {
    var typed =
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "name",
            "Kept name",
            "owner",
            "Somebody",
            "weeks",
            weeks,
            "cost",
            "1 200",
            "days",
            "0",
            "version",
            "0");
    var shown = post("/engagements/" + bakery.engagement() + "/roadmap/steps", typed);
    assertThat(shown).bodyText().contains("Kept name", "1 200", "from 1 to 520");
  }

  @Test
  void aDayThatIsNoneOrLiesInAnotherCenturyIsRefused() {
    var path = "/engagements/" + bakery.engagement() + "/roadmap/start";
    for (var day : List.of("", "2027-02-30", "0027-02-03", "9999-01-01", "soon")) {
      assertThat(post(path, Map.of("start", day, "version", "0")))
          .bodyText()
          .contains("Give a day between");
    }
  }

  @Test
  void theRoadmapIsTakenAwayAsAListThatNoSpreadsheetRuns() {
    add("=cmd()", List.of(), 0);
    assertThat(page("/engagements/" + bakery.engagement() + "/roadmap.csv", "en"))
        .bodyText()
        .contains("'=cmd()")
        .contains("slack_days");
  }

  private String add(String name, List<String> after, int version) {
    var id = UUID.randomUUID().toString();
    assertThat(send("POST", "/steps", body(id, name, after, version))).hasStatusOk();
    return id;
  }

  private MvcTestResult change(String id, String name, List<String> after, int version) {
    return send("PUT", "/steps/" + id, body(id, name, after, version));
  }

  private static Map<String, Object> body(String id, String name, List<String> after, int version) {
    return Map.of(
        "id",
        id,
        "name",
        name,
        "owner",
        "Somebody",
        "weeks",
        2,
        "after",
        after,
        "version",
        version);
  }

  private static JsonNode step(JsonNode roadmap, String id) {
    return roadmap
        .get("steps")
        .valueStream()
        .filter(one -> one.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode get() {
    return cases.call("GET", home, bakery.token(), "");
  }

  private MvcTestResult send(String method, String path, Map<String, ?> body) {
    return mvc.method(HttpMethod.valueOf(method))
        .uri(home + path)
        .header("Authorization", "Bearer " + bakery.token())
        .contentType(MediaType.APPLICATION_JSON)
        .content(json.writeValueAsString(body))
        .exchange();
  }

  private MvcTestResult post(String address, Map<String, String> typed) {
    var request =
        mvc.post()
            .uri(address)
            .header("Authorization", "Bearer " + bakery.token())
            .with(SecurityMockMvcRequestPostProcessors.csrf());
    typed.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult page(String address, String language) {
    return mvc.get()
        .uri(address)
        .header("Authorization", "Bearer " + bakery.token())
        .header("Accept-Language", language)
        .exchange();
  }
}
