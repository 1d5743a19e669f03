package lu.aifactory.platform.shared;

import java.util.Locale;

/// One text of a data file in the four languages of the portal.
public record Wording(String en, String fr, String de, String lb) {

  public Wording {
    if (en.isBlank() || fr.isBlank() || de.isBlank() || lb.isBlank()) {
      throw new IllegalArgumentException("A text is missing in one of four languages: " + en);
    }
  }

  /// The text in the reader's language; English for a language that we do not speak.
  public String in(Locale language) {
    return switch (language.getLanguage()) {
      case "fr" -> fr;
      case "de" -> de;
      case "lb" -> lb;
      default -> en;
    };
  }
}
