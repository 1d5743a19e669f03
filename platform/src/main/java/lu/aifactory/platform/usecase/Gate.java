package lu.aifactory.platform.usecase;

import java.util.List;
import java.util.Optional;

/// The completeness gate: every section of the document, in order, and how far it is.
public record Gate(List<Part> parts) {

  /// One section at the gate.
  public record Part(String key, Completeness completeness) {}

  /// Copies the sections.
  public Gate {
    parts = List.copyOf(parts);
  }

  /// Whether nothing is missing or weak.
  public boolean isComplete() {
    return parts.stream().allMatch(part -> part.completeness().isComplete());
  }

  /// The sections that are missing or weak.
  public List<Part> open() {
    return parts.stream().filter(part -> !part.completeness().isComplete()).toList();
  }

  /// The section of that key.
  public Optional<Part> part(String key) {
    return parts.stream().filter(part -> part.key().equals(key)).findFirst();
  }
}
