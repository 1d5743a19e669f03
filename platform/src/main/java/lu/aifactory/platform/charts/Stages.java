package lu.aifactory.platform.charts;

import java.util.ArrayList;
import java.util.List;
import lu.aifactory.platform.charts.Drawing.Anchor;
import lu.aifactory.platform.charts.Drawing.Point;

/// A line of stages: what is done, where things stand, what lies ahead. Shape, not colour alone, tells them apart,
/// and each stage says its state in words.
///
/// `columns` are the headings of the table: stage, state.
public record Stages(Caption caption, List<String> columns, List<Stage> stages) implements Chart {

  private static final int WIDTH = 640;
  private static final int RADIUS = 12;
  private static final int LINE = 20;

  /// Where a stage stands.
  public enum State {
    DONE,
    NOW,
    AHEAD
  }

  /// One stage and its state in words.
  public record Stage(String label, State state, String stateText) {}

  public Stages {
    columns = List.copyOf(columns);
    stages = List.copyOf(stages);
    if (stages.isEmpty()) throw new IllegalArgumentException("no stages");
  }

  @Override
  public String svg() {
    double column = (double) WIDTH / stages.size();
    int rows = stages.stream().mapToInt(s -> lines(s, column).size()).max().orElse(1);
    int height = LINE + RADIUS + 10 + rows * Drawing.LABEL.leading() + 4;
    var drawing = new Drawing("stages", WIDTH, height, caption);
    for (int i = 1; i < stages.size(); i++) {
      boolean behind = stages.get(i).state() != State.AHEAD;
      drawing.line(
          behind ? "chart-way-done" : "chart-way",
          column * (i - 0.5) + RADIUS,
          LINE,
          column * (i + 0.5) - RADIUS,
          LINE,
          behind ? Drawing.BLUE : Drawing.RULE,
          behind ? 3 : 2);
    }
    for (int i = 0; i < stages.size(); i++)
      draw(drawing, stages.get(i), column, column * (i + 0.5));
    return drawing.svg();
  }

  private static void draw(Drawing drawing, Stage stage, double column, double x) {
    switch (stage.state()) {
      case DONE -> {
        drawing.circle("chart-stage-done", x, LINE, RADIUS, Drawing.BLUE, Drawing.BLUE);
        drawing.shape(
            "chart-tick",
            List.of(new Point(x - 5, LINE), new Point(x - 1, LINE + 4), new Point(x + 6, LINE - 4)),
            false,
            "fill=\"none\" stroke=\"" + Drawing.PAPER + "\" stroke-width=\"2\"");
      }
      case NOW -> {
        drawing.circle("chart-stage-now", x, LINE, RADIUS, Drawing.PAPER, Drawing.TEAL);
        drawing.circle("chart-stage-dot", x, LINE, 6, Drawing.TEAL, Drawing.TEAL);
      }
      case AHEAD -> drawing.circle("chart-stage-ahead", x, LINE, RADIUS, Drawing.PAPER, "#7a8696");
    }
    int y = LINE + RADIUS + 10;
    for (var line : lines(stage, column)) {
      y += line.type().leading();
      drawing.text(line.type(), x, y - 4, Anchor.MIDDLE, line.text());
    }
  }

  private record Line(Drawing.Type type, String text) {}

  private static List<Line> lines(Stage stage, double column) {
    var lines = new ArrayList<Line>();
    var type = stage.state() == State.NOW ? Drawing.VALUE : Drawing.NOTE;
    Lettering.wrap(stage.label(), column - 6, 14, true, 4)
        .forEach(l -> lines.add(new Line(Drawing.LABEL, l)));
    Lettering.wrap(stage.stateText(), column - 6, 14, type.bold(), 3)
        .forEach(l -> lines.add(new Line(type, l)));
    return lines;
  }

  @Override
  public DataTable table() {
    var rows =
        stages.stream().map(s -> new DataTable.Row(s.label(), List.of(s.stateText()))).toList();
    return new DataTable(caption.title(), columns, rows);
  }
}
