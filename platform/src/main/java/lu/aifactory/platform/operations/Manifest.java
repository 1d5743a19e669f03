package lu.aifactory.platform.operations;

import java.util.Map;

/// The last part of a backup: what the parts before it hold. Rows are counted in tables only.
record Manifest(Map<String, Part> parts) {

  record Part(long rows, long bytes, String sha256) {}

  static final String ENTRY = "manifest.json";

  long rows() {
    return parts.values().stream().mapToLong(Part::rows).sum();
  }

  long rowsOf(Contents.Table table) {
    var part = parts.get(table.entry());
    if (part == null)
      throw new Halt("The backup's list does not know the table " + table.name() + ".");
    return part.rows();
  }
}
