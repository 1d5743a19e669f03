package lu.aifactory.platform.journey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.summingLong;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

  private static final String VISIBLE =
      "\n where (:everything or e.organisation = any(:organisations))";

  private static final String FOUND =
      " and (e.title ilike :pattern or o.name ilike :pattern or a.name ilike :pattern)";

  // The database leaves out what is joined from the left and then not looked at.
  private static final String FROM =
      " from engagement e left join organisation o on o.id = e.organisation left join account a on a.id = e.advisor";

  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient jdbc;

  EngagementList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<Engagement> page(Visibility visible, ListQuery query) {
    var groups = groups(visible, query);
    var counts = new LinkedHashMap<String, Map<String, Long>>();
    for (var filter : FILTERS.keySet()) counts.put(filter, counts(groups, query, filter));
    long total = groups.stream().filter(one -> one.chosen(query, "")).mapToLong(Group::count).sum();
    return new Page<>(first(visible, query), total, query, counts);
  }

  /// The rows of the page alone, for whoever does not say how many there are.
  List<Engagement> first(Visibility visible, ListQuery query) {
    return bound(ordered(query) + " limit :limit offset :offset", visible, query)
        .param("limit", query.size())
        .param("offset", query.offset())
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
            Engagements.SELECT + VISIBLE + " and e.advisor is null order by e.opened_at, e.id",
            visible,
            oldest)
        .query(Engagements::engagement)
        .list();
  }

  private static String ordered(ListQuery query) {
    var column = COLUMNS.getOrDefault(query.sort(), "e.changed_at");
    return Engagements.SELECT
        + where(query)
        + filtered(query)
        + " order by "
        + column
        + (query.descending() ? " desc" : "")
        + " nulls last, e.id";
  }

  /// How many engagements have these values of all filters.
  private record Group(Map<String, String> values, long count) {

    /// Whether the query shows them, when it is not asked about one filter.
    boolean chosen(ListQuery query, String except) {
      return FILTERS.keySet().stream()
          .allMatch(filter ->
              filter.equals(except)
                  || query.filter(filter).isEmpty()
                  || query.chosen(filter, values.getOrDefault(filter, "")));
    }
  }

  /// All that the search finds, by the values of the filters: what is read once answers all that is counted.
  private List<Group> groups(Visibility visible, ListQuery query) {
    var filters = List.copyOf(FILTERS.keySet());
    var columns = filters.stream().map(FILTERS::get).collect(joining(", "));
    var places = IntStream.rangeClosed(1, filters.size()).mapToObj(String::valueOf);
    return bound(
            "select "
                + columns
                + ", count(*)"
                + FROM
                + where(query)
                + " group by "
                + places.collect(joining(", ")),
            visible,
            query)
        .query((row, number) -> {
          var values = new HashMap<String, String>();
          for (int at = 0; at < filters.size(); at++) {
            values.put(filters.get(at), row.getString(at + 1));
          }
          return new Group(values, row.getLong(filters.size() + 1));
        })
        .list();
  }

  /// How many rows each value would leave, with the other filters as they are.
  private static Map<String, Long> counts(List<Group> groups, ListQuery query, String filter) {
    return groups.stream()
        .filter(one -> one.chosen(query, filter))
        .collect(groupingBy(one -> one.values.get(filter), summingLong(Group::count)));
  }

  private static String where(ListQuery query) {
    return query.text().isEmpty() ? VISIBLE : VISIBLE + FOUND;
  }

  private static String filtered(ListQuery query) {
    var sql = new StringBuilder();
    FILTERS.forEach((filter, column) -> {
      if (!query.filter(filter).isEmpty()) {
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
        .param("pattern", "%" + literal + "%")
        .param("stage", query.filter("stage").toArray(String[]::new))
        .param("waiting", query.filter("waiting").toArray(String[]::new));
  }
}
