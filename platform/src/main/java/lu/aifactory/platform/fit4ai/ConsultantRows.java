package lu.aifactory.platform.fit4ai;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Consultants in SQL.
@Component
class ConsultantRows {

  private static final Map<String, String> ORDERS =
      Map.of("name", "lower(name)", "until", "accredited_until", "from", "accredited_from");

  private static final String STANDING =
      """
      case when :today < accredited_from then 'to-come'
           when :today > accredited_until then 'expired' else 'accredited' end
      """;

  private static final String FROM =
      """
       from fit4ai_consultant
      where (:text = '' or position(lower(:text) in lower(name || ' ' || website)) > 0)
        and (cardinality(:languages) = 0 or languages && :languages)
        and (cardinality(:sectors) = 0 or cardinality(sectors) = 0 or sectors && :sectors)
      """;

  private static final String CHOSEN =
      " and (cardinality(:standings) = 0 or " + STANDING + " = any(:standings))";

  private final JdbcClient jdbc;

  ConsultantRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds a consultant; false when the id or the name is taken.
  boolean add(ConsultantId id, Consultant.Draft draft, Instant now) {
    return said(
                """
                insert into fit4ai_consultant (id, name, website, accredited_from, accredited_until, languages, sectors, changed_at)
                values (:id, :name, :website, :from, :until, :languages, :sectors, :now)
                on conflict do nothing
                """,
                id,
                draft,
                now)
            .update()
        == 1;
  }

  /// Says a consultant anew over the version that was seen; false when there is another by now.
  boolean change(ConsultantId id, Consultant.Draft draft, int seen, Instant now) {
    return said(
                """
                update fit4ai_consultant set name = :name, website = :website, accredited_from = :from,
                  accredited_until = :until, languages = :languages, sectors = :sectors, changed_at = :now,
                  version = version + 1
                 where id = :id and version = :seen
                """,
                id,
                draft,
                now)
            .param("seen", seen)
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec said(
      String sql, ConsultantId id, Consultant.Draft draft, Instant now) {
    return jdbc.sql(sql)
        .param("id", id.value())
        .param("name", draft.name())
        .param("website", draft.website())
        .param("from", draft.from())
        .param("until", draft.until())
        .param("languages", draft.languages().stream().sorted().toArray(String[]::new))
        .param("sectors", draft.sectors().stream().sorted().toArray(String[]::new))
        .param("now", Timestamp.from(now));
  }

  /// Whether another consultant has the name.
  boolean isTaken(String name, ConsultantId by) {
    return jdbc.sql(
            "select exists (select from fit4ai_consultant where lower(name) = lower(:name) and id <> :id)")
        .param("name", name)
        .param("id", by.value())
        .query(Boolean.class)
        .single();
  }

  Optional<Consultant> find(ConsultantId id) {
    return jdbc.sql("select * from fit4ai_consultant where id = :id")
        .param("id", id.value())
        .query((row, _) -> consultant(row))
        .optional();
  }

  /// Those who are accredited on a day, by name.
  List<Consultant> accredited(LocalDate on) {
    return jdbc.sql(
            """
            select * from fit4ai_consultant where :today between accredited_from and accredited_until
             order by lower(name)
            """)
        .param("today", on)
        .query((row, _) -> consultant(row))
        .list();
  }

  Page<Consultant> page(ListQuery query, LocalDate today) {
    var order = ORDERS.getOrDefault(query.sort(), "lower(name)");
    var items =
        asked(
                "select *"
                    + FROM
                    + CHOSEN
                    + " order by "
                    + order
                    + (query.descending() ? " desc" : "")
                    + ", id limit :size offset :offset",
                query,
                today)
            .param("size", query.size())
            .param("offset", query.offset())
            .query((row, _) -> consultant(row))
            .list();
    var total = asked("select count(*)" + FROM + CHOSEN, query, today).query(Long.class).single();
    return new Page<>(
        items,
        total,
        query,
        Map.of(
            "standing", counts("select " + STANDING + " as what, count(*) as n" + FROM, query, today),
            "language",
                counts(
                    "select what, count(*) as n from (select unnest(languages) as what"
                        + FROM
                        + CHOSEN
                        + ")",
                    query,
                    today)));
  }

  private Map<String, Long> counts(String sql, ListQuery query, LocalDate today) {
    var counts = new HashMap<String, Long>();
    asked(sql + " group by what", query, today)
        .query((row, _) -> Map.entry(row.getString("what"), row.getLong("n")))
        .list()
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return counts;
  }

  private JdbcClient.StatementSpec asked(String sql, ListQuery query, LocalDate today) {
    return jdbc.sql(sql)
        .param("text", query.text())
        .param("today", today)
        .param("languages", query.filter("language").toArray(String[]::new))
        .param("sectors", query.filter("sector").toArray(String[]::new))
        .param("standings", query.filter("standing").toArray(String[]::new));
  }

  private static Consultant consultant(ResultSet row) throws SQLException {
    return new Consultant(
        new ConsultantId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("website"),
        row.getObject("accredited_from", LocalDate.class),
        row.getObject("accredited_until", LocalDate.class),
        Set.of((String[]) row.getArray("languages").getArray()),
        Set.of((String[]) row.getArray("sectors").getArray()),
        row.getInt("version"));
  }
}
