package lu.aifactory.platform.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import lu.aifactory.engines.portfolio.Candidate;
import lu.aifactory.engines.portfolio.Judgement;
import lu.aifactory.engines.portfolio.Plan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Portfolios and roadmaps of the four example organisations come out as somebody else worked them out beforehand.
class ExpectedPortfolioTests {

  private static final Path CASES = Path.of("..", "examples", "cases");
  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {"bakery-chain.json", "private-bank.json", "health-startup.json", "commune.json"})
  void prioritiesAndDecisionsAreAsWorkedOutBeforehand(String file) {
    var expected = expected(file).get("portfolio").get("ideas");
    var criteria = Criteria.shipped();
    var method = criteria.method(criteria.weights());
    for (var idea : told(file).get("portfolio").get("ideas")) {
      var key = idea.get("key").asString();
      var awaited = expected.get(key);
      var scores = new HashMap<String, Integer>();
      idea.get("scores")
          .propertyStream()
          .forEach(one -> scores.put(one.getKey(), one.getValue().asInt()));
      List<String> vetoes = idea.get("vetoes").valueStream().map(JsonNode::asString).toList();
      var ranked = (Judgement.Ranked) method.judge(new Candidate(key, scores, List.of()));
      assertThat(ranked.value()).as(key).isCloseTo(awaited.get("value").asDouble(), within(5e-5));
      assertThat(ranked.probability())
          .as(key)
          .isCloseTo(awaited.get("probability").asDouble(), within(5e-5));
      assertThat(ranked.priority())
          .as(key)
          .isCloseTo(awaited.get("priority").asDouble(), within(0.00501));
      if (vetoes.isEmpty()) {
        assertThat(ranked.decision().name()).as(key).isEqualTo(awaited.get("proposed").asString());
      } else {
        assertThat(awaited.get("proposed").asString()).as(key).isEqualTo("REJECT");
        assertThat(method.judge(new Candidate(key, scores, vetoes)))
            .isInstanceOf(Judgement.Vetoed.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bakery-chain.json", "private-bank.json", "health-startup.json", "commune.json"})
  void theRoadmapIsAsWorkedOutBeforehand(String file) {
    var roadmap = told(file).get("roadmap");
    var expected = expected(file).get("roadmap");
    var steps = roadmap.get("steps").valueStream().map(ExpectedPortfolioTests::step).toList();
    var plan = Plan.of(steps, LocalDate.parse(roadmap.get("start").asString()));
    for (var span : plan.spans()) {
      var awaited = expected.get("steps").get(span.id());
      assertThat(span)
          .isEqualTo(
              new Plan.Span(
                  span.id(),
                  LocalDate.parse(awaited.get("begin").asString()),
                  LocalDate.parse(awaited.get("end").asString()),
                  awaited.get("slackDays").asLong()));
    }
    assertThat(plan.end()).isEqualTo(LocalDate.parse(expected.get("lastDay").asString()));
  }

  private static Plan.Step step(JsonNode told) {
    var day = told.get("notBefore");
    return new Plan.Step(
        told.get("key").asString(),
        told.get("weeks").asInt(),
        told.get("after").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
        day == null ? null : LocalDate.parse(day.asString()));
  }

  private static JsonNode told(String file) {
    return JSON.readTree(CASES.resolve(file).toFile());
  }

  private static JsonNode expected(String file) {
    return JSON.readTree(CASES.resolve("expected/results.json").toFile()).get(file);
  }
}
