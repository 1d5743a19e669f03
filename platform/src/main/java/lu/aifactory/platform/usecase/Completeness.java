package lu.aifactory.platform.usecase;

import java.util.List;
import lu.aifactory.platform.shared.Fault;

/// How far a section is. Only a complete one lets the document through the gate.
public sealed interface Completeness {

  /// Nothing was written yet.
  record Missing() implements Completeness {}

  /// Something is there, but not enough: what, and at which field.
  record Weak(List<Fault> reasons) implements Completeness {

    /// Copies the reasons.
    public Weak {
      reasons = List.copyOf(reasons);
    }
  }

  /// A decision maker finds everything here.
  record Complete() implements Completeness {}

  /// Whether the section is complete.
  default boolean isComplete() {
    return this instanceof Complete;
  }

  /// What is weak, if anything is.
  default List<Fault> reasons() {
    return this instanceof Weak(var reasons) ? reasons : List.of();
  }

  /// `missing`, `weak` or `complete`, as it stands in JSON and in style classes.
  default String word() {
    return switch (this) {
      case Missing() -> "missing";
      case Weak(_) -> "weak";
      case Complete() -> "complete";
    };
  }
}
