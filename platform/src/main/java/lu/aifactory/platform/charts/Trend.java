package lu.aifactory.platform.charts;

import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.charts.Drawing.Anchor;
import lu.aifactory.platform.charts.Drawing.Point;
import org.jspecify.annotations.Nullable;

/// One value over time, as a line of dots; a time without a value leaves a gap.
///
/// `columns` are the headings of the table: time, then what each point says in `cells`.
///
/// @param up what the scale measures, with its unit
public record Trend(Caption caption, List<String> columns, String up, List<Dot> dots)
    implements Chart {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 260;
  private static final int LEFT = 48;
  private static final int TOP = 36;
  private static final int BOTTOM = 30;
  private static final int LINES = 4;

  /// One time.
  ///
  /// @param value null when there was nothing to measure
  /// @param shown what stands at the dot
  public record Dot(String label, @Nullable Double value, String shown, List<String> cells) {

    public Dot {
      cells = List.copyOf(cells);
      if (value != null && value < 0) throw new IllegalArgumentException("below zero: " + label);
    }
  }

  public Trend {
    columns = List.copyOf(columns);
    dots = List.copyOf(dots);
    if (dots.isEmpty()) throw new IllegalArgumentException("a trend without a time");
  }

  @Override
  public String svg() {
    var drawing = new Drawing("trend", WIDTH, HEIGHT, caption);
    double most = scale();
    for (int line = 0; line <= LINES; line++) {
      double y = y(most * line / LINES, most);
      drawing.line("chart-grid", LEFT, y, WIDTH, y, Drawing.RULE, 1);
      drawing.text(
          Drawing.NOTE,
          LEFT - 6,
          y + 5,
          Anchor.END,
          String.valueOf(Math.round(most * line / LINES)));
    }
    drawing.line("chart-axis", LEFT, TOP, LEFT, HEIGHT - BOTTOM, Drawing.INK, 2);
    drawing.text(Drawing.LABEL, 0, 14, Anchor.START, up);
    // So many labels as fit beside each other.
    int each = Math.max(1, (int) Math.ceil(dots.size() / 8.0));
    for (int i = 0; i < dots.size(); i += each) {
      drawing.text(Drawing.NOTE, x(i), HEIGHT - 8, Anchor.MIDDLE, dots.get(i).label());
    }
    line(drawing, most);
    for (int i = 0; i < dots.size(); i++) {
      var value = dots.get(i).value();
      if (value == null) continue;
      double y = y(value, most);
      drawing.circle("chart-dot", x(i), y, 4, Drawing.TEAL, Drawing.TEAL);
      if (i % each == 0) {
        drawing.text(Drawing.VALUE, x(i), y - 10, Anchor.MIDDLE, dots.get(i).shown());
      }
    }
    return drawing.svg();
  }

  private void line(Drawing drawing, double most) {
    var run = new ArrayList<Point>();
    for (int i = 0; i <= dots.size(); i++) {
      var value = i == dots.size() ? null : dots.get(i).value();
      if (value != null) {
        run.add(new Point(x(i), y(value, most)));
        continue;
      }
      if (run.size() > 1) {
        drawing.shape(
            "chart-line",
            List.copyOf(run),
            false,
            "fill=\"none\" stroke=\"%s\" stroke-width=\"3\"".formatted(Drawing.TEAL));
      }
      run.clear();
    }
  }

  // A scale whose lines stand at whole numbers.
  private double scale() {
    double most = 1;
    for (var dot : dots) {
      var value = dot.value();
      if (value != null) most = Math.max(most, value);
    }
    return Math.ceil(most * 1.1 / LINES) * LINES;
  }

  private double x(int index) {
    double step = (double) (WIDTH - LEFT) / dots.size();
    return LEFT + step * (index + 0.5);
  }

  private static double y(double value, double most) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / most;
  }

  @Override
  public DataTable table() {
    var rows = dots.stream().map(dot -> new DataTable.Row(dot.label(), dot.cells())).toList();
    return new DataTable(caption.title(), columns, rows);
  }
}
