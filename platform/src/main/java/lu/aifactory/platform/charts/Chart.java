package lu.aifactory.platform.charts;

/// A picture of numbers. All words in it come from the caller, in the reader's language.
public sealed interface Chart
    permits Radar, Bars, BandLine, Bubbles, Funnel, Gantt, Ranges, Spans, Stages, Trend {

  /// What the picture is called and what it says in a sentence or two, for those who do not see it.
  Caption caption();

  /// The picture as one `svg` element, safe to put into a page as it is.
  String svg();

  /// The same numbers as a table.
  DataTable table();
}
