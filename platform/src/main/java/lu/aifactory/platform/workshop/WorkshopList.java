package lu.aifactory.platform.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Visibility;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists of workshops in SQL.
@Component
class WorkshopList {

  private static final Map<String, String> ORDERS =
      Map.of(
          "title", "lower(w.title)", "date", "w.at", "state", "w.state", "changed", "w.changed_at");

  private static final String FROM =
      """
       from workshop w join organisation o on o.id = w.organisation
      where (:everything or w.organisation = any(:organisations))
        and (:text = '' or position(lower(:text) in lower(w.title || ' ' || w.purpose || ' ' || w.place || ' ' || o.name)) > 0)
      """;

  private static final String CHOSEN = " and (cardinality(:states) = 0 or w.state = any(:states))";

  private final JdbcClient jdbc;

  WorkshopList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<WorkshopLine> page(Visibility visible, ListQuery query) {
    var states = query.filter("state").toArray(String[]::new);
    // a workshop without a date stands last, whichever way round
    var order =
        ORDERS.getOrDefault(query.sort(), "w.at")
            + (query.descending() ? " desc" : "")
            + " nulls last";
    var items =
        asked(
                """
                select w.*, o.name as organisation_name,
                  (select count(*) from workshop_date d where d.workshop = w.id) as dates,
                  (select count(*) from workshop_participant p where p.workshop = w.id) as people
                """
                    + FROM
                    + CHOSEN
                    + " order by "
                    + order
                    + ", w.id limit :size offset :offset",
                visible,
                query,
                states)
            .param("size", query.size())
            .param("offset", query.offset())
            .query((row, _) -> line(row))
            .list();
    var total =
        asked("select count(*)" + FROM + CHOSEN, visible, query, states).query(Long.class).single();
    var counts = new HashMap<String, Long>();
    asked("select w.state, count(*) as n" + FROM + " group by w.state", visible, query, states)
        .query((row, _) -> Map.entry(row.getString("state"), row.getLong("n")))
        .list()
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return new Page<>(items, total, query, Map.of("state", counts));
  }

  private JdbcClient.StatementSpec asked(
      String sql, Visibility visible, ListQuery query, String[] states) {
    return jdbc.sql(sql)
        .param("everything", visible.everything())
        .param("organisations", visible.organisationIds())
        .param("text", query.text())
        .param("states", states);
  }

  private static WorkshopLine line(ResultSet row) throws SQLException {
    var at = row.getObject("at", LocalDateTime.class);
    return new WorkshopLine(
        new WorkshopId(row.getObject("id", UUID.class)),
        row.getString("title"),
        new OrganisationId(row.getObject("organisation", UUID.class)),
        row.getString("organisation_name"),
        at == null
            ? null
            : new WallTime(at, ZoneId.of(row.getString("zone")), row.getBoolean("second")),
        row.getLong("dates"),
        row.getLong("people"),
        Workshop.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
  }
}
