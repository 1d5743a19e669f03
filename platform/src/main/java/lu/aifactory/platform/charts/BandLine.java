package lu.aifactory.platform.charts;

import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.charts.Drawing.Anchor;
import lu.aifactory.platform.charts.Drawing.Point;
import org.jspecify.annotations.Nullable;

/// One value over a few moments, as a line with the band in which it lies. Small on purpose: several stand beside each
/// other, on the same scale from zero.
///
/// `columns` are the headings of the table: when, value.
public record BandLine(Caption caption, double top, List<String> columns, List<Moment> moments)
    implements Chart {

  private static final int WIDTH = 320;
  private static final int SIDE = 34;
  private static final int FIELD = 96;
  private static final int VALUE = 22;

  /// One moment. Without a value the line is broken.
  ///
  /// @param low where the band begins; null without a band
  public record Moment(
      String label,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      String valueText) {}

  public BandLine {
    columns = List.copyOf(columns);
    moments = List.copyOf(moments);
    if (moments.isEmpty()) throw new IllegalArgumentException("no moments");
    if (top <= 0) throw new IllegalArgumentException("a scale needs a length");
  }

  @Override
  public String svg() {
    var titles = Lettering.wrap(caption.title(), WIDTH, Drawing.LABEL.size(), true, 2);
    int leading = Drawing.LABEL.leading();
    int field = titles.size() * leading + VALUE;
    double room = moments.size() == 1 ? WIDTH : (WIDTH - 2.0 * SIDE) / (moments.size() - 1);
    int rows = moments.stream().mapToInt(moment -> labels(moment, room).size()).max().orElse(1);
    var drawing = new Drawing("band-line", WIDTH, field + FIELD + 6 + rows * leading + 4, caption);
    for (int i = 0; i < titles.size(); i++) {
      drawing.text(Drawing.LABEL, 0, (i + 1) * leading - 4.0, Anchor.START, titles.get(i));
    }
    drawing.line("chart-grid", 0, field, WIDTH, field, Drawing.RULE, 1);
    drawing.line("chart-axis", 0, field + FIELD, WIDTH, field + FIELD, Drawing.INK, 1);
    for (var run : runs()) draw(drawing, run, field);
    for (int i = 0; i < moments.size(); i++) {
      var labels = labels(moments.get(i), room);
      for (int row = 0; row < labels.size(); row++) {
        double line = field + FIELD + 6.0 + (row + 1) * leading - 4;
        drawing.text(
            Drawing.NOTE,
            inside(x(i), labels.get(row), false),
            line,
            Anchor.MIDDLE,
            labels.get(row));
      }
    }
    return drawing.svg();
  }

  private static List<String> labels(Moment moment, double room) {
    return Lettering.wrap(moment.label(), Math.max(40, room - 6), Drawing.NOTE.size(), false, 2);
  }

  /// Moments with a value that follow each other.
  private List<List<Integer>> runs() {
    var runs = new ArrayList<List<Integer>>();
    var run = new ArrayList<Integer>();
    for (int i = 0; i < moments.size(); i++) {
      if (moments.get(i).value() == null) {
        if (!run.isEmpty()) runs.add(List.copyOf(run));
        run.clear();
      } else {
        run.add(i);
      }
    }
    if (!run.isEmpty()) runs.add(run);
    return runs;
  }

  private void draw(Drawing drawing, List<Integer> run, int field) {
    var band = new ArrayList<Point>();
    for (int i : run) {
      var high = moments.get(i).high();
      if (high != null) band.add(new Point(x(i), y(high, field)));
    }
    for (int i : run.reversed()) {
      var low = moments.get(i).low();
      if (low != null) band.add(new Point(x(i), y(low, field)));
    }
    if (band.size() > 2) {
      drawing.shape("chart-range", band, true, "fill=\"" + Drawing.TEAL_PALE + "\"");
    }
    if (band.size() == 2) {
      // A moment alone has a band too, which is as broad as its dot.
      double top = band.getFirst().y();
      drawing.box(
          "chart-range",
          x(run.getFirst()) - 5,
          top,
          10,
          band.getLast().y() - top,
          Drawing.TEAL_PALE);
    }
    var line = run.stream().map(i -> new Point(x(i), y(value(i), field))).toList();
    if (line.size() > 1) {
      drawing.shape(
          "chart-line",
          line,
          false,
          "fill=\"none\" stroke=\"" + Drawing.TEAL + "\" stroke-width=\"3\"");
    }
    for (int i : run) {
      double y = y(value(i), field);
      drawing.circle("chart-dot", x(i), y, 5, Drawing.TEAL, Drawing.TEAL);
      var text = moments.get(i).valueText();
      drawing.text(Drawing.VALUE, inside(x(i), text, true), y - 10, Anchor.MIDDLE, text);
    }
  }

  private double value(int moment) {
    var value = moments.get(moment).value();
    return value == null ? 0 : value;
  }

  private double x(int moment) {
    return moments.size() == 1
        ? WIDTH / 2.0
        : SIDE + (WIDTH - 2.0 * SIDE) * moment / (moments.size() - 1);
  }

  private double y(double value, int field) {
    return field + FIELD * (1 - Math.clamp(value, 0, top) / top);
  }

  private static double inside(double x, String text, boolean bold) {
    double half = Lettering.width(text, Drawing.VALUE.size(), bold) / 2;
    return Math.clamp(x, half, Math.max(half, WIDTH - half));
  }

  @Override
  public DataTable table() {
    var rows =
        moments.stream()
            .map(moment -> new DataTable.Row(moment.label(), List.of(moment.valueText())))
            .toList();
    return new DataTable(caption.title(), columns, rows);
  }

  /// The numbers of several pictures over the same moments in one table.
  public static DataTable together(DataTable.Row head, List<BandLine> trends) {
    var columns = new ArrayList<String>();
    columns.add(head.heading());
    columns.addAll(head.cells());
    return new DataTable(
        "",
        columns,
        trends.stream()
            .map(trend ->
                new DataTable.Row(
                    trend.caption().title(),
                    trend.moments().stream().map(Moment::valueText).toList()))
            .toList());
  }
}
