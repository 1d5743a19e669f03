package lu.aifactory.platform.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
class PortfolioTests {

  @Autowired Cases cases;
  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  private Cases.Opened bakery;
  private String home;

  @BeforeEach
  void aBakery() {
    bakery = cases.open();
    home = "/api/engagements/" + bakery.engagement() + "/portfolio";
  }

  @Test
  void anIdeaIsJudgedRankedDecidedAndBecomesAUseCase() {
    var forecast = add("Forecast demand", "demand-forecast-shops");
    var robot = add("A robot that bakes", null);
    judge(forecast, 1, scores(4), List.of());
    judge(robot, 1, scores(2), List.of());

    var places = get(home).get("places");
    assertThat(places.get(0).get("idea").get("title").asString()).isEqualTo("Forecast demand");
    assertThat(places.get(0).get("proposal").asString()).isEqualTo("INVEST");
    assertThat(places.get(1).get("proposal").asString()).isEqualTo("REJECT");

    assertThat(send("POST", address(forecast, "/use-case"), Map.of())).hasStatus(409);
    decide(forecast, 2, "INVEST", "It pays for itself within a year.");
    var useCase = cases.call("POST", "/api" + address(forecast, "/use-case"), bakery.token(), "{}");
    var again = cases.call("POST", "/api" + address(forecast, "/use-case"), bakery.token(), "{}");
    assertThat(again).isEqualTo(useCase);
    var begun = get("/api/use-cases/" + useCase.get("useCase").asString());
    assertThat(begun.get("summary").get("title").asString()).isEqualTo("Forecast demand");
    assertThat(page(address(forecast, ""), "en"))
        .bodyText()
        .contains("It pays for itself within a year.", "Open the use case");
  }

  @Test
  void whatSomethingForbidsCannotBeInvestedInWhateverItsScores() {
    var idea = add("Read the mood of bakers", null);
    judge(idea, 1, scores(5), List.of("prohibited-practice"));
    assertThat(get(home).get("places").get(0).get("state").asString()).isEqualTo("vetoed");
    var refused = send("PUT", address(idea, "/decision"), decision("INVEST", "We want it.", 2));
    assertThat(refused).hasStatus(409);
    assertThat(refused).bodyText().contains("forbids");
    decide(idea, 2, "REJECT", "It is not allowed.");
  }

  @Test
  void whatNobodyJudgedStaysOpenAndIsNamed() {
    var idea = add("Half judged", null);
    judge(idea, 1, Map.of("value", 5, "cost", 5), List.of());
    var place = get(home).get("places").get(0);
    assertThat(place.get("state").asString()).isEqualTo("open");
    assertThat(place.get("open")).hasSize(asked().criteria().size() - 2);
  }

  @Test
  void anIdeaThatIsTooWeakInItsDataIsDeferredWhateverTheRest() {
    var idea = add("All but data", null);
    var scores = scores(5);
    scores.put("data-readiness", 1);
    judge(idea, 1, scores, List.of());
    var place = get(home).get("places").get(0);
    assertThat(place.get("priority").asDouble()).isGreaterThan(40);
    assertThat(place.get("proposal").asString()).isEqualTo("DEFER");
    assertThat(page("/engagements/" + bakery.engagement() + "/portfolio", "en"))
        .bodyText()
        .contains("too weak in: Data");
  }

  @Test
  void weightsThatDoNotAddUpAreRefusedAndOthersCount() {
    var weights = asked().weights();
    weights.merge("value", 1, Integer::sum);
    var refused = weigh(Map.of("weights", weights, "version", 0));
    assertThat(refused).hasStatus(422);
    assertThat(refused).bodyText().contains("add up to 101");
    weights.merge("reusability", -1, Integer::sum);
    assertThat(weigh(Map.of("weights", weights, "version", 0))).hasStatusOk();
    assertThat(get(home).get("weights").get("value").asInt()).isEqualTo(41);
    assertThat(weigh(Map.of("weights", weights, "version", 0))).hasStatus(409);
  }

  @Test
  void theSecondOfTwoIsToldThatTheIdeaHasChanged() {
    var idea = add("Both at once", null);
    judge(idea, 1, scores(3), List.of());
    var late = send("PUT", address(idea, "/judgement"), judgement(scores(5), List.of(), 1));
    assertThat(late).hasStatus(409);
  }

  @Test
  void aSecondSendingAddsNoSecondIdea() {
    var body = json.writeValueAsString(Map.of("id", UUID.randomUUID(), "title", "Once"));
    cases.call("POST", home, bakery.token(), body);
    cases.call("POST", home, bakery.token(), body);
    assertThat(get(home).get("places")).hasSize(1);
  }

  @Test
  void theLibrarySuggestsWhatFitsTheSectorAndThePains() {
    var pains = Patterns.shipped().pattern("demand-forecast-shops").orElseThrow().pains();
    var found = get(home + "/suggestions?pain=" + String.join(",", pains));
    assertThat(found.get(0).get("pattern").get("id").asString()).isEqualTo("demand-forecast-shops");
    assertThat(get(home + "/suggestions")).hasSizeGreaterThan(3);
  }

  @Test
  void scoresAndVetoesThatAreNotInTheListAreRefused() {
    var idea = add("Odd", null);
    for (var scores : List.of(Map.of("value", 6), Map.of("value", 0), Map.of("luck", 3))) {
      assertThat(send("PUT", address(idea, "/judgement"), judgement(scores, List.of(), 1)))
          .hasStatus(422);
    }
    assertThat(send("PUT", address(idea, "/judgement"), judgement(Map.of(), List.of("luck"), 1)))
        .hasStatus(422);
    assertThat(send("PUT", address(idea, "/decision"), decision("MAYBE", "So.", 1))).hasStatus(422);
    assertThat(send("PUT", address(idea, "/decision"), decision("DEFER", " ", 1))).hasStatus(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "lb"})
  void everyPageIsThereInEveryLanguage(String language) {
    var idea = add("Many words", "demand-forecast-shops");
    judge(idea, 1, scores(4), List.of());
    judge(add("Other", null), 1, scores(3), List.of());
    var engagement = "/engagements/" + bakery.engagement() + "/portfolio";
    for (var address :
        List.of(
            engagement,
            engagement + "/suggestions",
            engagement + "/new?pattern=demand-forecast-shops",
            engagement + "/weights",
            address(idea, ""),
            address(idea, "/judge"))) {
      assertThat(page(address, language)).as(address).hasStatusOk();
      assertThat(page(address, language)).bodyText().doesNotContain("??", ">portfolio.");
    }
  }

  @Test
  void whatWasTypedComesBackWhenTheTitleIsMissing() {
    var answer =
        mvc.post()
            .uri("/engagements/" + bakery.engagement() + "/portfolio")
            .header("Authorization", "Bearer " + bakery.token())
            .with(SecurityMockMvcRequestPostProcessors.csrf())
            .param("description", "It bakes by itself.")
            .exchange();
    assertThat(answer).bodyText().contains("Give the idea a name.", "It bakes by itself.");
  }

  private record Known(List<String> criteria, Map<String, Integer> weights) {}

  private Known asked() {
    var criteria = get("/api/portfolio/criteria").get("criteria");
    var ids = criteria.valueStream().map(one -> one.get("id").asString()).toList();
    var weights = new HashMap<String, Integer>();
    criteria
        .valueStream()
        .forEach(one ->
            weights.put(
                one.get("id").asString(), (int) Math.round(100 * one.get("weight").asDouble())));
    return new Known(ids, weights);
  }

  private HashMap<String, Integer> scores(int all) {
    var scores = new HashMap<String, Integer>();
    asked().criteria().forEach(one -> scores.put(one, all));
    return scores;
  }

  private UUID add(String title, String pattern) {
    var body = new HashMap<String, Object>(Map.of("title", title));
    if (pattern != null) body.put("pattern", pattern);
    var added = cases.call("POST", home, bakery.token(), json.writeValueAsString(body));
    return UUID.fromString(added.get("id").asString());
  }

  private static Map<String, Object> judgement(
      Map<String, Integer> scores, List<String> vetoes, int version) {
    return Map.of("scores", scores, "vetoes", vetoes, "version", version);
  }

  private static Map<String, Object> decision(String what, String reason, int version) {
    return Map.of("decision", what, "reason", reason, "version", version);
  }

  private void judge(UUID idea, int version, Map<String, Integer> scores, List<String> vetoes) {
    var body = json.writeValueAsString(judgement(scores, vetoes, version));
    cases.call("PUT", "/api" + address(idea, "/judgement"), bakery.token(), body);
  }

  private void decide(UUID idea, int version, String what, String reason) {
    var body = json.writeValueAsString(decision(what, reason, version));
    cases.call("PUT", "/api" + address(idea, "/decision"), bakery.token(), body);
  }

  private static String address(UUID idea, String more) {
    return "/portfolio/ideas/" + idea + more;
  }

  private JsonNode get(String address) {
    return cases.call("GET", address, bakery.token(), "");
  }

  private MvcTestResult send(String method, String address, Map<String, ?> body) {
    return exchange(method, "/api" + address, body);
  }

  private MvcTestResult weigh(Map<String, ?> body) {
    return exchange("PUT", home + "/weights", body);
  }

  private MvcTestResult exchange(String method, String address, Map<String, ?> body) {
    return mvc.method(HttpMethod.valueOf(method))
        .uri(address)
        .header("Authorization", "Bearer " + bakery.token())
        .contentType(MediaType.APPLICATION_JSON)
        .content(json.writeValueAsString(body))
        .exchange();
  }

  private MvcTestResult page(String address, String language) {
    return mvc.get()
        .uri(address)
        .header("Authorization", "Bearer " + bakery.token())
        .header("Accept-Language", language)
        .exchange();
  }
}
