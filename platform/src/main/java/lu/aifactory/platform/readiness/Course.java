package lu.aifactory.platform.readiness;

import java.util.List;
import lu.aifactory.platform.charts.BandLine;
import lu.aifactory.platform.charts.DataTable;
import lu.aifactory.platform.portal.Tone;

/// Several assessments of one project after each other, in the reader's words.
///
/// @param trends one picture for each dimension
/// @param table the same numbers together
/// @param changes against the assessment before, by dimension
record Course(List<BandLine> trends, DataTable table, List<ChangeRow> changes) {

  /// What became of one dimension.
  record ChangeRow(
      String dimension, String from, String to, String needed, Tone tone, String said) {}
}
