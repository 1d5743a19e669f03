package lu.aifactory.platform.fit4ai;

import java.util.List;

/// One thing that speaks for or against something, and how sure that is.
///
/// @param message key of the sentence
/// @param confidence A official page read, B partly official, C doubtful, K general knowledge; empty for plain arithmetic
/// @param basis where it stands; empty for plain arithmetic
public record Hint(
    String message, List<String> arguments, Effect effect, String confidence, String basis) {

  /// What it means.
  public enum Effect {
    FITS,
    /// Nobody but the advisor can tell.
    ADVISOR,
    AGAINST
  }

  /// Copies the arguments.
  public Hint {
    arguments = List.copyOf(arguments);
  }

  /// Whether it has to be confirmed before anybody relies on it.
  public boolean isUnsure() {
    return confidence.equals("C") || confidence.equals("K");
  }
}
