package lu.aifactory.platform.identity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The one table of who may do what: a row a permission, a column a role, a cell how far it reaches. What is not in
/// the table is denied.
@Component
final class PermissionTable {

  private static final String FILE = "rules/identity/permissions.csv";

  private final Map<String, Map<Role, Reach>> rows = new LinkedHashMap<>();

  PermissionTable() {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (var reader =
            new InputStreamReader(
                new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8);
        var records = format.parse(reader)) {
      records.forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(CSVRecord row) {
    if (!row.isConsistent()) {
      throw new IllegalStateException(
          "%s, line %d: %d cells, expected %d"
              .formatted(
                  FILE,
                  row.getParser().getCurrentLineNumber(),
                  row.size(),
                  Role.values().length + 1));
    }
    var cells = new EnumMap<Role, Reach>(Role.class);
    for (var role : Role.values()) {
      var cell = row.get(role.code());
      if (!cell.isBlank()) {
        cells.put(role, Reach.of(cell));
      }
    }
    if (rows.put(row.get("permission"), cells) != null) {
      throw new IllegalStateException(FILE + " has two rows for " + row.get("permission"));
    }
  }

  @Nullable Reach reach(String permission, Role role) {
    return rows.getOrDefault(permission, Map.of()).get(role);
  }

  boolean knows(String permission) {
    return rows.containsKey(permission);
  }

  Map<String, Map<Role, Reach>> rows() {
    return Collections.unmodifiableMap(rows);
  }

  /// The permissions that the person holds over something at all.
  Set<String> permissionsOf(Person person) {
    var held = new TreeSet<String>();
    var roles = person.allRoles();
    rows.forEach((permission, cells) -> {
      if (person.allows(permission) && roles.stream().anyMatch(cells::containsKey)) {
        held.add(permission);
      }
    });
    return held;
  }
}
