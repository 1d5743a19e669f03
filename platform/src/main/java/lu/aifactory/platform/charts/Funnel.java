package lu.aifactory.platform.charts;

import java.util.List;
import lu.aifactory.platform.charts.Drawing.Anchor;

/// How many get how far: one bar for each step, from the first to the last, each with its number and its share in words.
///
/// `columns` are the headings of the table: step, number, share.
public record Funnel(Caption caption, List<String> columns, List<Step> steps) implements Chart {

  private static final int WIDTH = 640;
  private static final int THICKNESS = 18;
  private static final int BETWEEN = 12;

  /// One step: how many reached it, and the share of the step before, in words.
  public record Step(String label, long number, String numberText, String shareText) {

    public Step {
      if (number < 0) throw new IllegalArgumentException("fewer than none: " + label);
    }
  }

  public Funnel {
    columns = List.copyOf(columns);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) throw new IllegalArgumentException("a funnel without a step");
  }

  @Override
  public String svg() {
    int leading = Drawing.LABEL.leading();
    int row = leading + 4 + THICKNESS + BETWEEN;
    var drawing = new Drawing("funnel", WIDTH, steps.size() * row, caption);
    long most = Math.max(1, steps.stream().mapToLong(Step::number).max().orElse(1));
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      int top = i * row;
      drawing.text(Drawing.LABEL, 0, top + leading - 4, Anchor.START, step.label());
      drawing.text(Drawing.NOTE, WIDTH - 60, top + leading - 4, Anchor.END, step.shareText());
      drawing.text(Drawing.VALUE, WIDTH, top + leading - 4, Anchor.END, step.numberText());
      double y = top + leading + 2;
      drawing.box("chart-track", 0, y, WIDTH, THICKNESS, "#eef1f4");
      drawing.box(
          "chart-bar", 0, y, (double) WIDTH * step.number() / most, THICKNESS, Drawing.TEAL);
      drawing.line("chart-axis", 0, y - 2, 0, y + THICKNESS + 2, Drawing.INK, 2);
    }
    return drawing.svg();
  }

  @Override
  public DataTable table() {
    var rows =
        steps.stream()
            .map(step ->
                new DataTable.Row(step.label(), List.of(step.numberText(), step.shareText())))
            .toList();
    return new DataTable(caption.title(), columns, rows);
  }
}
