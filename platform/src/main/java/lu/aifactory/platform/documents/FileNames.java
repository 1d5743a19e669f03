package lu.aifactory.platform.documents;

import java.text.Normalizer;
import java.util.Locale;

/// File names that are safe to show, to store and to send.
final class FileNames {

  private static final int LONGEST = 150;
  private static final int LONGEST_EXTENSION = 20;

  private FileNames() {}

  /// The last part of a claimed name without path, control and direction characters; the extension survives cutting.
  static String tidy(String claimed) {
    var name = claimed.substring(Math.max(claimed.lastIndexOf('/'), claimed.lastIndexOf('\\')) + 1);
    name =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\"<>|:*?]", "")
            .strip();
    if (name.length() <= LONGEST) return name;
    int dot = name.lastIndexOf('.');
    var extension = dot >= name.length() - LONGEST_EXTENSION ? name.substring(dot) : "";
    int end = LONGEST - extension.length();
    return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end)
        + extension;
  }

  /// A file name for a report, from its title and its reference.
  static String ofReport(String title, DocumentId id) {
    var plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    var words = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    var cut = words.substring(0, Math.min(words.length(), 80));
    return cut + "-" + ReportWriter.reference(id).toLowerCase(Locale.ROOT) + ".pdf";
  }
}
