package lu.aifactory.platform.shared;

import java.util.List;

/// What is wrong with one field: its name in the form or JSON, and the key and arguments of a sentence that says
/// what to do.
public record Fault(String field, String message, List<?> arguments) {

  /// A fault whose sentence needs no arguments.
  public Fault(String field, String message) {
    this(field, message, List.of());
  }
}
