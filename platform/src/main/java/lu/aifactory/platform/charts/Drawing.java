package lu.aifactory.platform.charts;

import java.util.List;
import java.util.Locale;

/// Writes one SVG element by element. Looks are given twice: as a class, so that the page's stylesheet (and its dark
/// scheme) may change them, and as presentation attributes, so that a PDF without that stylesheet shows the same.
final class Drawing {

  static final String INK = "#1b2430";
  static final String QUIET = "#4a5565";
  static final String RULE = "#c9d0d8";
  static final String BLUE = "#12436d";
  static final String TEAL = "#0b6e75";
  static final String TEAL_PALE = "#a8cfd2";
  static final String AMBER = "#8a4b00";
  static final String PAPER = "#ffffff";

  // The first of the names is known to the PDF writer alone, whose pictures tell faces apart by
  // their names only.
  private static final String PLAIN = "'Source Sans 3 Plain', 'Source Sans 3', sans-serif";
  private static final String BOLD = "'Source Sans 3 SemiBold', 'Source Sans 3', sans-serif";

  /// Where a text stands beside its point.
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /// Size, weight, class and colour of a text.
  record Type(int size, boolean bold, String name, String colour) {

    int leading() {
      return Math.round(size * 1.3f);
    }
  }

  static final Type LABEL = new Type(14, true, "chart-label", INK);
  static final Type NOTE = new Type(14, false, "chart-note", QUIET);
  static final Type VALUE = new Type(14, true, "chart-value", TEAL);
  static final Type ON_COLOUR = new Type(14, true, "chart-on-colour", PAPER);
  static final Type THRESHOLD = new Type(14, false, "chart-threshold-text", AMBER);

  private final StringBuilder svg = new StringBuilder();

  /// Width and height are whole numbers: the PDF writer refuses 480.0.
  Drawing(String kind, int width, int height, Caption caption) {
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="chart chart-%s" role="img" width="%d" height="%d" \
        viewBox="0 0 %d %d" aria-label="%s">\
        <title>%s</title><desc>%s</desc>\
        """
            .formatted(
                kind,
                width,
                height,
                width,
                height,
                escaped(caption.title() + ". " + caption.description()),
                escaped(caption.title()),
                escaped(caption.description())));
  }

  Drawing line(String name, double x1, double y1, double x2, double y2, String colour, int width) {
    svg.append(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%d\"/>"
            .formatted(name, at(x1), at(y1), at(x2), at(y2), colour, width));
    return this;
  }

  Drawing box(String name, double x, double y, double width, double height, String colour) {
    svg.append(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
            .formatted(name, at(x), at(y), at(width), at(height), colour));
    return this;
  }

  Drawing circle(String name, double x, double y, int radius, String fill, String stroke) {
    svg.append(
        "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%d\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>"
            .formatted(name, at(x), at(y), radius, fill, stroke));
    return this;
  }

  /// A closed shape, or an open line when its fill is `none` and it is not closed.
  Drawing shape(String name, List<Point> points, boolean closed, String paint) {
    var list = new StringBuilder();
    for (var point : points)
      list.append(at(point.x())).append(',').append(at(point.y())).append(' ');
    svg.append(
        "<%s class=\"%s\" points=\"%s\" %s/>"
            .formatted(closed ? "polygon" : "polyline", name, list.toString().strip(), paint));
    return this;
  }

  Drawing text(Type type, double x, double y, Anchor anchor, String text) {
    svg.append(
        ("<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-family=\"%s\" font-size=\"%d\" font-weight=\"%s\""
                + " fill=\"%s\">%s</text>")
            .formatted(
                type.name(),
                at(x),
                at(y),
                anchor.name().toLowerCase(Locale.ROOT),
                type.bold() ? BOLD : PLAIN,
                type.size(),
                type.bold() ? "600" : "400",
                type.colour(),
                escaped(text)));
    return this;
  }

  /// The finished element.
  String svg() {
    return svg + "</svg>";
  }

  /// A place in the picture.
  record Point(double x, double y) {

    static Point around(Point centre, double angle, double distance) {
      return new Point(
          centre.x() + distance * Math.sin(angle), centre.y() - distance * Math.cos(angle));
    }
  }

  static String at(double coordinate) {
    double rounded = Math.round(coordinate * 10) / 10.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  /// Text as XML content or attribute; characters that XML does not know become a replacement mark.
  static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(known(c) ? c : 0xFFFD);
          }
        });
    return safe.toString();
  }

  private static boolean known(int c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
  }
}
