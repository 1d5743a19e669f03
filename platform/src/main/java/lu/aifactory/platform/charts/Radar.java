package lu.aifactory.platform.charts;

import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.charts.Drawing.Anchor;
import lu.aifactory.platform.charts.Drawing.Point;
import org.jspecify.annotations.Nullable;

/// Several dimensions on one scale from zero, reached values as a filled shape and needed ones as a dashed line.
/// Instead of a legend, every axis says its two values in words beside it.
///
/// `columns` are the headings of the table: dimension, reached, needed.
public record Radar(Caption caption, int maximum, List<String> columns, List<Axis> axes)
    implements Chart {

  private static final int WIDTH = 640;
  private static final int RADIUS = 132;
  private static final int GAP = 14;
  private static final int SIDE = 158;
  private static final int MOST_LINES = 4;

  /// One dimension. `value` is empty when nothing is known, `needed` when nothing is asked; the texts say both in
  /// words ("2.4 reached", "2 needed").
  public record Axis(
      String label,
      @Nullable Double value,
      String valueText,
      @Nullable Double needed,
      String neededText) {}

  public Radar {
    columns = List.copyOf(columns);
    axes = List.copyOf(axes);
    if (axes.size() < 3 || axes.size() > 8) {
      throw new IllegalArgumentException("a radar can be read with three to eight axes");
    }
    if (maximum < 1) throw new IllegalArgumentException("a radar needs a scale");
  }

  @Override
  public String svg() {
    int room = rows() * Drawing.LABEL.leading() + 2 * GAP;
    int height = 2 * (RADIUS + room);
    var centre = new Point(WIDTH / 2.0, height / 2.0);
    var drawing = new Drawing("radar", WIDTH, height, caption);
    rings(drawing, centre);
    shape(drawing, centre);
    needed(drawing, centre);
    for (int i = 0; i < axes.size(); i++) label(drawing, centre, i);
    return drawing.svg();
  }

  private int rows() {
    int most = 1;
    for (int i = 0; i < axes.size(); i++) most = Math.max(most, lines(i).size());
    return most;
  }

  private double angle(int axis) {
    return 2 * Math.PI * axis / axes.size();
  }

  private Point on(Point centre, int axis, double value) {
    double share = Math.clamp(value / maximum, 0, 1);
    return Point.around(centre, angle(axis), RADIUS * share);
  }

  private void rings(Drawing drawing, Point centre) {
    for (int level = 1; level <= maximum; level++) {
      var ring = new ArrayList<Point>();
      for (int i = 0; i < axes.size(); i++) ring.add(on(centre, i, level));
      drawing.shape(
          "chart-rule",
          ring,
          true,
          "fill=\"none\" stroke=\"" + Drawing.RULE + "\" stroke-width=\"1\"");
    }
    for (int i = 0; i < axes.size(); i++) {
      var end = on(centre, i, maximum);
      drawing.line("chart-rule", centre.x(), centre.y(), end.x(), end.y(), Drawing.RULE, 1);
    }
    var small = new Drawing.Type(12, false, "chart-scale", Drawing.QUIET);
    for (int level = 0; level <= maximum; level++) {
      var place = on(centre, 0, level);
      drawing.text(small, place.x() - 5, place.y() + 4, Anchor.END, Integer.toString(level));
    }
  }

  /// Unknown values pull the shape to the centre; their label says that they are unknown.
  private void shape(Drawing drawing, Point centre) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < axes.size(); i++) {
      var value = axes.get(i).value();
      points.add(on(centre, i, value == null ? 0 : value));
    }
    drawing.shape(
        "chart-area",
        points,
        true,
        "fill=\"%s\" fill-opacity=\"0.22\" stroke=\"%s\" stroke-width=\"3\" stroke-linejoin=\"round\""
            .formatted(Drawing.TEAL, Drawing.TEAL));
    for (int i = 0; i < axes.size(); i++) {
      var known = axes.get(i).value() != null;
      var point = points.get(i);
      if (known) drawing.circle("chart-dot", point.x(), point.y(), 4, Drawing.TEAL, Drawing.TEAL);
    }
  }

  /// The needed values, joined by a dashed line as far as neighbouring axes have one.
  private void needed(Drawing drawing, Point centre) {
    for (int i = 0; i < axes.size(); i++) {
      var here = axes.get(i).needed();
      int next = (i + 1) % axes.size();
      var there = axes.get(next).needed();
      if (here == null) continue;
      var from = on(centre, i, here);
      if (there != null) {
        drawing.shape(
            "chart-threshold",
            List.of(from, on(centre, next, there)),
            false,
            "fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"6 4\""
                .formatted(Drawing.AMBER));
      }
      diamond(drawing, from.x(), from.y());
    }
  }

  private static void diamond(Drawing drawing, double x, double y) {
    drawing.shape(
        "chart-mark",
        List.of(new Point(x, y - 5), new Point(x + 5, y), new Point(x, y + 5), new Point(x - 5, y)),
        true,
        "fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"".formatted(Drawing.PAPER, Drawing.AMBER));
  }

  private record Line(Drawing.Type type, String text) {}

  private List<Line> lines(int index) {
    var axis = axes.get(index);
    boolean upright = Math.abs(Math.sin(angle(index))) < 0.2;
    // A label in the middle has to fit between its two neighbours.
    double width = upright ? 2 * (RADIUS + GAP) * Math.sin(angle(1)) - GAP : SIDE;
    var lines = new ArrayList<Line>();
    add(lines, Drawing.LABEL, axis.label(), width, MOST_LINES);
    add(lines, Drawing.VALUE, axis.valueText(), width, 2);
    if (axis.needed() != null) add(lines, Drawing.THRESHOLD, axis.neededText(), width, 2);
    return lines;
  }

  private static void add(
      List<Line> lines, Drawing.Type type, String text, double width, int most) {
    Lettering.wrap(text, width, type.size(), type.bold(), most)
        .forEach(line -> lines.add(new Line(type, line)));
  }

  private void label(Drawing drawing, Point centre, int index) {
    var lines = lines(index);
    var place = Point.around(centre, angle(index), RADIUS + GAP);
    double sideways = Math.sin(angle(index));
    double upwards = Math.cos(angle(index));
    var anchor =
        Math.abs(sideways) < 0.2 ? Anchor.MIDDLE : sideways > 0 ? Anchor.START : Anchor.END;
    int leading = Drawing.LABEL.leading();
    double block = lines.size() * leading;
    // Above the circle the block ends at its point, below it begins there, at the sides it is
    // centred on it.
    double top = place.y() - block * (upwards + 1) / 2;
    for (int i = 0; i < lines.size(); i++) {
      drawing.text(
          lines.get(i).type(), place.x(), top + (i + 1) * leading - 4, anchor, lines.get(i).text());
    }
  }

  @Override
  public DataTable table() {
    var rows =
        axes.stream()
            .map(a -> new DataTable.Row(a.label(), List.of(a.valueText(), a.neededText())))
            .toList();
    return new DataTable(caption.title(), columns, rows);
  }
}
