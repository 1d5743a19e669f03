package lu.aifactory.platform.charts;

import java.util.List;
import lu.aifactory.platform.charts.Drawing.Anchor;
import org.jspecify.annotations.Nullable;

/// Ranges on one common scale from zero: how long something takes at least and at most, and where things stand now.
/// Each range says its numbers in words beside it.
///
/// `columns` are the headings of the table: what, range.
///
/// @param maximum the end of the scale
/// @param ticks what is written under the scale, from zero to the end, at equal distances
/// @param now where things stand, if there is something to mark
public record Ranges(
    Caption caption,
    List<String> columns,
    double maximum,
    List<String> ticks,
    List<Range> ranges,
    @Nullable Mark now)
    implements Chart {

  private static final int WIDTH = 640;
  private static final int THICKNESS = 16;
  private static final int BETWEEN = 18;
  private static final int EDGE = 8;

  /// One range; `strong` is the one that counts.
  public record Range(String label, double low, double high, String text, boolean strong) {

    public Range {
      if (low < 0 || high < low) {
        throw new IllegalArgumentException("not a range from zero on: " + label);
      }
    }
  }

  /// A point on the scale.
  public record Mark(double value, String text) {}

  public Ranges {
    columns = List.copyOf(columns);
    ticks = List.copyOf(ticks);
    ranges = List.copyOf(ranges);
    if (maximum <= 0 || ticks.size() < 2 || ranges.isEmpty()) {
      throw new IllegalArgumentException("a scale and at least one range");
    }
  }

  @Override
  public String svg() {
    int leading = Drawing.LABEL.leading();
    int row = leading + 6 + THICKNESS + BETWEEN;
    int top = now == null ? 0 : leading + 6;
    int bottom = top + ranges.size() * row;
    var drawing = new Drawing("ranges", WIDTH, bottom + leading + 8, caption);
    for (int tick = 0; tick < ticks.size(); tick++) {
      double x = x(maximum * tick / (ticks.size() - 1));
      drawing.line("chart-grid", x, top, x, bottom, Drawing.RULE, 1);
      var anchor = tick == 0 ? Anchor.START : tick == ticks.size() - 1 ? Anchor.END : Anchor.MIDDLE;
      drawing.text(Drawing.NOTE, x, bottom + leading, anchor, ticks.get(tick));
    }
    for (int i = 0; i < ranges.size(); i++) draw(drawing, ranges.get(i), top + i * row);
    if (now != null) mark(drawing, now, top, row);
    return drawing.svg();
  }

  private void draw(Drawing drawing, Range range, int top) {
    int leading = Drawing.LABEL.leading();
    drawing.text(
        range.strong() ? Drawing.LABEL : Drawing.NOTE,
        0,
        top + leading - 4,
        Anchor.START,
        range.label());
    drawing.text(
        range.strong() ? Drawing.VALUE : Drawing.NOTE,
        WIDTH,
        top + leading - 4,
        Anchor.END,
        range.text());
    double y = top + leading + 4;
    double from = x(range.low());
    // A range without length is still seen.
    double width = Math.max(x(range.high()) - from, 3);
    if (range.strong()) {
      drawing.box("chart-bar", from, y, width, THICKNESS, Drawing.TEAL);
    } else {
      drawing.box("chart-bar-quiet", from, y, width, THICKNESS, Drawing.QUIET);
    }
  }

  // Beside the bars alone, so that it strikes no word through.
  private void mark(Drawing drawing, Mark mark, int top, int row) {
    double x = x(Math.clamp(mark.value(), 0, maximum));
    for (int i = 0; i < ranges.size(); i++) {
      double y = top + i * row + Drawing.LABEL.leading() + 4;
      drawing.line("chart-halo", x, y - 3, x, y + THICKNESS + 3, Drawing.PAPER, 7);
      drawing.line("chart-threshold", x, y - 3, x, y + THICKNESS + 3, Drawing.AMBER, 3);
    }
    double half = Lettering.width(mark.text(), Drawing.THRESHOLD.size(), false) / 2;
    double middle = Math.clamp(x, half, Math.max(half, WIDTH - half));
    drawing.text(Drawing.THRESHOLD, middle, top - 6, Anchor.MIDDLE, mark.text());
  }

  private double x(double value) {
    return EDGE + (WIDTH - 2 * EDGE) * Math.min(value / maximum, 1);
  }

  @Override
  public DataTable table() {
    var rows =
        ranges.stream()
            .map(range -> new DataTable.Row(range.label(), List.of(range.text())))
            .toList();
    return new DataTable(caption.title(), columns, rows);
  }
}
