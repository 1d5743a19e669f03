package lu.aifactory.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.NewAccount;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.notice.Notices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The pages of auditor, operator and inbox, in the running application.
@PlatformTest
class OperatorPagesTests {

  @Autowired MockMvcTester web;
  @Autowired Identity identity;
  @Autowired Notices notices;
  @Autowired JdbcClient jdbc;
  private String auditor;
  private String operator;
  private String member;

  @BeforeEach
  void people() {
    auditor = account("auditor");
    operator = account("compute-operator");
    member = account(null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "lb"})
  void showsEveryPageInEveryLanguage(String language) throws Exception {
    notices.tell(new AccountId(UUID.fromString(auditor)), "notice.title", List.of(), "/audit");
    for (var page :
        List.of(
            "/audit",
            "/audit?q=account&outside=true&from=2026-01-01&order=oldest",
            "/notices",
            "/notices?q=x&state=unread",
            "/schedule")) {
      var shown = get(auditor, page + (page.contains("?") ? "&" : "?") + "lang=" + language);
      assertThat(shown).hasStatusOk();
      assertThat(shown.getResponse().getContentAsString())
          .as(page)
          .contains("lang=\"" + language + "\"")
          .doesNotContain("??");
    }
  }

  @Test
  void linksEntriesWithinTwoSecondsAndChecksThem() throws Exception {
    var sealed = Instant.now().plusSeconds(2);
    while (count("audit_waiting") > 0) {
      assertThat(Instant.now()).isBefore(sealed);
      Thread.sleep(50);
    }
    assertThat(count("audit_link")).isEqualTo(count("audit_entry"));
    var started =
        web.post().uri("/audit/verifications").with(user(auditor)).with(csrf()).exchange();
    assertThat(started).hasStatus3xxRedirection();
    var address = started.getResponse().getRedirectedUrl();
    assertThat(address).startsWith("/audit/verifications/");
    var end = Instant.now().plus(Duration.ofSeconds(20));
    var page = get(auditor, address).getResponse().getContentAsString();
    while (page.contains("<progress")) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
      page = get(auditor, address).getResponse().getContentAsString();
    }
    assertThat(page).contains("The trail is intact");
    assertThat(get(auditor, "/api" + address))
        .bodyJson()
        .extractingPath("$.state")
        .isEqualTo("intact");
  }

  @Test
  void showsAndExportsEntries() throws Exception {
    var id =
        jdbc.sql(
                "select id from audit_entry where action = 'account.opened' order by number desc limit 1")
            .query(UUID.class)
            .single();
    assertThat(get(auditor, "/audit/entries/" + id))
        .hasStatusOk()
        .bodyText()
        .contains(id.toString());
    assertThat(get(auditor, "/audit/export.csv?action=account.opened"))
        .hasStatusOk()
        .bodyText()
        .startsWith("id,number,at,")
        .contains(id.toString());
    assertThat(get(auditor, "/audit/export.jsonl?action=account.opened"))
        .hasStatusOk()
        .bodyText()
        .startsWith("{\"id\":")
        .contains(id.toString());
    assertThat(get(auditor, "/api/audit/entries?action=account.opened"))
        .hasStatusOk()
        .bodyText()
        .contains(id.toString());
    assertThat(get(auditor, "/api/audit/key"))
        .hasStatusOk()
        .bodyText()
        .contains("BEGIN PUBLIC KEY");
    assertThat(
            jdbc.sql("select count(*) from audit_entry where action = 'audit.exported'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void keepsOthersOut() {
    for (var page : List.of("/audit", "/audit/export.csv", "/audit/checkpoint", "/schedule"))
      assertThat(get(member, page).getResponse().getStatus()).as(page).isBetween(400, 404);
    assertThat(
            web.post()
                .uri("/schedule/x/run")
                .with(user(auditor))
                .with(csrf())
                .exchange()
                .getResponse()
                .getStatus())
        .isEqualTo(403);
  }

  @Test
  void marksOwnNoticesAsReadAndNobodyElses() throws Exception {
    notices.tell(
        new AccountId(UUID.fromString(member)), "notice.empty.text", List.of(), "/schedule");
    var id =
        jdbc.sql("select id from notice where account = ?::uuid")
            .param(member)
            .query(UUID.class)
            .single();
    assertThat(get(member, "/notices")).bodyText().contains("you are told here");
    assertThat(get(member, "/notices?q=told%20here")).bodyText().contains("you are told here");
    assertThat(get(operator, "/notices")).bodyText().contains("No notices");
    var other =
        web.post().uri("/notices/" + id + "/read").with(user(operator)).with(csrf()).exchange();
    assertThat(other).hasStatus(404);
    var own =
        web.post()
            .uri("/notices/" + id + "/read")
            .param("follow", "true")
            .with(user(member))
            .with(csrf())
            .exchange();
    assertThat(own).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/schedule");
    assertThat(get(member, "/notices")).bodyText().contains("Everything is read");
  }

  @Test
  void runsRecurringWorkNow() {
    assertThat(web.post().uri("/schedule/no.such/run").with(user(operator)).with(csrf()).exchange())
        .hasStatus(404);
    assertThat(get(operator, "/api/schedule")).hasStatusOk();
    assertThat(get(operator, "/api/schedule/work")).hasStatusOk();
  }

  private MvcTestResult get(String account, String address) {
    return web.get().uri(URI.create(address)).accept(MediaType.ALL).with(user(account)).exchange();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private String account(String role) {
    var id = new AccountId(UUID.randomUUID());
    identity.open(
        id, new NewAccount(id.value() + "@example.org", "Somebody", "en", "a long enough secret"));
    if (role != null)
      jdbc.sql("insert into account_role (account, role) values (?, ?)")
          .params(id.value(), role)
          .update();
    else identity.found(new OrganisationId(UUID.randomUUID()), "Bakery", id);
    return id.value().toString();
  }
}
