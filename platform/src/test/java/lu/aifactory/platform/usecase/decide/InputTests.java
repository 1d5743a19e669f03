package lu.aifactory.platform.usecase.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.usecase.Answer;
import lu.aifactory.platform.usecase.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class InputTests {

  private static final int LIMIT = Examples.DEFINITION.mostBytes();
  private static final JsonMapper JSON = JsonMapper.shared();

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1250        | 1250
          1 250,50    | 1250.5
          1,250.50    | 1250.5
          1.250,50    | 1250.5
          12'500      | 12500
          0,125       | 0.125
          -3.5        | -3.5
          1,250,000.75| 1250000.75
          """)
  void readsNumbersAsPeopleHereTypeThem(String typed, BigDecimal number) {
    assertThat(value("baseline", typed).answers().get("baseline"))
        .isEqualTo(new Answer.Figure(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,250            | usecase.fault.number-ambiguous
          about ten        | usecase.fault.number
          1e9              | usecase.fault.number
          1.2345678        | usecase.fault.number-size
          1234567890123456 | usecase.fault.number-size
          """)
  void refusesNumbersThatItWouldHaveToGuess(String typed, String message) {
    assertThat(value("baseline", typed).faults())
        .extracting(Fault::message)
        .containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource({"12.125", "-1.25", "1.250001", "1250", "999.999", "0"})
  void readsAStoredNumberBackAsItWasShown(BigDecimal number) {
    var stored = new Answers(new TreeMap<>(Map.of("baseline", new Answer.Figure(number))));
    var shown = FormInput.of(Examples.DEFINITION.section("value").orElseThrow(), stored);
    assertThat(shown.read(LIMIT).faults()).isEmpty();
    assertThat(shown.read(LIMIT).answers()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e2147483647", "1e16", "1e-7"})
  void refusesNumbersInJsonThatCannotBeKept(String number) {
    var json = JSON.readTree("{\"baseline\": " + number + "}");

    assertThat(JsonInput.read(section("value"), json, LIMIT).faults())
        .containsExactly(new Fault("baseline", "usecase.fault.number-size"));
  }

  @Test
  void savesADraftWithGaps() {
    assertThat(value("unit", "loaves").faults()).isEmpty();
  }

  @Test
  void leavesBlankRowsOut() {
    var form =
        form(
            "metrics",
            Map.of("metrics.0.name", " ", "metrics.1.name", "Error", "metrics.2.name", ""));

    assertThat(form.read(LIMIT).answers().rows("metrics")).hasSize(1);
    assertThat(form.rowsOf("metrics")).isEqualTo(3);
  }

  @Test
  void removingARowMovesTheRowsBelowUp() {
    var form =
        form(
            "metrics", Map.of("metrics.0.name", "a", "metrics.1.name", "b", "metrics.2.name", "c"));

    var without = form.withoutRow("metrics", 1);

    assertThat(without.typed()).isEqualTo(Map.of("metrics.0.name", "a", "metrics.1.name", "c"));
  }

  @Test
  void keepsWhatWasTypedBesideAFault() {
    var form = form("metrics", Map.of("metrics.0.threshold", "good", "metrics.0.name", "Error"));

    assertThat(form.read(LIMIT).faults())
        .containsExactly(new Fault("metrics.0.threshold", "usecase.fault.number"));
    assertThat(form.at("metrics.0.threshold")).isEqualTo("good");
  }

  @Test
  void refusesControlCharactersAndTooLongText() {
    assertThat(value("unit", "a\u0000b").faults())
        .extracting(Fault::message)
        .containsExactly("usecase.fault.characters");
    assertThat(value("unit", "x".repeat(61)).faults())
        .containsExactly(new Fault("unit", "usecase.fault.too-long", List.of(60)));
  }

  @Test
  void refusesASectionThatIsTooLargeAltogether() {
    assertThat(value("problem", "x".repeat(3000)).faults()).isEmpty();
    assertThat(form("value", Map.of("problem", "x".repeat(3000))).read(2048).faults())
        .containsExactly(new Fault("", "usecase.fault.section-too-large", List.of(2)));
  }

  @Test
  void namesPathExpectedAndFoundInJson() {
    var json =
        JSON.readTree(
            """
            {"metrics": [{"name": "Error", "threshold": "five"}], "missed": 7, "colour": "red"}
            """);

    assertThat(JsonInput.read(section("metrics"), json, LIMIT).faults())
        .containsExactly(
            new Fault("metrics.0.threshold", "usecase.fault.type", List.of("number", "string")),
            new Fault("missed", "usecase.fault.type", List.of("string", "number")),
            new Fault("colour", "usecase.fault.unknown-field"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void formAndJsonGiveBackWhatWasStored(int seed) {
    var content = Examples.complete(new Random(seed));
    for (var section : Examples.DEFINITION.sections()) {
      var answers = content.section(section.key());

      assertThat(FormInput.of(section, answers).read(LIMIT))
          .isEqualTo(new Reading(answers, List.of()));
      var json = JSON.readTree(CanonicalJson.write(answers.plain()));
      assertThat(JsonInput.read(section, json, LIMIT)).isEqualTo(new Reading(answers, List.of()));
    }
  }

  private static Reading value(String field, String typed) {
    return form("value", Map.of(field, typed)).read(LIMIT);
  }

  private static FormInput form(String section, Map<String, String> typed) {
    return new FormInput(section(section), typed);
  }

  private static Section section(String key) {
    return Examples.DEFINITION.section(key).orElseThrow();
  }
}
