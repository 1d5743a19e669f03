package lu.aifactory.platform.usecase.decide;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.usecase.Answers;
import lu.aifactory.platform.usecase.Content;
import org.jspecify.annotations.Nullable;

/// A minimum of quality that a section must reach before somebody can decide on it. Each says what is weak with a
/// message of its own.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Rule.LeastRows.class, name = "least-rows"),
  @JsonSubTypes.Type(value = Rule.NoRow.class, name = "no-row"),
  @JsonSubTypes.Type(value = Rule.InOrder.class, name = "in-order"),
  @JsonSubTypes.Type(value = Rule.Refers.class, name = "refers"),
  @JsonSubTypes.Type(value = Rule.Either.class, name = "either"),
  @JsonSubTypes.Type(value = Rule.Agrees.class, name = "agrees")
})
public sealed interface Rule {

  /// What is weak, in the section's own answers or against the other sections.
  Stream<Fault> weaknesses(Answers section, Content content);

  /// A table has at least so many rows, or so many that meet a condition.
  record LeastRows(String field, int least, @Nullable Condition where, String message)
      implements Rule {

    @Override
    public Stream<Fault> weaknesses(Answers section, Content content) {
      var found =
          section.rows(field).stream().filter(row -> where == null || where.holds(row)).count();
      return found >= least ? Stream.empty() : Stream.of(new Fault(field, message, List.of(least)));
    }
  }

  /// No row of a table meets the condition.
  record NoRow(String field, Condition where, String message) implements Rule {

    @Override
    public Stream<Fault> weaknesses(Answers section, Content content) {
      var rows = section.rows(field);
      return IntStream.range(0, rows.size())
          .filter(row -> where.holds(rows.get(row)))
          .mapToObj(row -> new Fault(Path.cell(field, row, where.field()), message));
    }
  }

  /// In every row the second date is not before the first.
  record InOrder(String field, String first, String second, String message) implements Rule {

    @Override
    public Stream<Fault> weaknesses(Answers section, Content content) {
      var rows = section.rows(field);
      return IntStream.range(0, rows.size())
          .filter(row -> reversed(rows.get(row)))
          .mapToObj(row -> new Fault(Path.cell(field, row, second), message));
    }

    private boolean reversed(Answers row) {
      // ISO dates sort as text
      return !row.text(first).isEmpty()
          && !row.text(second).isEmpty()
          && row.text(second).compareTo(row.text(first)) < 0;
    }
  }

  /// What a column names stands in another column of the same table, in another row.
  record Refers(String field, String column, String to, String message) implements Rule {

    @Override
    public Stream<Fault> weaknesses(Answers section, Content content) {
      var rows = section.rows(field);
      var names = rows.stream().map(row -> row.text(to)).collect(Collectors.toSet());
      return IntStream.range(0, rows.size())
          .filter(row -> dangles(rows.get(row), names))
          .mapToObj(row ->
              new Fault(
                  Path.cell(field, row, column), message, List.of(rows.get(row).text(column))));
    }

    private boolean dangles(Answers row, Set<String> names) {
      var named = row.text(column);
      return !named.isEmpty() && (named.equals(row.text(to)) || !names.contains(named));
    }
  }

  /// A table has a row, or the condition says that there is nothing to list; not both.
  record Either(String field, Condition otherwise, String message) implements Rule {

    @Override
    public Stream<Fault> weaknesses(Answers section, Content content) {
      return section.rows(field).isEmpty() == otherwise.holds(section)
          ? Stream.empty()
          : Stream.of(new Fault(field, message));
    }
  }

  /// Where a row of another section meets a condition, this section meets one too.
  record Agrees(String section, String rows, Condition where, Condition then, String message)
      implements Rule {

    @Override
    public Stream<Fault> weaknesses(Answers own, Content content) {
      var given = content.section(section).rows(rows).stream().anyMatch(where::holds);
      return given && !then.holds(own)
          ? Stream.of(new Fault(then.field(), message))
          : Stream.empty();
    }
  }
}
