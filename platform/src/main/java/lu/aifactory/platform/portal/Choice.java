package lu.aifactory.platform.portal;

import org.jspecify.annotations.Nullable;

/// One of the answers that a question offers. Label and hint are message keys when `keyed`, else plain text.
public record Choice(String value, String label, @Nullable String hint, boolean keyed) {

  /// A choice whose label is a message key.
  public static Choice key(String value, String label) {
    return new Choice(value, label, null, true);
  }

  /// A choice whose label and hint are message keys.
  public static Choice key(String value, String label, String hint) {
    return new Choice(value, label, hint, true);
  }

  /// A choice whose label is somebody's own words, for example a name.
  public static Choice text(String value, String label) {
    return new Choice(value, label, null, false);
  }

  /// A choice whose label and hint are somebody's own words.
  public static Choice text(String value, String label, String hint) {
    return new Choice(value, label, hint, false);
  }
}
