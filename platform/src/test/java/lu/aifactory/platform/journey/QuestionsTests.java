package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTests {

  private final Questions questions = Questions.current();

  @Test
  void asksFoundersForTheirProjectAndNotForASize() {
    var asked = ids(answers("kind", "founder"));
    assertThat(asked)
        .contains("project-name")
        .doesNotContain("organisation-name", "size", "country");
  }

  @Test
  void asksOnlyCompaniesElsewhereForTheirCountry() {
    assertThat(ids(answers("kind", "company-eu"))).contains("country");
    assertThat(ids(answers("kind", "company-lu"))).doesNotContain("country");
  }

  @Test
  void keepsAnswersToQuestionsThatAreNoLongerAskedButDoesNotJudgeThem() {
    var answers = answers("kind", "founder").with("size", List.of("nonsense"));
    assertThat(questions.faults(answers)).extracting("field").doesNotContain("size");
  }

  @Test
  void refusesAnAnswerThatIsNotOnTheList() {
    var kind = questions.question("kind").orElseThrow();
    assertThat(kind.fault(List.of("emperor"))).isPresent();
    assertThat(kind.fault(List.of("founder", "research"))).isPresent();
    assertThat(kind.fault(List.of("founder"))).isEmpty();
  }

  @Test
  void takesAwayTheOneCharacterThatNoDatabaseHolds() {
    assertThat(Answers.clean(List.of(" a\0b ", "", "  "))).containsExactly("ab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "lb"})
  void hasEveryTextInEveryLanguage(String language) throws IOException {
    var texts = new Properties();
    try (var file =
        new InputStreamReader(
            getClass().getResourceAsStream("/messages/journey_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(file);
    }
    var wanted = new ArrayList<String>();
    for (var question : questions.questions()) {
      List.of("ask", "why", "short").forEach(part -> wanted.add(question.text(part)));
      if (question.hasExample()) {
        wanted.add(question.text("example"));
      }
      if (question.kind() != Question.Kind.COUNTRY) {
        question.options().forEach(option -> wanted.add(question.text(option)));
      }
    }
    assertThat(texts.stringPropertyNames()).containsAll(wanted);
  }

  private List<String> ids(Answers answers) {
    return questions.asked(answers).stream().map(Question::id).toList();
  }

  private static Answers answers(String question, String value) {
    return new Answers(Map.of(question, List.of(value)));
  }
}
