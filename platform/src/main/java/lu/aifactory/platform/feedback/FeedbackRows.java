package lu.aifactory.platform.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of what people told.
@Component
class FeedbackRows {

  private static final Map<String, String> ORDERS =
      Map.of("at", "number", "changed", "changed_at", "kind", "kind");

  private static final String FOUND =
      """
       from feedback
      where (:text = '' or position(lower(:text) in
               lower(text || ' ' || coalesce(page, '') || ' ' || coalesce(email, '') || ' ' || coalesce(reply, ''))) > 0)
        and (cardinality(:states) = 0 or state = any(:states))
        and (cardinality(:kinds) = 0 or kind = any(:kinds))
      """;

  private final JdbcClient jdbc;

  FeedbackRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// False when the id is taken.
  boolean add(NewFeedback given, @Nullable AccountId account, Locale language, Instant now) {
    return jdbc.sql(
                """
                insert into feedback (id, at, kind, text, page, email, account, language, changed_at)
                values (:id, :now, :kind, :text, :page, :email, :account, :language, :now)
                on conflict (id) do nothing
                """)
            .param("id", given.id())
            .param("now", at(now))
            .param("kind", given.kind())
            .param("text", given.text())
            .param("page", given.page().isEmpty() ? null : given.page())
            .param("email", given.email().isEmpty() ? null : given.email())
            .param("account", account == null ? null : account.value())
            .param("language", language.getLanguage())
            .update()
        == 1;
  }

  Page<Feedback> page(ListQuery query) {
    var total = asked("select count(*)" + FOUND, query).query(Long.class).single();
    return new Page<>(
        rows(query),
        total,
        query,
        Map.of("state", counts("state", query), "kind", counts("kind", query)));
  }

  List<Feedback> rows(ListQuery query) {
    var order = ORDERS.getOrDefault(query.sort(), "number");
    return asked(
            "select *"
                + FOUND
                + " order by "
                + order
                + (query.descending() ? " desc" : "")
                + ", number limit :size offset :offset",
            query)
        .param("size", query.size())
        .param("offset", query.offset())
        .query((row, _) -> feedback(row))
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

  Optional<Feedback> find(FeedbackId id) {
    return jdbc.sql("select * from feedback where id = :id")
        .param("id", id.value())
        .query((row, _) -> feedback(row))
        .optional();
  }

  /// False when it is not in a state from which this can be done, because somebody was quicker.
  boolean change(
      FeedbackId id,
      Feedback.State from,
      Feedback.State to,
      @Nullable String reply,
      AccountId by,
      Instant now) {
    return jdbc.sql(
                """
                update feedback set state = :to, reply = coalesce(:reply, reply), changed_at = :now, changed_by = :by
                where id = :id and state = :from
                """)
            .param("id", id.value())
            .param("from", from.code())
            .param("to", to.code())
            .param("reply", reply)
            .param("now", at(now))
            .param("by", by.value())
            .update()
        == 1;
  }

  void forget(Instant before) {
    jdbc.sql("delete from feedback where state <> 'open' and changed_at < :before")
        .param("before", at(before))
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Feedback feedback(ResultSet row) throws SQLException {
    var account = row.getObject("account", UUID.class);
    return new Feedback(
        new FeedbackId(row.getObject("id", UUID.class)),
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Feedback.Kind.of(row.getString("kind")).orElseThrow(),
        row.getString("text"),
        row.getString("page"),
        row.getString("email"),
        account == null ? null : new AccountId(account),
        Locale.forLanguageTag(row.getString("language")),
        Feedback.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("reply"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
