package lu.aifactory.platform.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The full assessments of the four example organisations come out as somebody else worked them out beforehand.
class ExpectedReadinessTests {

  private static final Path CASES = Path.of("..", "examples", "cases");
  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {"bakery-chain.json", "private-bank.json", "health-startup.json", "commune.json"})
  void comesOutAsWorkedOutBeforehand(String file) {
    var told = JSON.readTree(CASES.resolve(file).toFile()).get("readiness");
    var expected =
        JSON.readTree(CASES.resolve("expected/results.json").toFile()).get(file).get("readiness");
    var full = Questionnaires.shipped().inEffect(Depth.FULL, LocalDate.of(2026, 11, 23));
    var answers = new HashMap<String, Answer>();
    told.get("answers")
        .propertyStream()
        .forEach(one -> answers.put(one.getKey(), answer(one.getValue())));
    Set<String> facts =
        told.get("facts").valueStream().map(JsonNode::asString).collect(Collectors.toSet());

    var result = (Result.Scored) Scoring.score(full, facts, answers);

    assertThat(result.index()).isCloseTo(expected.get("index").asDouble(), within(0.005));
    assertThat(result.standardError())
        .isCloseTo(expected.get("standardError").asDouble(), within(0.00005));
    assertThat(result.band().low()).isEqualTo((int) Math.floor(expected.get("low").asDouble()));
    assertThat(result.band().high()).isEqualTo((int) Math.ceil(expected.get("high").asDouble()));
    for (var score : result.dimensions()) {
      var level = expected.get("dimensions").get(score.dimension()).get("level");
      if (level == null || level.isNull()) {
        assertThat(score.level()).as(score.dimension()).isEmpty();
      } else {
        assertThat(score.level().orElseThrow())
            .as(score.dimension())
            .isCloseTo(level.asDouble(), within(0.00005));
      }
    }
    assertThat(result.stages())
        .filteredOn(StageGates::ready)
        .extracting(stage -> stage.stage().name())
        .containsExactlyElementsOf(
            expected.get("stages").valueStream().map(JsonNode::asString).toList());
  }

  private static Answer answer(JsonNode told) {
    return switch (told.get("answer").asString()) {
      case "level" ->
          new Answer.AtLevel(
              told.get("level").asInt(),
              Evidence.of(told.path("evidence").asString("self-declared")),
              told.path("note").asString(""));
      case "not-applicable" -> new Answer.NotApplicable(told.get("reason").asString());
      default -> new Answer.DontKnow();
    };
  }
}
