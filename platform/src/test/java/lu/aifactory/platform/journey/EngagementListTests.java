package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class EngagementListTests {

  @Autowired FirstContact contact;
  @Autowired Journey journey;
  @Autowired Identity identity;
  @Autowired CurrentPerson current;
  @Autowired JdbcClient jdbc;

  private Bakery bakery;

  @BeforeEach
  void engagementsAtDifferentStages() {
    bakery = new Bakery(contact, identity, current, jdbc);
    bakery.noAdvisors();
    bakery.engagement();
    bakery = new Bakery(contact, identity, current, jdbc);
    bakery.advisor("Ana Advisor");
    var funded = bakery.engagement();
    jdbc.sql(
            "update engagement set stage = 'fund', waiting_who = null, waiting_until = null where id = :id")
        .param("id", funded.value())
        .update();
  }

  @Test
  void theNumberBesideAFilterIsHowManyRowsItWouldLeave() {
    var chosen =
        List.of(
            Map.<String, Set<String>>of(),
            Map.of("stage", Set.of("fund")),
            Map.of("stage", Set.of("fund", "discover"), "waiting", Set.of("nobody")));
    for (var text : List.of("", "bäckerei", "ana", "nothing is called so")) {
      for (var filters : chosen) agree(text, filters);
    }
  }

  private void agree(String text, Map<String, Set<String>> filters) {
    var page = list(text, filters);
    assertThat(page.total()).isEqualTo(rows(text, filters));
    for (var filter : List.of("stage", "waiting")) {
      for (var value : List.of("discover", "fund", "nobody", "advisor", "factory")) {
        var instead = new HashMap<>(filters);
        instead.put(filter, Set.of(value));
        assertThat(page.count(filter, value))
            .as("%s=%s beside '%s' %s", filter, value, text, filters)
            .isEqualTo(rows(text, instead));
      }
    }
  }

  private long rows(String text, Map<String, Set<String>> filters) {
    var found = new ArrayList<Engagement>();
    bakery.system(() -> {
      journey.export(query(text, filters), found::add);
      return true;
    });
    return found.size();
  }

  private Page<Engagement> list(String text, Map<String, Set<String>> filters) {
    return bakery.system(() -> journey.list(query(text, filters)));
  }

  private static ListQuery query(String text, Map<String, Set<String>> filters) {
    return new ListQuery(text, filters, "changed", true, 1, 25);
  }
}
