package lu.aifactory.engines.rules;

/// A column of a table: a condition on an input, an output, or a remark that is shown with the row.
public record Column(String name, Part part, Type type) {

  /// What a column is for.
  public enum Part {
    IN,
    OUT,
    NOTE
  }
}
