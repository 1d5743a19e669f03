package lu.aifactory.platform.charts;

import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.charts.Drawing.Anchor;

/// Things between two scales from 0 to 1: better to the right, better to the top. Each is a numbered circle; the number
/// leads to its row in the table, which has the words.
///
/// `columns` are the headings of the table: number and name, then what each bubble says in `cells`.
///
/// @param across what the lower scale measures
/// @param up what the left scale measures
public record Bubbles(
    Caption caption, List<String> columns, String across, String up, List<Bubble> bubbles)
    implements Chart {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 420;
  private static final int LEFT = 44;
  private static final int BOTTOM = 44;
  private static final int EDGE = 24;
  private static final int SMALLEST = 14;
  private static final int LARGEST = 26;

  /// How a bubble is drawn: filled, as a ring, or as a pale ring.
  public enum Look {
    STRONG,
    RING,
    PALE
  }

  /// One thing.
  ///
  /// @param across 0 to 1
  /// @param up 0 to 1
  /// @param size 0 to 1
  public record Bubble(
      String label, double across, double up, double size, Look look, List<String> cells) {

    public Bubble {
      cells = List.copyOf(cells);
      if (!inside(across) || !inside(up) || !inside(size)) {
        throw new IllegalArgumentException("outside of 0 to 1: " + label);
      }
    }

    private static boolean inside(double value) {
      return value >= 0 && value <= 1;
    }
  }

  public Bubbles {
    columns = List.copyOf(columns);
    bubbles = List.copyOf(bubbles);
  }

  @Override
  public String svg() {
    var drawing = new Drawing("bubbles", WIDTH, HEIGHT, caption);
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double x = x(tenth / 10.0);
      double y = y(tenth / 10.0);
      drawing.line("chart-grid", x, EDGE / 2.0, x, HEIGHT - BOTTOM, Drawing.RULE, 1);
      drawing.line("chart-grid", LEFT, y, WIDTH - EDGE / 2.0, y, Drawing.RULE, 1);
      var percent = tenth * 10 + " %";
      drawing.text(Drawing.NOTE, x, HEIGHT - BOTTOM + 18, Anchor.MIDDLE, percent);
      if (tenth > 0) drawing.text(Drawing.NOTE, LEFT - 4, y + 5, Anchor.END, percent);
    }
    drawing.line("chart-axis", LEFT, HEIGHT - BOTTOM, WIDTH, HEIGHT - BOTTOM, Drawing.INK, 2);
    drawing.line("chart-axis", LEFT, 0, LEFT, HEIGHT - BOTTOM, Drawing.INK, 2);
    drawing.text(Drawing.LABEL, WIDTH, HEIGHT - 4, Anchor.END, across + " →");
    drawing.text(Drawing.LABEL, LEFT + 8, 14, Anchor.START, "↑ " + up);
    // The largest first, so that none hides another.
    var order = bubbles.stream().sorted((a, b) -> Double.compare(b.size(), a.size())).toList();
    for (var bubble : order) draw(drawing, bubble, bubbles.indexOf(bubble) + 1);
    return drawing.svg();
  }

  private static void draw(Drawing drawing, Bubble bubble, int number) {
    int radius = (int) Math.round(SMALLEST + (LARGEST - SMALLEST) * bubble.size());
    double x = x(bubble.across());
    double y = y(bubble.up());
    switch (bubble.look()) {
      case STRONG ->
          drawing.circle("chart-bubble-strong", x, y, radius, Drawing.TEAL, Drawing.TEAL);
      case RING -> drawing.circle("chart-bubble-ring", x, y, radius, Drawing.PAPER, Drawing.TEAL);
      case PALE -> drawing.circle("chart-bubble-pale", x, y, radius, Drawing.PAPER, "#7a8696");
    }
    var type = bubble.look() == Look.STRONG ? Drawing.ON_COLOUR : Drawing.LABEL;
    drawing.text(type, x, y + 5, Anchor.MIDDLE, String.valueOf(number));
  }

  private static double x(double across) {
    return LEFT + EDGE + across * (WIDTH - LEFT - 2 * EDGE);
  }

  private static double y(double up) {
    return HEIGHT - BOTTOM - EDGE - up * (HEIGHT - BOTTOM - 2 * EDGE);
  }

  @Override
  public DataTable table() {
    var rows = new ArrayList<DataTable.Row>();
    for (int n = 0; n < bubbles.size(); n++) {
      rows.add(new DataTable.Row((n + 1) + ". " + bubbles.get(n).label(), bubbles.get(n).cells()));
    }
    return new DataTable(caption.title(), columns, rows);
  }
}
