package lu.aifactory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CaseSchemaTests {

  private static final Path RESOURCES = Path.of("../platform/src/main/resources");

  @ParameterizedTest
  @MethodSource("lu.aifactory.cli.Example#all")
  void acceptsTheCasesOfTheRepository(Path file) {
    assertThat(CaseSchema.mistakes(Example.json(file))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /format | "lu.aifactory.case/2" | $.format: expected "lu.aifactory.case/1", found "lu.aifactory.case/2"
          /surprise | 1 | $.surprise: expected no field of this name, found 1
          /account | `` | $.account: expected a value, found nothing
          /account/email | "claire" | $.account.email: expected a text that matches ^[^@\\s]{1,50}@[^@\\s.]+(\\.[^@\\s.]+)+$, found "claire"
          /account/language | "it" | $.account.language: expected one of en, fr, de, lb, found "it"
          /account/name | "" | $.account.name: expected at least 1 character, found 0 characters
          /firstContact/data | [] | $.firstContact.data: expected at least 1 entry, found 0 entries
          /firstContact/data | ["tables","tables"] | $.firstContact.data: expected every entry once, found ["tables","tables"]
          /firstContact/size | `` | $.firstContact.size: expected a value, found nothing
          /firstContact/goal | 7 | $.firstContact.goal: expected a value of type string, found 7
          /readiness/answers/D1.1/level | 7 | $.readiness.answers['D1.1'].level: expected a number of at most 4, found 7
          /readiness/answers/D1.1/level | `` | $.readiness.answers['D1.1'].level: expected a value, found nothing
          /readiness/answers/D2.1 | `` | $.readiness.answers['D2.1']: expected a value, found nothing
          /useCase/sections/recommendation/decision | "defer" | $.useCase.sections.recommendation.conditions: expected a value, found nothing
          /useCase/sections/recommendation/summary | "Yes." | $.useCase.sections.recommendation.summary: expected at least 60 characters, found 4 characters
          /useCase/sections/value/alternatives | [] | $.useCase.sections.value.alternatives: expected an entry whose kind is no-ai, found []
          /useCase/sections/data/sets/0/access | "unclear" | $.useCase.sections.data.sets[0].access: expected one of available, agreed, requested, found "unclear"
          /useCase/sections/plan/phases/0/start | "4 January" | $.useCase.sections.plan.phases[0].start: expected a date such as 2027-01-31, found "4 January"
          /useCase/sections/resources/gpu | -1 | $.useCase.sections.resources.gpu: expected a number of at least 0, found -1
          /useCase/sections/decisions/decisions | [] | $.useCase.sections.decisions.decisions: expected at least 1 entry, found 0 entries
          /useCase/sections/risks | `` | $.useCase.sections.risks: expected a value, found nothing
          /readiness/answers/D4.5 | `` | $.readiness.answers['D4.5']: expected a value, found nothing
          /portfolio/ideas/0/scores/value | 6 | $.portfolio.ideas[0].scores.value: expected a number of at most 5, found 6
          /portfolio/ideas/0/vetoes | ["luck"] | $.portfolio.ideas[0].vetoes[0]: expected one of prohibited-practice, no-lawful-basis, no-data-owner, found "luck"
          /portfolio/ideas/0/decision | "MAYBE" | $.portfolio.ideas[0].decision: expected one of INVEST, DEFER, REJECT, found "MAYBE"
          /roadmap/steps/0/weeks | 0 | $.roadmap.steps[0].weeks: expected a number of at least 1, found 0
          /roadmap/steps/2/notBefore | "soon" | $.roadmap.steps[2].notBefore: expected a date such as 2027-01-31, found "soon"
          /signOffs | ["bank"] | $.signOffs[0]: expected one of organisation, advisor, found "bank"
          """)
  void saysWhereWhatWasExpectedAndWhatWasFound(String pointer, String value, String line) {
    var spoiled = Example.bakeryWith(pointer, value);
    assertThat(CaseSchema.mistakes(spoiled)).extracting(Mistake::line).contains(line);
  }

  @Test
  void knowsEverySectionFieldAndChoiceOfTheUseCase() {
    var sections = schema().at("/properties/useCase/properties/sections/properties");
    var definition = Example.json(RESOURCES.resolve("usecase/document-1.json"));
    for (var section : definition.get("sections")) {
      var fields = sections.path(section.get("key").asString()).path("properties");
      assertThat(names(fields)).isEqualTo(keys(section.get("fields")));
      for (var field : section.get("fields")) {
        var columns = fields.path(field.get("key").asString()).path("items").path("properties");
        assertThat(names(columns)).isEqualTo(keys(field.path("columns")));
      }
    }
  }

  @Test
  void knowsEveryQuestionOfTheFirstContactAndOfReadiness() {
    var answers = schema().at("/properties/readiness/properties/answers/properties");
    var readiness = Example.json(RESOURCES.resolve("questionnaires/readiness-full-1.json"));
    assertThat(names(answers)).isEqualTo(texts(readiness.get("items"), "id"));
    var contact = names(schema().at("/properties/firstContact/properties"));
    contact.addAll(List.of("name", "email"));
    var intake = Example.json(RESOURCES.resolve("journey/intake-1.json"));
    assertThat(contact).isEqualTo(texts(intake.get("questions"), "id"));
  }

  @Test
  void knowsEveryCriterionAndVetoOfThePortfolio() {
    var idea = schema().at("/properties/portfolio/properties/ideas/items/properties");
    var criteria = Example.json(RESOURCES.resolve("portfolio/criteria-1.json"));
    assertThat(names(idea.at("/scores/properties")))
        .isEqualTo(texts(criteria.get("criteria"), "id"));
    assertThat(idea.at("/vetoes/items/enum").valueStream().map(JsonNode::asString))
        .isEqualTo(texts(criteria.get("vetoes"), "id"));
  }

  private static JsonNode schema() {
    return JsonMapper.shared().readTree(CaseSchema.text());
  }

  private static List<String> names(JsonNode object) {
    return new ArrayList<>(object.propertyNames());
  }

  private static List<String> keys(JsonNode fields) {
    return texts(fields, "key");
  }

  private static List<String> texts(JsonNode array, String name) {
    var texts = new ArrayList<String>();
    for (var one : array) texts.add(one.get(name).asString());
    return texts;
  }
}
