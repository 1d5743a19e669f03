package lu.aifactory.engines.rules;

/// How many rows of a table may answer.
public enum HitPolicy {
  /// The first row that fits, in the order of the file.
  FIRST,
  /// Exactly one row fits; when several do, the table contradicts itself and gives no answer.
  UNIQUE,
  /// Every row that fits, in the order of the file.
  COLLECT
}
