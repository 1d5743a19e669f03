package lu.aifactory.platform.identity;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The permission table as a page of the documentation.
public final class PermissionsInWords {

  private PermissionsInWords() {}

  /// The page.
  public static String markdown() {
    var rows =
        new PermissionTable()
            .rows().entrySet().stream()
                .map(row -> "| `%s` | %s |".formatted(row.getKey(), cells(row.getValue())))
                .collect(Collectors.joining("\n"));
    return """
    # Who may do what

    The one table by which the platform decides (`rules/identity/permissions.csv`). What is not in it is refused.
    *own*: over one's own organisation or things. *assigned*: over organisations to whose case one is assigned.
    *consent*: over organisations that have given one's partner a live consent for it. *all*: everywhere.

    | permission | held by |
    |---|---|
    %s
    """
        .formatted(rows);
  }

  private static String cells(Map<Role, Reach> cells) {
    return cells.entrySet().stream()
        .map(cell ->
            cell.getKey().code() + " (" + cell.getValue().name().toLowerCase(Locale.ROOT) + ")")
        .collect(Collectors.joining(", "));
  }
}
