package lu.aifactory.platform.usecase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Visibility;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists of use cases in SQL.
@Component
class UseCaseLists {

  private static final Map<String, String> ORDERS =
      Map.of(
          "title",
          "lower(title)",
          "phase",
          "phase",
          "open",
          "open_sections",
          "changed",
          "changed_at");

  private static final String VISIBLE =
      """
      (:everything or organisation = any(:organisations))
        and (:text = '' or position(lower(:text) in lower(title)) > 0)
      """;

  private final JdbcClient jdbc;

  UseCaseLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<UseCaseSummary> page(Visibility visible, ListQuery query) {
    var phases = query.filter("phase").toArray(String[]::new);
    var order = ORDERS.getOrDefault(query.sort(), "changed_at");
    var chosen = VISIBLE + " and (cardinality(:phases) = 0 or phase = any(:phases))";
    var items =
        asked(
                "select * from use_case where " + chosen,
                visible,
                query.text(),
                phases,
                " order by "
                    + order
                    + (query.descending() ? " desc" : "")
                    + ", id limit :size offset :offset")
            .param("size", query.size())
            .param("offset", query.offset())
            .query((row, _) -> summary(row))
            .list();
    var total =
        asked("select count(*) from use_case where " + chosen, visible, query.text(), phases, "")
            .query(Long.class)
            .single();
    return new Page<>(items, total, query, Map.of("phase", counts(visible, query.text())));
  }

  private Map<String, Long> counts(Visibility visible, String text) {
    var counts = new HashMap<String, Long>();
    asked(
            "select phase, count(*) as n from use_case where " + VISIBLE,
            visible,
            text,
            new String[0],
            " group by phase")
        .query((row, _) -> Map.entry(row.getString("phase"), row.getLong("n")))
        .list()
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }

  private JdbcClient.StatementSpec asked(
      String select, Visibility visible, String text, String[] phases, String tail) {
    return jdbc.sql(select + tail)
        .param("everything", visible.everything())
        .param("organisations", visible.organisationIds())
        .param("text", text)
        .param("phases", phases);
  }

  Optional<OrganisationId> organisationOf(UseCaseId id) {
    return jdbc.sql("select organisation from use_case where id = :id")
        .param("id", id.value())
        .query((row, _) -> new OrganisationId(row.getObject("organisation", UUID.class)))
        .optional();
  }

  List<UseCaseSummary> of(EngagementId engagement) {
    return jdbc.sql("select * from use_case where engagement = :engagement order by created_at, id")
        .param("engagement", engagement.value())
        .query((row, _) -> summary(row))
        .list();
  }

  /// Complete use cases that one side has not signed, of the organisations given.
  List<UseCaseSummary> unsigned(Visibility visible, Capacity capacity) {
    return jdbc.sql(
            """
            select * from use_case u
             where phase = 'to-sign' and (:everything or organisation = any(:organisations))
               and not exists (select from use_case_signature s where s.use_case = u.id and s.capacity = :capacity)
             order by changed_at, id limit 20
            """)
        .param("everything", visible.everything())
        .param("organisations", visible.organisationIds())
        .param("capacity", capacity.word())
        .query((row, _) -> summary(row))
        .list();
  }

  static UseCaseSummary summary(ResultSet row) throws SQLException {
    return new UseCaseSummary(
        new UseCaseId(row.getObject("id", UUID.class)),
        new EngagementId(row.getObject("engagement", UUID.class)),
        new OrganisationId(row.getObject("organisation", UUID.class)),
        "",
        row.getString("title"),
        row.getInt("revision"),
        Phase.of(row.getString("phase")),
        row.getInt("open_sections"),
        row.getTimestamp("changed_at").toInstant());
  }
}
