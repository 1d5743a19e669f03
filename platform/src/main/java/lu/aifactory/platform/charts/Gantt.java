package lu.aifactory.platform.charts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.charts.Drawing.Anchor;
import lu.aifactory.platform.charts.Drawing.Point;

/// Steps over time (Gantt, 1910): when each begins and ends, what it waits for, and how late it may be. Each step has its
/// name above it, so that the picture can be read on a phone. Critical steps are filled, others are outlined, and a thin
/// line after a step shows its slack.
///
/// `columns` are the headings of the table: step, then what each step says in `cells`.
///
/// @param language of the names of months
public record Gantt(Caption caption, List<String> columns, Locale language, List<Bar> bars)
    implements Chart {

  private static final int WIDTH = 640;
  private static final int TOP = 26;
  private static final int ROW = 50;
  private static final int LABEL = 22;
  private static final int THICKNESS = 16;
  private static final int CLOSEST_TICKS = 46;
  private static final List<Integer> MONTHS_BETWEEN_TICKS = List.of(1, 2, 3, 6, 12, 24, 60, 120);

  /// One step.
  ///
  /// @param end its last day
  /// @param slackDays by how many days it may be late; 0 when it is critical
  /// @param after the places in the list of those that it waits for, from 0
  public record Bar(
      String label,
      LocalDate begin,
      LocalDate end,
      long slackDays,
      List<Integer> after,
      List<String> cells) {

    public Bar {
      after = List.copyOf(after);
      cells = List.copyOf(cells);
      if (end.isBefore(begin))
        throw new IllegalArgumentException("ends before it begins: " + label);
    }
  }

  public Gantt {
    columns = List.copyOf(columns);
    bars = List.copyOf(bars);
  }

  @Override
  public String svg() {
    int height = TOP + Math.max(1, bars.size()) * ROW + 8;
    var drawing = new Drawing("gantt", WIDTH, height, caption);
    if (!bars.isEmpty()) {
      ticks(drawing, height);
      for (int n = 0; n < bars.size(); n++) arrows(drawing, n);
      for (int n = 0; n < bars.size(); n++) draw(drawing, bars.get(n), n);
    }
    return drawing.svg();
  }

  private LocalDate first() {
    return bars.stream().map(Bar::begin).min(LocalDate::compareTo).orElseThrow().withDayOfMonth(1);
  }

  private LocalDate last() {
    var last =
        bars.stream()
            .map(bar -> bar.end().plusDays(bar.slackDays()))
            .max(LocalDate::compareTo)
            .orElseThrow();
    return YearMonth.from(last).plusMonths(1).atDay(1);
  }

  /// Where a day begins.
  private double x(LocalDate day) {
    var first = first();
    double share =
        (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last());
    return share * (WIDTH - 1);
  }

  private void ticks(Drawing drawing, int height) {
    var first = first();
    var last = last();
    long months = ChronoUnit.MONTHS.between(first, last);
    int room = WIDTH / CLOSEST_TICKS;
    int step =
        MONTHS_BETWEEN_TICKS.stream()
            .filter(each -> months <= (long) each * room)
            .findFirst()
            .orElse(240);
    var name = DateTimeFormatter.ofPattern(step < 12 ? "LLL" : "yyyy", language);
    for (var day = first; !day.isAfter(last); day = day.plusMonths(step)) {
      double x = x(day);
      drawing.line("chart-grid", x, TOP, x, height, Drawing.RULE, 1);
      if (day.isBefore(last)) {
        var text =
            step < 12 && (day.equals(first) || day.getMonthValue() == 1)
                ? String.valueOf(day.getYear())
                : name.format(day);
        drawing.text(Drawing.NOTE, x + 2, TOP - 8, Anchor.START, text);
      }
    }
  }

  private static double middle(int row) {
    return TOP + row * ROW + LABEL + THICKNESS / 2.0 + 2;
  }

  /// From the end of what it waits for, down or up, to its own beginning.
  private void arrows(Drawing drawing, int row) {
    double x = x(bars.get(row).begin());
    for (int before : bars.get(row).after()) {
      double from = x(bars.get(before).end().plusDays(1));
      double turn = Math.min(from + 4, Math.max(from, x - 6));
      drawing.shape(
          "chart-way",
          List.of(
              new Point(from, middle(before)),
              new Point(turn, middle(before)),
              new Point(turn, middle(row)),
              new Point(x, middle(row))),
          false,
          "fill=\"none\" stroke=\"#7a8696\" stroke-width=\"1\"");
    }
  }

  private void draw(Drawing drawing, Bar bar, int row) {
    double middle = middle(row);
    var label = Lettering.wrap(bar.label(), WIDTH, Drawing.LABEL.size(), true, 1).getFirst();
    drawing.text(Drawing.LABEL, 0, TOP + row * ROW + LABEL - 5.0, Anchor.START, label);
    double begin = x(bar.begin());
    double end = Math.max(begin + 2, x(bar.end().plusDays(1)));
    if (bar.slackDays() > 0) {
      double late = x(bar.end().plusDays(1 + bar.slackDays()));
      drawing.line("chart-slack", end, middle, late, middle, "#7a8696", 3);
    }
    double top = middle - THICKNESS / 2.0;
    double bottom = middle + THICKNESS / 2.0;
    var box =
        List.of(
            new Point(begin, top),
            new Point(end, top),
            new Point(end, bottom),
            new Point(begin, bottom));
    if (bar.slackDays() == 0) {
      drawing.shape(
          "chart-step-critical",
          box,
          true,
          "fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"".formatted(Drawing.TEAL, Drawing.TEAL));
    } else {
      drawing.shape(
          "chart-step",
          box,
          true,
          "fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"".formatted(Drawing.PAPER, Drawing.TEAL));
    }
  }

  @Override
  public DataTable table() {
    var rows = new ArrayList<DataTable.Row>();
    for (var bar : bars) rows.add(new DataTable.Row(bar.label(), bar.cells()));
    return new DataTable(caption.title(), columns, rows);
  }
}
