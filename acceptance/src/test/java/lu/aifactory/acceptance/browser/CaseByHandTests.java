package lu.aifactory.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The four cases by hand: what their files say is typed into the pages, by the organisation, its advisor, an expert and
/// an auditor, until the very document is sealed that the file would give by command.
@InBrowser
@Tag("long")
class CaseByHandTests {

  private static final Path CASES = Path.of("../examples/cases");
  private static final String ADVISOR = "Léa Konsbrück";
  private static final String PASSWORD = "correct horse battery staple";

  @ParameterizedTest
  @CsvSource({
    "bakery-chain, fr, 1280, true",
    "private-bank, en, 390, false",
    "health-startup, de, 1280, false",
    "commune, lb, 390, false"
  })
  void endsWithTheDocumentThatTheFileSays(
      String name, String language, int width, boolean keyboard, Demonstration demonstration) {
    var file = JsonMapper.shared().readTree(CASES.resolve(name + ".json").toFile());
    try (var visit = demonstration.visitor(language, width)) {
      var organisation = new Organisation(file, visit, new Hand(visit, keyboard));
      var engagement = organisation.arrive();
      organisation.describe();
      organisation.assess(engagement);
      organisation.collectIdeas(engagement);
      organisation.plan(engagement);
      var useCase = organisation.write(engagement);
      organisation.consent("list");
      anExpertReads(demonstration, useCase, language, width);
      organisation.sign(useCase);
      theAdvisorSigns(demonstration, engagement, useCase, language, width);
      var sealed = organisation.seal(useCase);
      assertThat(sealed.at("/content/title")).isEqualTo(file.at("/useCase/title"));
      for (var section : file.at("/useCase/sections").properties()) {
        assertThat(sealed.at("/content/sections/" + section.getKey()))
            .as(section.getKey())
            .isEqualTo(section.getValue());
      }
      assertThat(sealed.get("signOffs")).hasSize(2);
      anAuditorFindsIt(demonstration, useCase, width);
      visit.nothingWasWrong();
    }
  }

  private static void anExpertReads(
      Demonstration demonstration, String useCase, String language, int width) {
    try (var expert = demonstration.visit("partner-expert", language, width)) {
      expert.open(useCase);
      expert.lookAt("by-hand-expert");
      expert.press("usecase.overview.read");
      assertThat(expert.path()).isEqualTo(useCase + "/document");
      expert.nothingWasWrong();
    }
  }

  private static void theAdvisorSigns(
      Demonstration demonstration, String engagement, String useCase, String language, int width) {
    try (var manager = demonstration.visit("administrator", language, width)) {
      manager.open(engagement + "/advisor");
      manager.lookAt("by-hand-assign");
      var hers = manager.page().locator("main label").filter(Visit.saying(ADVISOR));
      if (!hers.locator("input").isChecked()) {
        hers.locator("input").check();
        manager.fill("reason", "She knows the house.");
        manager.press("journey.assign.save");
      }
      manager.nothingWasWrong();
    }
    try (var visit = demonstration.visit("advisor", language, width)) {
      visit.open(useCase + "/sign/advisor");
      visit.lookAt("by-hand-advisor-signs");
      visit.press("usecase.sign.action");
      visit.nothingWasWrong();
    }
  }

  private static void anAuditorFindsIt(Demonstration demonstration, String useCase, int width) {
    try (var auditor = demonstration.visit("auditor", "en", width)) {
      auditor.open("/audit?q=" + useCase.replaceFirst(".*/", ""));
      auditor.lookAt("by-hand-auditor");
      assertThat(auditor.page().locator("main").innerText()).contains("use-case.sealed");
      auditor.nothingWasWrong();
    }
  }

  /// What the organisation does.
  private record Organisation(JsonNode file, Visit visit, Hand hand) {

    String arrive() {
      visit.open("/start");
      hand.press("journey.start.begin");
      var said = file.get("firstContact");
      while (!visit.path().endsWith("/check")) {
        var question = visit.path().replaceFirst(".*/", "");
        switch (question) {
          case "name" -> hand.give("name", file.at("/account/name"));
          case "email" -> hand.give("email", UUID.randomUUID() + "@example.lu");
          default -> hand.give(question, said.path(question));
        }
        hand.press("portal.wizard.go");
      }
      hand.press("journey.check.account");
      hand.give("password", PASSWORD);
      hand.press("journey.account.send");
      visit.page().waitForURL("**/engagements/*");
      visit.lookAt("by-hand-engagement");
      return visit.path();
    }

    void describe() {
      var given = file.get("organisation");
      visit.open("/organisations");
      hand.press(visit.page().locator("main .next-step a").first());
      hand.give("kind", given.get("kind"));
      hand.press("organisation.start.go");
      while (visit.path().contains("/edit/")) {
        for (var answer : given.get("answers").properties()) {
          var field = "main [name='" + answer.getKey() + "']:not([type=hidden])";
          if (visit.page().locator(field).count() > 0)
            hand.give(answer.getKey(), answer.getValue());
        }
        hand.press("portal.wizard.go");
        assertThat(visit.page().locator(".error-summary").count())
            .as(() -> visit.page().locator("main").innerText())
            .isZero();
      }
      for (var enterprise : given.path("group")) addToGroup(enterprise);
      if (visit.path().endsWith("/group")) hand.press("organisation.group.done");
      visit.lookAt("by-hand-organisation");
    }

    private void addToGroup(JsonNode enterprise) {
      hand.give("enterpriseName", enterprise.get("name"));
      hand.give("relation", enterprise.get("relation").asString().toLowerCase(Locale.ROOT));
      hand.give("share", enterprise.get("share"));
      for (var figure : enterprise.path("last").properties()) {
        hand.give(figure.getKey(), figure.getValue());
      }
      for (var figure : enterprise.path("before").properties()) {
        hand.give(figure.getKey() + "Before", figure.getValue());
      }
      hand.press("organisation.group.save");
    }

    void assess(String engagement) {
      var given = file.get("readiness");
      visit.open(engagement + "/readiness");
      hand.press("readiness.depth.full.action");
      hand.give("facts", given.get("facts"));
      hand.press("portal.wizard.go");
      while (visit.path().contains("/questions/")) {
        var item = visit.path().replaceFirst(".*/", "");
        var answer = given.get("answers").get(item);
        hand.give(
            "answer",
            answer.get("answer").asString().equals("level")
                ? answer.get("level").asString()
                : answer.get("answer").asString());
        for (var more : new String[] {"reason", "evidence", "note"}) {
          if (answer.has(more)) hand.give(more, answer.get(more));
        }
        hand.press("readiness.save");
      }
      assertThat(visit.path()).endsWith("/check");
      hand.press("readiness.finish");
      visit.lookAt("by-hand-readiness");
    }

    void collectIdeas(String engagement) {
      for (var idea : file.at("/portfolio/ideas")) {
        var pattern = idea.path("pattern").asString("");
        visit.open(engagement + "/portfolio/new?pattern=" + pattern);
        hand.give("title", idea.get("title"));
        hand.give("description", idea.path("description"));
        hand.press("portfolio.idea.add");
        for (var score : idea.get("scores").properties()) {
          hand.give(score.getKey(), score.getValue());
        }
        hand.give("vetoes", idea.get("vetoes"));
        hand.press("portfolio.judge.save");
        if (idea.has("decision")) {
          hand.give("decision", idea.get("decision"));
          hand.give("reason", idea.get("reason"));
          hand.press("portfolio.decide.save");
        }
      }
      visit.lookAt("by-hand-idea");
      visit.open(engagement + "/portfolio");
      visit.lookAt("by-hand-portfolio");
    }

    void plan(String engagement) {
      var given = file.get("roadmap");
      visit.open(engagement + "/roadmap");
      hand.give("start", given.get("start"));
      hand.press("portfolio.roadmap.start.save");
      for (var step : given.get("steps")) {
        visit.open(engagement + "/roadmap/steps/new");
        hand.give("name", step.get("title"));
        for (var field : new String[] {"owner", "weeks", "notBefore", "cost", "days"}) {
          if (step.has(field)) hand.give(field, step.get(field));
        }
        for (var before : step.path("after")) waitFor(given, before.asString());
        hand.press("portfolio.roadmap.save");
        assertThat(visit.path()).endsWith("/roadmap");
      }
      visit.lookAt("by-hand-roadmap");
    }

    private void waitFor(JsonNode roadmap, String key) {
      for (var step : roadmap.get("steps")) {
        if (!step.get("key").asString().equals(key)) continue;
        var boxes = visit.page().locator("main input[name=after]");
        for (var box : boxes.all()) {
          var label = box.locator("xpath=ancestor::label").innerText().strip();
          if (label.equals(step.get("title").asString())) {
            hand.give("after", box.getAttribute("value"));
            return;
          }
        }
      }
      throw new AssertionError("there is no step " + key + " to wait for");
    }

    String write(String engagement) {
      var given = file.get("useCase");
      if (given.has("idea")) {
        visit.open(engagement + "/portfolio");
        hand.press(visit.link(given.get("title").asString()));
        hand.press("portfolio.use-case.begin");
      } else {
        visit.open(engagement + "/use-cases/new");
        hand.give("title", given.get("title"));
        hand.give("language", given.get("language"));
        hand.press("usecase.new.action");
      }
      var useCase = visit.path();
      for (var section : given.get("sections").properties()) {
        visit.open(useCase + "/sections/" + section.getKey());
        hand.giveAll(section.getValue());
        hand.press(visit.page().locator("main button[name=stay]:visible").last());
        visit.look("section " + section.getKey());
      }
      visit.open(useCase);
      visit.lookAt("by-hand-use-case");
      return useCase;
    }

    void consent(String partner) {
      visit.open("/organisations");
      var organisation =
          visit
              .page()
              .locator("main tbody a[href^='/organisations/']")
              .first()
              .getAttribute("href");
      visit.open(organisation + "/consents");
      hand.give("partner", partner);
      for (var scope : new String[] {"engagement", "usecase"}) hand.give("scopes", scope);
      hand.give("purpose", "To look at the use case before it is signed.");
      hand.give("until", LocalDate.now().plusMonths(2).toString());
      hand.press("identity.consents.go");
      visit.lookAt("by-hand-consent");
    }

    void sign(String useCase) {
      visit.open(useCase + "/sign/organisation");
      hand.press("usecase.sign.action");
    }

    JsonNode seal(String useCase) {
      visit.open(useCase + "/seal");
      visit.lookAt("by-hand-seal");
      hand.press("usecase.seal.action");
      visit.lookAt("by-hand-sealed");
      var answer = visit.page().request().get(useCase + "/json");
      assertThat(answer.status()).isEqualTo(200);
      return JsonMapper.shared().readTree(new String(answer.body(), StandardCharsets.UTF_8));
    }
  }
}
