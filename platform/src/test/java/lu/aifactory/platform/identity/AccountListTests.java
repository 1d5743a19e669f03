package lu.aifactory.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class AccountListTests {

  @Autowired Administration administration;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired JdbcClient jdbc;

  @Test
  void theNumberBesideARoleIsHowManyAccountsItWouldLeave() {
    person("Counted Adviser", "advisor");
    person("Counted Auditor", "auditor", "advisor");
    person("Counted by nobody");
    for (var text : new String[] {"", "counted"}) {
      var all = list(text, Map.of());
      for (var role : Role.values()) {
        assertThat(all.count("role", role.code()))
            .as(role + " beside '" + text + "'")
            .isEqualTo(list(text, Map.of("role", Set.of(role.code()))).total());
      }
    }
    var counted = list("counted", Map.of());
    assertThat(counted.total()).isEqualTo(3);
    assertThat(counted.count("role", "advisor")).isEqualTo(2);
  }

  private void person(String name, String... roles) {
    var id = new AccountId(UUID.randomUUID());
    identity.open(
        id, new NewAccount(id.value() + "@factory.lu", name, "fr", "correct horse battery staple"));
    for (var role : roles) {
      jdbc.sql("insert into account_role (account, role) values (:id, :role)")
          .param("id", id.value())
          .param("role", role)
          .update();
    }
  }

  private Page<AccountSummary> list(String text, Map<String, Set<String>> filters) {
    return current.asSystem(
        "test", () -> administration.accounts(new ListQuery(text, filters, "name", false, 1, 25)));
  }
}
