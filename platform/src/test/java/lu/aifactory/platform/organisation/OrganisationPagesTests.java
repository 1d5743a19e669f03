package lu.aifactory.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.NewAccount;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Tokens;
import lu.aifactory.platform.rulebook.Rulebook;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Registering an organisation by hand and over REST, in the running application.
@PlatformTest
class OrganisationPagesTests {

  @Autowired MockMvcTester web;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired Organisations organisations;
  @Autowired Rulebook rulebook;
  @Autowired JdbcClient jdbc;
  @Autowired Tokens tokens;

  private final UUID bakery = UUID.randomUUID();
  private String baker;
  private String stranger;

  @BeforeEach
  void people() {
    baker = account("Jeanne Müller");
    stranger = account("Somebody Else");
  }

  @Test
  void aCompanyGoesItsWayFromItsNameToASignedSize() throws Exception {
    register();
    fill();
    add("Moulin SA", "partner", "25", "20", "4 000 000", "2.000.000 €");
    var page = text(get(baker, "/organisations/" + bakery));
    assertThat(page)
        .contains("is a medium-sized enterprise for State aid")
        .contains("Moulin SA")
        .contains("€\u00a07,100,000")
        .contains("2003/361");
    var id = UUID.randomUUID().toString();
    var unsigned =
        post(
            baker,
            "/organisations/%s/declarations".formatted(bakery),
            Map.of("version", "5", "declaration", id));
    assertThat(text(unsigned)).contains("Please confirm the declaration");
    var spoiled =
        post(
            baker,
            "/organisations/%s/declarations".formatted(bakery),
            Map.of("version", "5", "declaration", "none", "truthful", "true"));
    assertThat(spoiled).hasStatusOk().bodyText().contains("Please sign once more");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(
              post(
                  baker,
                  "/organisations/%s/declarations".formatted(bakery),
                  Map.of("version", "5", "declaration", id, "truthful", "true")))
          .hasStatus3xxRedirection();
    }
    var portrait = portrait();
    assertThat(portrait.declared()).isTrue();
    assertThat(portrait.declarations())
        .singleElement()
        .satisfies(signed -> {
          assertThat(signed.year()).isEqualTo(2025);
          assertThat(signed.name()).isEqualTo("Jeanne Müller");
          assertThat(Declarations.sha256(signed.content())).isEqualTo(signed.sha256());
        });
    assertThat(rulebook.decisionsAbout(new DeclarationId(UUID.fromString(id)))).hasSize(3);
    post(baker, "/organisations/%s/group/0/remove".formatted(bakery), Map.of("version", "5"));
    assertThat(portrait().declared()).isFalse();
    assertThat(portrait().organisation().size(Frame.STATE_AID)).contains(SizeClass.SMALL);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyKindHasItsOwnQuestions(Kind kind) throws Exception {
    var id = UUID.randomUUID();
    post(
        baker,
        "/organisations/new",
        Map.of("id", id.toString(), "kind", kind.code(), "name", "A", "language", "de"));
    for (var step : Paths.steps(kind)) {
      var address =
          step.equals(Paths.GROUP)
              ? "/organisations/" + id + "/group"
              : "/organisations/" + id + "/edit/" + step;
      for (var language : List.of("en", "fr", "de", "lb")) {
        var shown = get(baker, address + "?lang=" + language);
        assertThat(shown).as(address).hasStatusOk();
        assertThat(text(shown)).as(address).doesNotContain("organisation.").doesNotContain("??");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "lb"})
  void showsItsPagesInEveryLanguage(String language) throws Exception {
    register();
    fill();
    for (var page : List.of("/organisations", "/organisations/new", "/organisations/" + bakery)) {
      var shown = get(baker, page + "?lang=" + language);
      assertThat(shown).as(page).hasStatusOk();
      assertThat(text(shown))
          .as(page)
          .contains("lang=\"" + language + "\"")
          .doesNotContainPattern("organisation\\.[a-z]")
          .doesNotContain("??");
    }
  }

  @Test
  void aWrongAnswerComesBackFilledWithWhatIsWrong() throws Exception {
    register();
    var refused =
        post(
            baker,
            "/organisations/%s/edit/activity".formatted(bakery),
            Map.of(
                "version",
                "1",
                "sector",
                "Z9",
                "accounts",
                "",
                "year",
                "19",
                "publicShare",
                "120"));
    assertThat(text(refused))
        .contains("Please choose one from the list")
        .contains("Please answer this question")
        .contains("Please give a year")
        .contains("Please give a percentage from 0 to 100")
        .contains("value=\"120\"");
    assertThat(portrait().version()).isEqualTo(1);
  }

  @Test
  void whoComesBackLaterMayLeaveQuestionsOpen() throws Exception {
    register();
    var saved =
        post(
            baker,
            "/organisations/%s/edit/identity".formatted(bakery),
            Map.of("version", "1", "name", "Bakery", "seat", "Wiltz", "later", "true"));
    assertThat(saved).hasStatus3xxRedirection();
    assertThat(portrait().profile().answer("seat")).isEqualTo("Wiltz");
    assertThat(text(get(baker, "/organisations/" + bakery))).contains("questions are open");
  }

  @Test
  void theSecondOfTwoSeesWhatChangedAndKeepsTheirText() throws Exception {
    register();
    var address = "/organisations/%s/edit/identity".formatted(bakery);
    post(baker, address, identity("Wiltz", "1"));
    var late = post(baker, address, identity("Clervaux", "1"));
    assertThat(text(late)).contains("Wiltz").contains("Clervaux").contains("Somebody else saved");
    assertThat(portrait().profile().answer("seat")).isEqualTo("Wiltz");
  }

  @Test
  void theSecondOfTwoWhoChangeTheGroupSeesItAndKeepsTheirText() throws Exception {
    register();
    fill();
    add("Moulin SA", "partner", "25", "20", "4000000", "2000000");
    var late =
        post(
            baker,
            "/organisations/%s/group".formatted(bakery),
            Map.of(
                "version",
                "4",
                "enterpriseName",
                "Farm",
                "relation",
                "linked",
                "share",
                "60",
                "headcount",
                "3",
                "turnover",
                "9",
                "balance",
                "9"));
    assertThat(text(late))
        .contains("Somebody else saved")
        .contains("Moulin SA, Farm")
        .contains("value=\"Farm\"");
    assertThat(portrait().profile().group()).hasSize(1);
  }

  @Test
  void aDoubleSubmitMakesOneOrganisation() {
    register();
    register();
    assertThat(
            jdbc.sql("select count(*) from organisation_profile where organisation = :id")
                .param("id", bakery)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void nobodyTakesOverTheOrganisationOfSomebodyElse() {
    var id = new OrganisationId(UUID.randomUUID());
    identity.found(id, "Bank", new AccountId(UUID.fromString(stranger)));
    post(
        baker,
        "/organisations/new",
        Map.of("id", id.value().toString(), "kind", "company", "name", "Mine", "language", "en"));
    assertThat(current.asSystem("test", () -> organisations.find(id))).isEmpty();
    register();
    assertThat(get(stranger, "/organisations/" + bakery)).hasStatus(404);
    assertThat(get(stranger, "/organisations/%s/edit/identity".formatted(bakery))).hasStatus(404);
    assertThat(get(stranger, "/api/organisations/" + bakery)).hasStatus(404);
    assertThat(current.asSystem("test", () -> identity.nameOf(id))).contains("Bank");
  }

  @Test
  void theListSearchesFiltersAndExportsCellsThatNoSpreadsheetRuns() throws Exception {
    register();
    post(baker, "/organisations/%s/edit/identity".formatted(bakery), named("=cmd()"));
    assertThat(text(get(baker, "/organisations?q=CMD&kind=company"))).contains("=cmd()");
    assertThat(text(get(baker, "/organisations?kind=founder"))).doesNotContain("=cmd()");
    assertThat(text(get(stranger, "/organisations/new"))).doesNotContain("=cmd()");
    assertThat(text(get(baker, "/organisations/export.csv"))).contains(",'=cmd(),company");
    assertThat(text(get(baker, "/search?q=cmd"))).contains("/organisations/" + bakery);
  }

  @Test
  void aProgramDoesTheSameOverRest() throws Exception {
    var created =
        send(
            "POST",
            "/api/organisations",
            """
            {"id": "%s", "kind": "eu-company", "name": "Biogen SAS", "answers": {
              "language": "fr", "country": "FR", "sector": "86", "accounts": "two-years", "year": "2025",
              "publicShare": "0", "headcount": "8", "turnover": "400000", "balance": "900000",
              "headcountBefore": "6", "turnoverBefore": "200000", "balanceBefore": "700000"},
             "group": [{"name": "Fonds", "relation": "PARTNER", "share": 30,
               "last": {"headcount": 2, "turnover": 10, "balance": 20}}]}
            """
                .formatted(bakery));
    assertThat(created).hasStatus(201);
    var whole = send("GET", "/api/organisations/" + bakery, "");
    assertThat(whole)
        .bodyJson()
        .extractingPath("$.organisation.sizes.state-aid")
        .isEqualTo("micro");
    assertThat(whole).bodyJson().extractingPath("$.missing").asArray().contains("seat", "founded");
    var address = "/api/organisations/" + bakery;
    assertThat(send("PUT", address, "{\"version\": 1, \"answers\": {\"seat\": \"Metz\"}}"))
        .bodyJson()
        .extractingPath("$.version")
        .isEqualTo(2);
    assertThat(send("PUT", address, "{\"version\": 1, \"answers\": {}}")).hasStatus(409);
    assertThat(send("PUT", address, "{\"version\": 2, \"answers\": {\"permit\": \"none\"}}"))
        .hasStatus(422);
    assertThat(send("POST", address + "/declarations", "{\"version\": 2}")).hasStatus(201);
    assertThat(send("POST", "/api/organisations", "{\"kind\": \"club\"}")).hasStatus(422);
    assertThat(send("PUT", address, "{\"version\": 2, \"group\": [{\"name\": \"x\"}]}"))
        .hasStatus(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"headcount\": 1e600000000, \"turnover\": 1, \"balance\": 1}",
        "{\"headcount\": 1, \"turnover\": 0e600000000, \"balance\": 1}",
        "{\"headcount\": 1, \"turnover\": 1, \"balance\": 1e-600000000}",
        "{\"headcount\": 1, \"turnover\": 1, \"balance\": 10000000000000}"
      })
  void refusesNumbersOfAGroupThatNobodyCouldAdd(String figures) {
    register();
    var group = "[{\"name\": \"x\", \"relation\": \"LINKED\", \"share\": 60, \"last\": %s}]";
    assertThat(change("\"group\": " + group.formatted(figures))).hasStatus(422);
    assertThat(change("\"group\": [null]")).hasStatus(422);
    assertThat(change("\"group\": " + group.formatted("{}").replace("60", "6e600000000")))
        .hasStatus4xxClientError();
  }

  @Test
  void aYearThatLiesAheadIsNeverClosedButMayBeEstimated() {
    register();
    var next = Today.of(Clock.systemUTC()).getYear() + 1;
    var year = "\"answers\": {\"year\": \"" + next + "\", \"accounts\": \"%s\"}";
    assertThat(change(year.formatted("one-year"))).hasStatus(422);
    assertThat(change(year.formatted("none"))).hasStatusOk();
    assertThat(
            send("PUT", address(), "{\"version\": 2, \"answers\": {\"accounts\": \"one-year\"}}"))
        .hasStatus(422);
  }

  @Test
  void aTokenThatMayOnlyReadNoticesRegistersNothing() {
    register();
    var email = baker + "@example.org";
    var draft = new Tokens.Draft(UUID.randomUUID(), "inbox", List.of("notice:read"), 1);
    var token =
        ((Outcome.Done<Tokens.Made>) tokens.make(email, "correct horse battery staple", draft))
            .value();
    var sent =
        web.post()
            .uri("/api/organisations")
            .header("Authorization", "Bearer " + token.secret().text())
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"kind\": \"company\", \"name\": \"Mine\"}")
            .exchange();
    assertThat(sent).hasStatus(403);
  }

  private String address() {
    return "/api/organisations/" + bakery;
  }

  private MvcTestResult change(String what) {
    return send("PUT", address(), "{\"version\": 1, " + what + "}");
  }

  private void register() {
    assertThat(
            post(
                baker,
                "/organisations/new",
                Map.of(
                    "id",
                    bakery.toString(),
                    "kind",
                    "company",
                    "name",
                    "Bakery",
                    "language",
                    "en")))
        .hasStatus3xxRedirection();
  }

  private void fill() {
    var edit = "/organisations/%s/edit/".formatted(bakery);
    assertThat(post(baker, edit + "identity", identity("Wiltz", "1"))).hasStatus3xxRedirection();
    assertThat(
            post(
                baker,
                edit + "activity",
                Map.of(
                    "version",
                    "2",
                    "sector",
                    "10",
                    "accounts",
                    "one-year",
                    "year",
                    "2025",
                    "publicShare",
                    "0")))
        .hasStatus3xxRedirection();
    assertThat(
            post(
                baker,
                edit + "figures",
                Map.of(
                    "version",
                    "3",
                    "headcount",
                    "45,5",
                    "turnover",
                    "6 100 000",
                    "balance",
                    "3.000.000")))
        .hasStatus3xxRedirection();
  }

  private void add(String name, String relation, String share, String... figures) {
    assertThat(
            post(
                baker,
                "/organisations/%s/group".formatted(bakery),
                Map.of(
                    "version",
                    "4",
                    "enterpriseName",
                    name,
                    "relation",
                    relation,
                    "share",
                    share,
                    "headcount",
                    figures[0],
                    "turnover",
                    figures[1],
                    "balance",
                    figures[2])))
        .hasStatus3xxRedirection();
  }

  private static Map<String, String> identity(String seat, String version) {
    return Map.of(
        "version",
        version,
        "name",
        "Bakery",
        "legalForm",
        "sarl",
        "seat",
        seat,
        "founded",
        "1998-05-04",
        "permit",
        "granted",
        "language",
        "fr");
  }

  private static Map<String, String> named(String name) {
    return Map.of("version", "1", "name", name, "later", "true");
  }

  private Portrait portrait() {
    var id = new OrganisationId(bakery);
    return current.asSystem("test", () -> organisations.portrait(id)).orElseThrow();
  }

  private String account(String name) {
    var id = new AccountId(UUID.randomUUID());
    var account =
        new NewAccount(id.value() + "@example.org", name, "en", "correct horse battery staple");
    assertThat(identity.open(id, account)).isInstanceOf(Outcome.Done.class);
    return id.value().toString();
  }

  private MvcTestResult get(String who, String address) {
    return web.get().uri(URI.create(address)).with(user(who)).exchange();
  }

  private MvcTestResult post(String who, String address, Map<String, String> fields) {
    var request = web.post().uri(URI.create(address)).with(user(who)).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult send(String method, String address, String body) {
    return web.method(org.springframework.http.HttpMethod.valueOf(method))
        .uri(URI.create(address))
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(user(baker))
        .with(csrf())
        .exchange();
  }

  private static String text(MvcTestResult result) throws Exception {
    return result.getResponse().getContentAsString();
  }
}
