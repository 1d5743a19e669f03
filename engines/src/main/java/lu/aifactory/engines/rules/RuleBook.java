package lu.aifactory.engines.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Decision tables in all their versions. Asked for a day, it takes the version that holds on that day. May be used
/// by several threads at once.
public final class RuleBook {

  private final Map<String, List<Version>> tables;

  private RuleBook(Map<String, List<Version>> tables) {
    this.tables = tables;
  }

  /// Reads the files; throws [BrokenRules] with every problem in every file. The examples run when a table is asked
  /// first, or by [#check()].
  public static RuleBook of(Collection<RuleFile> files) {
    var problems = new ArrayList<Problem>();
    var tables = new TreeMap<String, List<Version>>();
    for (var file : files) {
      TableReader.read(file, problems)
          .ifPresent(table ->
              tables
                  .computeIfAbsent(table.name(), _ -> new ArrayList<>())
                  .add(new Version(table, examples(file, table, problems))));
    }
    tables.values().forEach(versions -> compare(versions, problems));
    if (!problems.isEmpty()) throw new BrokenRules(problems);
    return new RuleBook(tables);
  }

  private static @Nullable Examples examples(
      RuleFile file, RuleTable table, List<Problem> problems) {
    if (file.examples() == null) return null;
    var name = RuleFile.examplesOf(file.name());
    return Examples.read(name, file.examples(), table, problems).orElse(null);
  }

  private static void compare(List<Version> versions, List<Problem> problems) {
    for (int i = 0; i < versions.size(); i++) {
      for (int j = i + 1; j < versions.size(); j++) {
        var one = versions.get(i).table();
        var other = versions.get(j).table();
        if (one.version().equals(other.version())) {
          var expected = "another version than in " + one.file();
          problems.add(new Problem(other.file(), 1, "version", expected, other.version()));
        } else if (one.overlaps(other)) {
          var expected = "days on which the version in " + one.file() + " does not hold";
          var found = other.from() + " to " + other.to();
          problems.add(new Problem(other.file(), 1, "from", expected, found));
        }
      }
    }
  }

  /// The names of all tables, in order.
  public Set<String> names() {
    return tables.keySet();
  }

  /// All versions of a table.
  public List<RuleTable> versions(String table) {
    return versionsOf(table).stream().map(Version::table).toList();
  }

  /// The version of a table that holds on a day.
  public Optional<RuleTable> version(String table, LocalDate on) {
    return find(table, on).map(Version::table);
  }

  /// Asks the version that holds on the day. Inputs that are not given count as unknown; an input that the table does
  /// not know, or of another type, is a mistake of the caller.
  public Decision decide(String table, LocalDate on, Map<String, ?> inputs) {
    var version = find(table, on);
    if (version.isPresent()) return version.get().decide(on, inputs);
    return new Decision.NoRule(
        table,
        null,
        on,
        Collections.unmodifiableMap(new LinkedHashMap<>(inputs)),
        Decision.NoRule.Why.NO_VERSION,
        List.of());
  }

  /// Compiles every table and runs all examples; answers where a table says something else than its examples.
  public List<Problem> check() {
    return tables.values().stream()
        .flatMap(List::stream)
        .flatMap(version -> version.check().stream())
        .toList();
  }

  private Optional<Version> find(String table, LocalDate on) {
    return versionsOf(table).stream().filter(version -> version.table().holdsOn(on)).findFirst();
  }

  private List<Version> versionsOf(String table) {
    var versions = tables.get(table);
    if (versions == null) {
      throw new IllegalArgumentException("No table " + table + " among " + tables.keySet());
    }
    return versions;
  }
}
