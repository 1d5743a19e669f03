package lu.aifactory.platform.journey;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
      Map.of(
          "stage", "e.stage",
          "waiting", "coalesce(e.waiting_who, 'nobody')",
          "sector", "e.sector",
          "advisor", "coalesce(e.advisor::text, 'nobody')",
          "state",
              "case when e.closed_at is not null then 'closed' when e.advisor is null"
                  + " then 'waiting-for-assignment' else 'open' end");

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

  /// The rows of the page alone, for whoever does not say how many there are.
  List<Engagement> first(Visibility visible, ListQuery query) {
    return rows(visible, query, query.size(), query.offset());
  }

  /// The same query without those that have ended.
  ListQuery goingOn(ListQuery query) {
    var filters = new LinkedHashMap<>(query.filters());
    filters.put(
        "state",
        Set.of(Engagement.State.OPEN.code(), Engagement.State.WAITING_FOR_ASSIGNMENT.code()));
    return new ListQuery(
        query.text(), filters, query.sort(), query.descending(), query.page(), query.size());
  }

  /// How many the query finds, without them.
  Page<Engagement> summary(Visibility visible, ListQuery query) {
    return new Page<>(List.of(), count(visible, query), query, counts(visible, query));
  }

  /// The most urgent of each stage among those that go on.
  List<Engagement> pipeline(Visibility visible, ListQuery query, int ofEach) {
    var goingOn = goingOn(query);
    return bound(
            """
            select * from (select found.*, row_number() over (partition by stage order by waiting_until nulls last, id)
                             as place from (%s) found) placed
             where place <= :most order by place
            """
                .formatted(Engagements.SELECT + where(goingOn, "")),
            visible,
            goingOn)
        .param("most", ofEach)
        .query(Engagements::engagement)
        .list();
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
            Engagements.SELECT
                + WHERE
                + " and e.advisor is null and e.closed_at is null order by e.opened_at, e.id",
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

  /// What `ilike` finds these words with, letter by letter.
  static String pattern(String text) {
    return "%"
        + text.replace("\0", "").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        + "%";
  }

  private JdbcClient.StatementSpec bound(String sql, Visibility visible, ListQuery query) {
    return jdbc.sql(sql)
        .param("everything", visible.everything())
        .param("organisations", visible.organisationIds())
        .param("text", query.text())
        .param("pattern", pattern(query.text()))
        .params(
            FILTERS.keySet().stream()
                .collect(
                    Collectors.toMap(
                        name -> name, name -> query.filter(name).toArray(String[]::new))));
  }
}
