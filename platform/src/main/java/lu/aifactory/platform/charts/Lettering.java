package lu.aifactory.platform.charts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How wide text is, so that labels can be wrapped before a browser or PDF writer lays them out.
///
/// The widths are Helvetica's, in thousandths of the font size. Helvetica runs wider than Source Sans and than the
/// usual fall-back fonts, so text that fits by this measure fits in each of them.
final class Lettering {

  private static final String GROUPED =
      "222:il'|j 278:.,:;!/\\I[]ft 333:()-r`\" 500:csvxyzkJ 556:aeghdnopqubL?0123456789_$*#FTZ 584:+<=>~"
          + " 667:ABEKPSVXY& 722:CDHNRUw 778:GOQ 833:mM 944:W%@";

  private static final int[] WIDTHS = widths();

  private static final double BOLD = 1.06;

  private Lettering() {}

  private static int[] widths() {
    var widths = new int[128];
    Arrays.fill(widths, 600);
    for (var group : GROUPED.split(" ", -1)) {
      int colon = group.indexOf(':');
      int width = Integer.parseInt(group.substring(0, colon));
      group.substring(colon + 1).chars().forEach(letter -> widths[letter] = width);
    }
    widths[' '] = 278;
    return widths;
  }

  static double width(String text, int size, boolean bold) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    // Letters beyond ASCII that do not come apart (œ, €, ß, CJK) count as a full square: never too
    // narrow.
    int thousandths = plain.codePoints().map(c -> c < 128 ? WIDTHS[c] : 1000).sum();
    return thousandths * size / 1000.0 * (bold ? BOLD : 1);
  }

  /// Breaks text into lines no wider than asked: at spaces and after hyphens and slashes, and inside a word where
  /// the word alone is too wide. The last of the allowed lines ends in … when something had to be left out.
  static List<String> wrap(String text, double width, int size, boolean bold, int mostLines) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var piece : text.strip().split("(?<=[\\s/–-])", -1)) {
      for (var part : fitting(piece, width, size, bold)) {
        if (!line.isEmpty() && width(line + part.stripTrailing(), size, bold) > width) {
          lines.add(line.toString().strip());
          line.setLength(0);
        }
        line.append(part);
      }
    }
    lines.add(line.toString().strip());
    if (lines.size() <= mostLines) return lines;
    var kept = new ArrayList<>(lines.subList(0, mostLines));
    var last = kept.removeLast();
    while (!last.isEmpty() && width(last + "…", size, bold) > width) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
    }
    kept.add(last.strip() + "…");
    return kept;
  }

  private static List<String> fitting(String word, double width, int size, boolean bold) {
    if (width(word.stripTrailing(), size, bold) <= width) return List.of(word);
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    for (var letter : word.codePoints().mapToObj(Character::toString).toList()) {
      if (!part.isEmpty() && width(part + letter + "-", size, bold) > width) {
        parts.add(part + "-");
        part.setLength(0);
      }
      part.append(letter);
    }
    parts.add(part.toString());
    return parts;
  }
}
