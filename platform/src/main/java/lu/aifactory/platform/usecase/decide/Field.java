package lu.aifactory.platform.usecase.decide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One field of a section. A table may hold a table in its rows, and no deeper. `required`, `requiredWhen` and `shortest` decide about completeness only; `longest`,
/// `least`, `options` and `mostRows` refuse input.
public record Field(
    String key,
    Type type,
    boolean required,
    @Nullable Condition requiredWhen,
    int shortest,
    int longest,
    @Nullable BigDecimal least,
    List<String> options,
    List<Field> columns,
    int mostRows) {

  /// What sort of answer a field takes.
  public enum Type {
    TEXT,
    LONG,
    NUMBER,
    DATE,
    YES_NO,
    CHOICE,
    ROWS;

    /// The name in templates and JSON.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The column of that name.
  public Optional<Field> column(String name) {
    return columns.stream().filter(column -> column.key().equals(name)).findFirst();
  }

  /// Whether its rows hold a table, so that each row is a sheet of its own.
  public boolean hasSheets() {
    return columns.stream().anyMatch(column -> column.type() == Type.ROWS);
  }

  /// Fills in what the data file leaves out.
  public Field {
    options = options == null ? List.of() : List.copyOf(options);
    columns = columns == null ? List.of() : List.copyOf(columns);
    longest = longest > 0 ? longest : type == Type.LONG ? 4000 : 300;
    mostRows = mostRows > 0 ? mostRows : 40;
  }
}
