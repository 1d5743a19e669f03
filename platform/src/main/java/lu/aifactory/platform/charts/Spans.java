package lu.aifactory.platform.charts;

import java.util.List;
import lu.aifactory.platform.charts.Drawing.Anchor;
import org.jspecify.annotations.Nullable;

/// Values on one scale from zero, each as a dot with the range in which it lies, against a threshold of its own: levels
/// reached against levels needed, a reliability against the least that is wanted. Everything is written at its row.
///
/// `columns` are the headings of the table: what, value, threshold, note.
public record Spans(Caption caption, double top, List<String> columns, List<Span> spans)
    implements Chart {

  private static final int WIDTH = 640;
  private static final int EDGE = 8;
  private static final int THICKNESS = 18;
  private static final int BETWEEN = 20;
  private static final int VALUE_ROOM = 220;

  /// One row. Without a value nothing is drawn but the threshold; without a threshold its text is empty.
  ///
  /// @param low where the range of the value begins; null without a range
  /// @param note a line under the row, empty for none
  public record Span(
      String label,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      String valueText,
      @Nullable Double threshold,
      String thresholdText,
      String note) {}

  public Spans {
    columns = List.copyOf(columns);
    spans = List.copyOf(spans);
    if (top <= 0) throw new IllegalArgumentException("a scale needs a length");
  }

  @Override
  public String svg() {
    int height = spans.stream().mapToInt(Spans::height).sum();
    var drawing = new Drawing("spans", WIDTH, Math.max(height, 1), caption);
    int y = 0;
    for (var span : spans) {
      draw(drawing, span, y);
      y += height(span);
    }
    return drawing.svg();
  }

  private static int height(Span span) {
    int leading = Drawing.LABEL.leading();
    return head(span) * leading
        + 6
        + THICKNESS
        + 4
        + (thresholds(span).size() + notes(span).size()) * leading
        + BETWEEN;
  }

  private static int head(Span span) {
    return Math.max(labels(span).size(), values(span).size());
  }

  private static List<String> labels(Span span) {
    return Lettering.wrap(span.label(), WIDTH - VALUE_ROOM - 16, Drawing.LABEL.size(), true, 3);
  }

  private static List<String> values(Span span) {
    return Lettering.wrap(span.valueText(), VALUE_ROOM, Drawing.VALUE.size(), true, 3);
  }

  private static List<String> thresholds(Span span) {
    return span.threshold() == null || span.thresholdText().isEmpty()
        ? List.of()
        : Lettering.wrap(span.thresholdText(), WIDTH, Drawing.THRESHOLD.size(), false, 2);
  }

  private static List<String> notes(Span span) {
    return span.note().isEmpty()
        ? List.of()
        : Lettering.wrap(span.note(), WIDTH, Drawing.NOTE.size(), false, 2);
  }

  private double x(double value) {
    return EDGE + (WIDTH - 2 * EDGE) * Math.clamp(value, 0, top) / top;
  }

  private void draw(Drawing drawing, Span span, int y) {
    int leading = Drawing.LABEL.leading();
    head(drawing, span, y);
    double track = y + head(span) * leading + 6.0;
    double middle = track + THICKNESS / 2.0;
    drawing.box("chart-track", 0, track, WIDTH, THICKNESS, "#eef1f4");
    drawing.line("chart-axis", x(0), track - 4, x(0), track + THICKNESS + 4, Drawing.INK, 2);
    var low = span.low();
    var high = span.high();
    if (low != null && high != null) {
      drawing.box(
          "chart-range", x(low), track + 3, x(high) - x(low), THICKNESS - 6, Drawing.TEAL_PALE);
    }
    var threshold = span.threshold();
    if (threshold != null) {
      double at = x(threshold);
      drawing.line("chart-halo", at, track - 4, at, track + THICKNESS + 4, Drawing.PAPER, 7);
      drawing.line("chart-threshold", at, track - 4, at, track + THICKNESS + 4, Drawing.AMBER, 3);
    }
    var value = span.value();
    if (value != null) {
      drawing.circle("chart-dot", x(value), middle, 6, Drawing.TEAL, Drawing.TEAL);
    }
    double line = track + THICKNESS + 4;
    for (var text : thresholds(span)) {
      line += leading;
      drawing.text(
          Drawing.THRESHOLD,
          inside(x(threshold == null ? 0 : threshold), text),
          line - 2,
          Anchor.MIDDLE,
          text);
    }
    for (var text : notes(span)) {
      line += leading;
      drawing.text(Drawing.NOTE, 0, line - 2, Anchor.START, text);
    }
  }

  private static void head(Drawing drawing, Span span, int y) {
    int leading = Drawing.LABEL.leading();
    var labels = labels(span);
    var values = values(span);
    int rows = head(span);
    for (int i = 0; i < labels.size(); i++) {
      double line = y + (rows - labels.size() + i + 1) * leading - 4.0;
      drawing.text(Drawing.LABEL, 0, line, Anchor.START, labels.get(i));
    }
    for (int i = 0; i < values.size(); i++) {
      double line = y + (rows - values.size() + i + 1) * leading - 4.0;
      drawing.text(Drawing.VALUE, WIDTH, line, Anchor.END, values.get(i));
    }
  }

  /// A text stands under its line as far as the picture's edges let it.
  private static double inside(double x, String text) {
    double half = Lettering.width(text, Drawing.THRESHOLD.size(), false) / 2;
    return Math.clamp(x, half, Math.max(half, WIDTH - half));
  }

  @Override
  public DataTable table() {
    var rows =
        spans.stream()
            .map(one ->
                new DataTable.Row(
                    one.label(), List.of(one.valueText(), one.thresholdText(), one.note())))
            .toList();
    return new DataTable(caption.title(), columns, rows);
  }
}
