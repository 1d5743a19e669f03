package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.organisation.Kind;
import lu.aifactory.platform.organisation.Organisations;
import lu.aifactory.platform.organisation.Registration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// From the first contact to the organisation's details.
@PlatformTest
class OrganisationDetailsTests {

  @Autowired FirstContact contact;
  @Autowired Journey journey;
  @Autowired Organisations organisations;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester web;

  private Bakery bakery;
  private EngagementId engagement;
  private OrganisationId organisation;
  private String baker;

  @BeforeEach
  void aFirstContactOfABakery() {
    bakery = new Bakery(contact, identity, current, jdbc);
    engagement = bakery.engagement();
    organisation = bakery.system(() -> journey.engagement(engagement)).organisation();
    baker =
        jdbc.sql("select id::text from account where email = :email")
            .param("email", bakery.email)
            .query(String.class)
            .single();
  }

  @Test
  void theDetailsAreTheOrganisationsNextStepUntilTheyAreComplete() {
    assertThat(details())
        .hasValueSatisfying(step -> {
          assertThat(step.reason()).isEqualTo("journey.step.organisation.missing");
          assertThat(step.arguments()).containsExactly("Bäckerei Müller");
          assertThat(step.link()).isEqualTo("/organisations/" + organisation.value() + "/describe");
          assertThat(step.who()).isEqualTo(Waiting.Who.ORGANISATION);
        });
    assertThat(text(get("/engagements/" + engagement.value()).selectFirst("main")))
        .contains("Complete the details of Bäckerei Müller", "decide which services");

    describe(Map.of("language", "fr", "seat", "Wiltz"));
    assertThat(details())
        .hasValueSatisfying(step -> {
          assertThat(step.reason()).isEqualTo("journey.step.organisation.incomplete");
          assertThat(step.link()).isEqualTo("/organisations/" + organisation.value());
        });

    complete();
    assertThat(details()).isEmpty();
  }

  @Test
  void nobodyTypesTwiceWhatWasSaidAtTheFirstContact() {
    var begun = get("/organisations/" + organisation.value() + "/describe");
    assertThat(begun.select("input[name=kind][checked]").eachAttr("value"))
        .containsExactly("company");
    assertThat(begun.select("input[name=name]").attr("value")).isEqualTo("Bäckerei Müller");
    assertThat(begun.select("input[name=language][checked]").eachAttr("value"))
        .containsExactly("fr");

    describe(Map.of());
    var activity = get("/organisations/" + organisation.value() + "/edit/activity");
    assertThat(activity.select("select[name=sector] option").eachAttr("value"))
        .startsWith("", "10", "11")
        .doesNotHaveDuplicates();
    assertThat(activity.select("select[name=sector] option[selected]")).isEmpty();
    assertThat(text(activity.selectFirst("#f-sector-hint")))
        .contains("Said earlier: Manufacturing");

    var figures = get("/organisations/" + organisation.value() + "/edit/figures");
    assertThat(figures.select("input[name=headcount]").attr("value")).isEmpty();
    assertThat(text(figures.selectFirst("#f-headcount-hint"))).contains("Said earlier: 10 to 49");
  }

  @Test
  void whoCorrectsWhatWasSaidIsNotAskedAgain() {
    var describing = "/organisations/" + organisation.value() + "/describe";
    var sent =
        web.post()
            .uri(describing)
            .with(user(baker))
            .with(csrf())
            .param("kind", "eu-company")
            .param("name", "Boulangerie Müller")
            .param("language", "de")
            .exchange();
    assertThat(sent).hasStatus3xxRedirection();
    var identity = get("/organisations/" + organisation.value() + "/edit/identity");
    assertThat(identity.select("input[name=name]").attr("value")).isEqualTo("Boulangerie Müller");
    assertThat(identity.select("input[name=language][checked]").eachAttr("value"))
        .containsExactly("de");
    assertThat(bakery.system(() -> journey.engagement(engagement)).organisationName())
        .isEqualTo("Boulangerie Müller");
  }

  @Test
  void whatFitsAQuestionExactlyIsFilledIn() {
    answersWere(
        Map.of("kind", List.of("company-eu"), "country", List.of("FR"), "sector", List.of("D")));
    current.asSystem(
        "test",
        () ->
            organisations.describe(
                organisation, Registration.of(Kind.EU_COMPANY, "Énergie SAS", "fr")));
    assertThat(selected("identity", "country")).containsExactly("FR");
    assertThat(selected("activity", "sector")).containsExactly("35");
  }

  @Test
  void aGoalThatIsTooLongForAnIdeaIsLeftOut() {
    var told = ToldAtFirstContact.told(founder("Leaves that say when they are thirsty."));
    assertThat(told.kind()).isEqualTo(Kind.FOUNDER);
    assertThat(told.answers()).containsEntry("idea", "Leaves that say when they are thirsty.");

    answersWere(founder("x".repeat(501)).given());
    current.asSystem(
        "test",
        () -> organisations.describe(organisation, Registration.of(Kind.FOUNDER, "Leaf", "en")));
    assertThat(
            get("/organisations/" + organisation.value() + "/edit/activity")
                .select("input[name=idea]")
                .attr("value"))
        .isEmpty();
  }

  private static Answers founder(String goal) {
    return new Answers(Map.of("kind", List.of("founder"), "goal", List.of(goal)));
  }

  private void answersWere(Map<String, List<String>> answers) {
    var json = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(answers);
    jdbc.sql("update engagement set answers = :answers::jsonb where id = :id")
        .param("answers", json)
        .param("id", engagement.value())
        .update();
  }

  private List<String> selected(String step, String question) {
    return get("/organisations/" + organisation.value() + "/edit/" + step)
        .select("select[name=" + question + "] option[selected]")
        .eachAttr("value");
  }

  private Optional<NextStep> details() {
    return bakery.system(() -> journey.steps(engagement)).stream()
        .filter(step -> "journey.step.organisation".equals(step.message()))
        .findFirst();
  }

  private void describe(Map<String, String> answers) {
    Bakery.done(
        bakery.system(() ->
            organisations.describe(
                organisation,
                new Registration(Kind.COMPANY, "Bäckerei Müller", answers, List.of()))));
  }

  private void complete() {
    var answers =
        Map.ofEntries(
            Map.entry("legalForm", "sarl"),
            Map.entry("founded", "1998-05-04"),
            Map.entry("permit", "granted"),
            Map.entry("sector", "10"),
            Map.entry("accounts", "one-year"),
            Map.entry("year", "2025"),
            Map.entry("publicShare", "0"),
            Map.entry("headcount", "45"),
            Map.entry("turnover", "6100000"),
            Map.entry("balance", "3000000"));
    Bakery.done(bakery.system(() -> organisations.save(organisation, 1, answers)));
  }

  private Document get(String address) {
    var shown = web.get().uri(address + "?lang=en").with(user(baker)).exchange();
    assertThat(shown).as(address).hasStatusOk();
    return Jsoup.parse(
        new String(
            shown.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String text(org.jsoup.nodes.Element element) {
    return element.text();
  }
}
