package lu.aifactory.platform.charts;

import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.charts.Drawing.Anchor;
import org.jspecify.annotations.Nullable;

/// Horizontal bars, each from zero on a scale of its own, against a threshold: people against a limit of people,
/// euros against a limit of euros. Label, value and threshold are written at the bar.
///
/// `columns` are the headings of the table: what, value, threshold.
public record Bars(Caption caption, List<String> columns, List<Bar> bars) implements Chart {

  private static final int WIDTH = 640;
  private static final int THICKNESS = 18;
  private static final int BETWEEN = 22;
  private static final int VALUE_ROOM = 200;

  /// One bar. `threshold` is empty when there is none.
  public record Bar(
      String label,
      double value,
      String valueText,
      @Nullable Double threshold,
      String thresholdText) {

    public Bar {
      if (value < 0 || (threshold != null && threshold < 0)) {
        throw new IllegalArgumentException("a bar begins at zero: " + label);
      }
    }

    double scale() {
      double limit = threshold == null ? 0 : threshold;
      return Math.max(Math.max(value, limit) * 1.15, Double.MIN_NORMAL);
    }
  }

  public Bars {
    columns = List.copyOf(columns);
    bars = List.copyOf(bars);
  }

  @Override
  public String svg() {
    int height = bars.stream().mapToInt(Bars::height).sum();
    var drawing = new Drawing("bars", WIDTH, Math.max(height, 1), caption);
    int top = 0;
    for (var bar : bars) {
      draw(drawing, bar, top);
      top += height(bar);
    }
    return drawing.svg();
  }

  private static int height(Bar bar) {
    int leading = Drawing.LABEL.leading();
    return heading(bar) * leading + 6 + THICKNESS + 4 + notes(bar).size() * leading + BETWEEN;
  }

  private static int heading(Bar bar) {
    return Math.max(labels(bar).size(), values(bar).size());
  }

  private static List<String> labels(Bar bar) {
    return Lettering.wrap(bar.label(), WIDTH - VALUE_ROOM - 16, Drawing.LABEL.size(), true, 3);
  }

  private static List<String> values(Bar bar) {
    return Lettering.wrap(bar.valueText(), VALUE_ROOM, Drawing.VALUE.size(), true, 3);
  }

  private static List<String> notes(Bar bar) {
    if (bar.threshold() == null) return new ArrayList<>();
    return Lettering.wrap(bar.thresholdText(), WIDTH, Drawing.THRESHOLD.size(), false, 2);
  }

  private static void draw(Drawing drawing, Bar bar, int top) {
    int leading = Drawing.LABEL.leading();
    var labels = labels(bar);
    var values = values(bar);
    int rows = heading(bar);
    for (int i = 0; i < labels.size(); i++) {
      drawing.text(
          Drawing.LABEL,
          0,
          top + (rows - labels.size() + i + 1) * leading - 4,
          Anchor.START,
          labels.get(i));
    }
    for (int i = 0; i < values.size(); i++) {
      drawing.text(
          Drawing.VALUE,
          WIDTH,
          top + (rows - values.size() + i + 1) * leading - 4,
          Anchor.END,
          values.get(i));
    }
    double y = top + rows * leading + 6;
    drawing.box("chart-track", 0, y, WIDTH, THICKNESS, "#eef1f4");
    drawing.box("chart-bar", 0, y, WIDTH * bar.value() / bar.scale(), THICKNESS, Drawing.TEAL);
    drawing.line("chart-axis", 0, y - 4, 0, y + THICKNESS + 4, Drawing.INK, 2);
    if (bar.threshold() != null) threshold(drawing, bar, bar.threshold(), y);
  }

  private static void threshold(Drawing drawing, Bar bar, double threshold, double y) {
    double x = WIDTH * threshold / bar.scale();
    drawing.line("chart-halo", x, y - 4, x, y + THICKNESS + 4, Drawing.PAPER, 7);
    drawing.line("chart-threshold", x, y - 4, x, y + THICKNESS + 4, Drawing.AMBER, 3);
    var notes = notes(bar);
    double width =
        notes.stream()
            .mapToDouble(n -> Lettering.width(n, Drawing.THRESHOLD.size(), false))
            .max()
            .orElse(0);
    // The text stands under its line as far as the picture's edges let it.
    double middle = Math.clamp(x, width / 2, Math.max(width / 2, WIDTH - width / 2));
    for (int i = 0; i < notes.size(); i++) {
      double line = y + THICKNESS + 4 + (i + 1) * Drawing.THRESHOLD.leading() - 2;
      drawing.text(Drawing.THRESHOLD, middle, line, Anchor.MIDDLE, notes.get(i));
    }
  }

  @Override
  public DataTable table() {
    var rows =
        bars.stream()
            .map(b -> new DataTable.Row(b.label(), List.of(b.valueText(), b.thresholdText())))
            .toList();
    return new DataTable(caption.title(), columns, rows);
  }
}
