package lu.aifactory.platform.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.web.util.UriComponentsBuilder;

/// What is asked of a list: words to search for, filters, order and page. A handler takes it as a parameter with
/// [Listing]; only the columns and filters named there can get in. `toString` is the query part of an address.
public record ListQuery(
    String text,
    Map<String, Set<String>> filters,
    String sort,
    boolean descending,
    int page,
    int size) {

  static final int DEFAULT_SIZE = 25;
  static final int LARGEST_SIZE = 200;
  static final int LAST_PAGE = 100_000;

  /// Keeps page and size within bounds, and an own copy of the filters in a stable order.
  public ListQuery {
    text = storable(text);
    var copy = new TreeMap<String, Set<String>>();
    filters.forEach((name, values) -> {
      var kept = new TreeSet<>(values.stream().map(ListQuery::storable).toList());
      kept.remove("");
      if (!kept.isEmpty()) copy.put(name, kept);
    });
    filters = copy;
    page = Math.clamp(page, 1, LAST_PAGE);
    size = Math.clamp(size, 1, LARGEST_SIZE);
  }

  /// Without the one character that no database holds.
  private static String storable(String typed) {
    return typed.replace("\0", "").strip();
  }

  /// The first page of everything in this order.
  public static ListQuery first(String sort) {
    return new ListQuery("", Map.of(), sort, false, 1, DEFAULT_SIZE);
  }

  /// How many rows come before this page.
  public long offset() {
    return (page - 1L) * size;
  }

  /// The chosen values of a filter; empty means that it does not filter.
  public Set<String> filter(String name) {
    return filters.getOrDefault(name, Set.of());
  }

  /// Whether a value of a filter is chosen.
  public boolean chosen(String name, String value) {
    return filter(name).contains(value);
  }

  /// The same list at another page.
  public ListQuery withPage(int number) {
    return new ListQuery(text, filters, sort, descending, number, size);
  }

  /// The same list with another number of rows a page.
  public ListQuery withSize(int rows) {
    return new ListQuery(text, filters, sort, descending, 1, rows);
  }

  /// The same list with a value of a filter added, or taken away if it was chosen.
  public ListQuery toggled(String name, String value) {
    var values = new TreeSet<>(filter(name));
    if (!values.remove(value)) values.add(value);
    var all = new LinkedHashMap<>(filters);
    all.put(name, values);
    return new ListQuery(text, all, sort, descending, 1, size);
  }

  /// The same list ordered by a column; by the same column once more turns it round.
  public ListQuery sortedBy(String column) {
    return new ListQuery(text, filters, column, column.equals(sort) && !descending, 1, size);
  }

  /// What `aria-sort` says of a column.
  public String direction(String column) {
    if (!column.equals(sort)) return "none";
    return descending ? "descending" : "ascending";
  }

  /// The parameters that the search box of the list has to keep.
  public List<Map.Entry<String, String>> kept() {
    var kept = new ArrayList<Map.Entry<String, String>>();
    filters.forEach((name, values) -> values.forEach(value -> kept.add(Map.entry(name, value))));
    kept.add(Map.entry("sort", (descending ? "-" : "") + sort));
    if (size != DEFAULT_SIZE) kept.add(Map.entry("size", Integer.toString(size)));
    return kept;
  }

  @Override
  public String toString() {
    var address = UriComponentsBuilder.newInstance();
    if (!text.isEmpty()) address.queryParam("q", "{q}");
    var values = new ArrayList<Object>();
    if (!text.isEmpty()) values.add(text);
    for (var one : kept()) {
      address.queryParam(one.getKey(), "{value}");
      values.add(one.getValue());
    }
    if (page > 1) address.queryParam("page", page);
    return address.encode().build(values.toArray()).toString();
  }
}
