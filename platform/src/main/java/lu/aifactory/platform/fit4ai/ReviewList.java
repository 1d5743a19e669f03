package lu.aifactory.platform.fit4ai;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.identity.Visibility;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists of reviews in SQL.
@Component
class ReviewList {

  private static final Map<String, String> ORDERS =
      Map.of("changed", "r.changed_at", "organisation", "lower(o.name)", "stage", "r.stage");

  private static final String FROM =
      """
       from fit4ai_review r
       join organisation o on o.id = r.organisation
       join engagement e on e.id = r.engagement
      where (:everything or r.organisation = any(:organisations))
        and (:text = '' or position(lower(:text) in lower(o.name || ' ' || e.title || ' ' || r.objectives)) > 0)
      """;

  private static final String CHOSEN = " and (cardinality(:stages) = 0 or r.stage = any(:stages))";

  private final JdbcClient jdbc;

  ReviewList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<ReviewLine> page(Visibility visible, ListQuery query) {
    var order =
        ORDERS.getOrDefault(query.sort(), "r.changed_at") + (query.descending() ? " desc" : "");
    var items =
        asked(
                "select r.id, r.stage, r.changed_at, o.name, e.title"
                    + FROM
                    + CHOSEN
                    + " order by "
                    + order
                    + ", r.id limit :size offset :offset",
                visible,
                query)
            .param("size", query.size())
            .param("offset", query.offset())
            .query((row, _) ->
                new ReviewLine(
                    new Fit4AiId(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    row.getString("title"),
                    Review.Stage.of(row.getString("stage")),
                    row.getTimestamp("changed_at").toInstant()))
            .list();
    var total =
        asked("select count(*)" + FROM + CHOSEN, visible, query).query(Long.class).single();
    var counts = new HashMap<String, Long>();
    asked("select r.stage, count(*) as n" + FROM + " group by r.stage", visible, query)
        .query((row, _) -> Map.entry(row.getString("stage"), row.getLong("n")))
        .list()
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return new Page<>(items, total, query, Map.of("stage", counts));
  }

  private JdbcClient.StatementSpec asked(String sql, Visibility visible, ListQuery query) {
    return jdbc.sql(sql)
        .param("everything", visible.everything())
        .param("organisations", visible.organisationIds())
        .param("text", query.text())
        .param("stages", query.filter("stage").toArray(String[]::new));
  }
}
