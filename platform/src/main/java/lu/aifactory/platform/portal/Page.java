package lu.aifactory.platform.portal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// One page of a list, with how many rows there are in all and, per filter and value, how many rows it would leave.
/// Shared by pages and REST.
public record Page<T>(
    List<T> items, long total, @JsonIgnore ListQuery query, Map<String, Map<String, Long>> counts) {

  /// Keeps own copies.
  public Page {
    items = List.copyOf(items);
    counts = Map.copyOf(counts);
  }

  /// A page of a list without filters.
  public Page(List<T> items, long total, ListQuery query) {
    this(items, total, query, Map.of());
  }

  /// The same page with other things on it.
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), total, query, counts);
  }

  /// How many rows a value of a filter would leave.
  public long count(String filter, String value) {
    return counts.getOrDefault(filter, Map.of()).getOrDefault(value, 0L);
  }

  /// The number of this page, from 1.
  @JsonProperty("page")
  int number() {
    return query.page();
  }

  /// How many rows a page has.
  @JsonProperty("size")
  int size() {
    return query.size();
  }

  /// How many pages there are.
  @JsonProperty
  public int pages() {
    return Math.toIntExact(Math.max(1, (total + query.size() - 1) / query.size()));
  }

  /// The number of the first row shown, 0 for an empty list.
  public long from() {
    return items.isEmpty() ? 0 : query.offset() + 1;
  }

  /// The number of the last row shown.
  public long to() {
    return items.isEmpty() ? 0 : query.offset() + items.size();
  }

  /// The pages worth a link of their own: those around this one.
  public List<Integer> near() {
    return IntStream.rangeClosed(
            Math.max(1, query.page() - 3), Math.min(pages(), Math.max(query.page() + 3, 7)))
        .boxed()
        .toList();
  }
}
