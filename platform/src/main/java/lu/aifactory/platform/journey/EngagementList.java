package lu.aifactory.platform.journey;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lu.aifactory.platform.identity.Visibility;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The list of engagements: searched, filtered, ordered, counted.
@Component
class EngagementList {

  /// The columns by which the list can be ordered.
  static final Map<String, String> COLUMNS =
      Map.of(
          "changed", "e.changed_at",
          "opened", "e.opened_at",
          "title", "lower(e.title)",
          "organisation", "lower(o.name)",
          "advisor", "lower(a.name)",
          "stage",
              "array_position(array['discover','assess','upskill','connect','fund','build-and-test','scale'], e.stage)",
          "until", "e.waiting_until");

  /// The filters, and what they look at.
  static final Map<String, String> FILTERS =
      Map.of("stage", "e.stage", "waiting", "coalesce(e.waiting_who, 'nobody')");

  private static final String WHERE =
      """
       where (:everything or e.organisation = any(:organisations))
         and (:text = '' or e.title ilike :pattern or o.name ilike :pattern or a.name ilike :pattern)
      """;

  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient jdbc;

  EngagementList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<Engagement> page(Visibility visible, ListQuery query) {
    return new Page<>(
        rows(visible, query, query.size(), query.offset()),
        count(visible, query),
        query,
        counts(visible, query));
  }

  /// Hands out all rows in the query's order one after the other, without holding them.
  void each(Visibility visible, ListQuery query, Consumer<Engagement> consumer) {
    try (var rows =
        bound(ordered(query), visible, query)
            .withFetchSize(ROWS_AT_ONCE)
            .query(Engagements::engagement)
            .stream()) {
      rows.forEach(consumer);
    }
  }

  /// Those without an advisor, the oldest first.
  List<Engagement> unassigned(Visibility visible) {
    var oldest = ListQuery.first("opened");
    return bound(
            Engagements.SELECT + WHERE + " and e.advisor is null order by e.opened_at, e.id",
            visible,
            oldest)
        .query(Engagements::engagement)
        .list();
  }

  private static String ordered(ListQuery query) {
    var column = COLUMNS.getOrDefault(query.sort(), "e.changed_at");
    return Engagements.SELECT
        + where(query, "")
        + " order by "
        + column
        + (query.descending() ? " desc" : "")
        + " nulls last, e.id";
  }

  private List<Engagement> rows(Visibility visible, ListQuery query, int limit, long offset) {
    return bound(ordered(query) + " limit :limit offset :offset", visible, query)
        .param("limit", limit)
        .param("offset", offset)
        .query(Engagements::engagement)
        .list();
  }

  private long count(Visibility visible, ListQuery query) {
    return bound("select count(*)" + from() + where(query, ""), visible, query)
        .query(Long.class)
        .single();
  }

  /// How many rows each value would leave, with the other filters as they are.
  private Map<String, Map<String, Long>> counts(Visibility visible, ListQuery query) {
    var counts = new LinkedHashMap<String, Map<String, Long>>();
    FILTERS.forEach((filter, column) -> {
      var values = new HashMap<String, Long>();
      bound(
              "select "
                  + column
                  + " as value, count(*) as count"
                  + from()
                  + where(query, filter)
                  + " group by 1",
              visible,
              query)
          .query(row -> {
            values.put(row.getString("value"), row.getLong("count"));
          });
      counts.put(filter, values);
    });
    return counts;
  }

  private static String from() {
    return Engagements.SELECT.substring(Engagements.SELECT.indexOf("  from"));
  }

  private static String where(ListQuery query, String except) {
    var sql = new StringBuilder(WHERE);
    FILTERS.forEach((filter, column) -> {
      if (!filter.equals(except) && !query.filter(filter).isEmpty()) {
        sql.append(" and ").append(column).append(" = any(:").append(filter).append(")\n");
      }
    });
    return sql.toString();
  }

  private JdbcClient.StatementSpec bound(String sql, Visibility visible, ListQuery query) {
    var literal =
        query
            .text()
            .replace("\0", "")
            .replace("\\", "\\\\")
            .replace("%", "\\%")
            .replace("_", "\\_");
    return jdbc.sql(sql)
        .param("everything", visible.everything())
        .param("organisations", visible.organisationIds())
        .param("text", literal)
        .param("pattern", "%" + literal + "%")
        .param("stage", query.filter("stage").toArray(String[]::new))
        .param("waiting", query.filter("waiting").toArray(String[]::new));
  }
}
