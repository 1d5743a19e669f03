package lu.aifactory.platform.usecase.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.TreeMap;
import lu.aifactory.platform.usecase.Completeness;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever a program sends or a person types as a section: it has faults, or it comes back as it was from what is
/// stored and from the form that shows it.
class SectionFuzzTests {

  private static final int LIMIT = Examples.DEFINITION.mostBytes();
  private static final JsonMapper JSON = JsonMapper.shared();

  @FuzzTest(maxDuration = "60s")
  void isRefusedOrComesBackAsItWas(byte[] input) {
    JsonNode json;
    try {
      json = JSON.readTree(input);
    } catch (JacksonException noJson) {
      return;
    }
    for (var section : Examples.DEFINITION.sections()) {
      comesBack(section, JsonInput.read(section, json, LIMIT));
      comesBack(section, typed(section, json).read(LIMIT));
    }
  }

  private static FormInput typed(Section section, JsonNode json) {
    var typed = new TreeMap<String, String>();
    json.properties().forEach(field -> typed.put(field.getKey(), field.getValue().asString("")));
    return new FormInput(section, typed);
  }

  private static void comesBack(Section section, Reading reading) {
    if (!reading.faults().isEmpty()) return;
    var answers = reading.answers();
    var again = new Reading(answers, List.of());
    var stored = JSON.readTree(CanonicalJson.write(answers.plain()));
    assertThat(JsonInput.read(section, stored, LIMIT)).isEqualTo(again);
    assertThat(FormInput.of(section, answers).read(LIMIT)).isEqualTo(again);
    var content = Examples.empty().with(section.key(), answers);
    assertThat(section.completeness(content) instanceof Completeness.Missing)
        .isEqualTo(answers.isEmpty());
  }
}
