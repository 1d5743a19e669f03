package lu.aifactory.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import lu.aifactory.platform.Cases;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/// The demonstration as a visitor finds it.
@PlatformTest
@TestPropertySource(properties = "aifactory.demo=true")
@Tag("slow")
class DemoTests {

  @Autowired MockMvcTester web;
  @Autowired JdbcClient jdbc;
  @Autowired DemoPeople people;
  @Autowired Seeding seeding;
  @Autowired Cases cases;
  @Autowired JsonMapper json;

  @Test
  void tellsOfOrganisationsInDifferentStates() {
    assertThat(
            count(
                "select count(*) from organisation o join account a on a.password_hash is null "
                    + "join membership m on m.account = a.id and m.organisation = o.id "
                    + "and m.role = 'organisation-owner'"))
        .isGreaterThanOrEqualTo(32);
    assertThat(count("select count(distinct sector) from engagement")).isGreaterThanOrEqualTo(15);
    var stages = words("select distinct stage from engagement");
    assertThat(stages)
        .contains("discover", "assess", "upskill", "connect", "fund", "build-and-test");
    assertThat(words("select distinct phase from use_case"))
        .containsExactlyInAnyOrder("draft", "to-sign", "decision-ready", "sealed");
    assertThat(count("select count(*) from consent")).isGreaterThanOrEqualTo(5);
    assertThat(count("select count(*) from notice where read_at is null")).isPositive();
  }

  @Test
  void hasSomebodyInEveryRole() {
    var held = new TreeMap<String, Long>();
    jdbc.sql(
            """
            select role, count(*) as people from
              (select role from account_role union all select role from membership) held
             group by role
            """)
        .query(row -> {
          held.put(row.getString("role"), row.getLong("people"));
        });
    for (var role : Role.values()) {
      assertThat(held).containsKey(role.code());
    }
    assertThat(held).containsEntry("advisor", 8L);
  }

  @Test
  void showsEveryRoleOnTheSignInPage() throws Exception {
    var page = web.get().uri("/sign-in?lang=en").exchange();
    assertThat(page).hasStatusOk().bodyText().contains("invented").doesNotContain("??");
    for (var someone : people.people()) {
      assertThat(page)
          .bodyText()
          .contains(someone.account().toString(), "value=\"" + someone.account());
    }
    assertThat(people.people().stream().map(someone -> someone.what()).distinct())
        .hasSize(Role.values().length);
  }

  @Test
  void letsAVisitorInAsEachOfThemByOneClick() throws Exception {
    for (var someone : people.people()) {
      var entered =
          web.post()
              .uri("/demo/sign-in")
              .with(csrf())
              .param("account", someone.account().toString())
              .exchange();
      assertThat(entered).as(someone.name()).hasStatus(302).hasRedirectedUrl("/");
      var cookies = entered.getResponse().getCookies();
      assertThat(cookies).as(someone.name()).isNotEmpty();
      var home = web.get().uri("/").cookie(cookies).exchange();
      assertThat(home)
          .as(someone.name())
          .hasStatusOk()
          .bodyText()
          .contains(escaped(someone.name()));
    }
  }

  @Test
  void givesProgramsATokenOfADay() throws Exception {
    for (var someone : people.people()) {
      var made =
          cases.call(
              "POST", "/api/demo/sign-in", null, "{\"account\":\"" + someone.account() + "\"}");
      var me = cases.call("GET", "/api/me", made.get("token").asString(), "{}");
      assertThat(me.get("id").asString()).isEqualTo(someone.account().toString());
    }
    assertThat(
            count(
                "select count(*) from api_token where name = 'demo' and expires_at > now() + interval '25 hours'"))
        .isZero();
  }

  @Test
  void letsNobodyInAsAVisitorWhoOpenedAnAccount() {
    var visitor = cases.open().account();
    for (var account : List.of(visitor, UUID.randomUUID())) {
      assertThat(web.post().uri("/demo/sign-in").with(csrf()).param("account", account.toString()))
          .hasStatus(404);
      assertThat(
              web.post()
                  .uri("/api/demo/sign-in")
                  .contentType(MediaType.APPLICATION_JSON)
                  .content("{\"account\":\"" + account + "\"}"))
          .hasStatus(404);
    }
  }

  @Test
  void writesNothingTheSecondTime() {
    var before = count("select count(*) from engagement");
    seeding.start();
    assertThat(count("select count(*) from engagement")).isEqualTo(before);
  }

  private static String escaped(String name) {
    return name.replace("'", "&#39;");
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private List<String> words(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
