package lu.aifactory.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The list of outgoing letters in SQL.
@Component
class LetterList {

  private static final Map<String, String> ORDERS =
      Map.of("queued", "queued_at", "due", "due_at", "tries", "tries", "to", "lower(address)");

  private static final String FOUND =
      """
       from mail_letter
      where (:text = '' or position(lower(:text) in lower(name || ' ' || address || ' ' || coalesce(answer, ''))) > 0)
        and (cardinality(:states) = 0 or state = any(:states))
        and (cardinality(:kinds) = 0 or kind = any(:kinds))
      """;

  /// What the queue looks like at a moment.
  record Length(long waiting, @Nullable Instant oldest) {}

  private final JdbcClient jdbc;

  LetterList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<Queued> page(ListQuery query) {
    var total = asked("select count(*)" + FOUND, query).query(Long.class).single();
    return new Page<>(
        rows(query),
        total,
        query,
        Map.of("state", counts("state", query), "kind", counts("kind", query)));
  }

  List<Queued> rows(ListQuery query) {
    var order = ORDERS.getOrDefault(query.sort(), "queued_at");
    return asked(
            "select *"
                + FOUND
                + " order by "
                + order
                + (query.descending() ? " desc" : "")
                + ", id limit :size offset :offset",
            query)
        .param("size", query.size())
        .param("offset", query.offset())
        .query((row, _) -> queued(row))
        .list();
  }

  // A chip says how many rows it would leave beside the other filter.
  private Map<String, Long> counts(String column, ListQuery query) {
    var counts = new HashMap<String, Long>();
    asked(
            "select " + column + " as value, count(*) as n" + FOUND + " group by 1",
            query,
            column.equals("state") ? Set.of() : query.filter("state"),
            column.equals("kind") ? Set.of() : query.filter("kind"))
        .query(row -> {
          counts.put(row.getString("value"), row.getLong("n"));
        });
    return counts;
  }

  private JdbcClient.StatementSpec asked(String sql, ListQuery query) {
    return asked(sql, query, query.filter("state"), query.filter("kind"));
  }

  private JdbcClient.StatementSpec asked(
      String sql, ListQuery query, Set<String> states, Set<String> kinds) {
    return jdbc.sql(sql)
        .param("text", query.text())
        .param("states", states.toArray(String[]::new))
        .param("kinds", kinds.toArray(String[]::new));
  }

  Optional<Queued> find(LetterId id) {
    return jdbc.sql("select * from mail_letter where id = :id")
        .param("id", id.value())
        .query((row, _) -> queued(row))
        .optional();
  }

  Length length() {
    return jdbc.sql(
            "select count(*) as n, min(queued_at) as oldest from mail_letter where state = 'waiting'")
        .query((row, _) -> new Length(row.getLong("n"), instant(row, "oldest")))
        .single();
  }

  private static Queued queued(ResultSet row) throws SQLException {
    var state = Queued.State.of(row.getString("state"));
    return new Queued(
        Outbox.id(row),
        row.getString("name"),
        row.getString("address"),
        Locale.forLanguageTag(row.getString("language")),
        row.getString("kind"),
        state,
        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getInt("tries"),
        instant(row, "tried_at"),
        row.getString("answer"),
        instant(row, "ended_at"),
        row.getBytes("content") != null);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
