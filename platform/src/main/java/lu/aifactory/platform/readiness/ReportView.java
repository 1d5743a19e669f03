package lu.aifactory.platform.readiness;

import java.time.LocalDate;
import java.util.List;
import lu.aifactory.platform.charts.Radar;
import lu.aifactory.platform.charts.Spans;
import lu.aifactory.platform.documents.DocumentId;
import lu.aifactory.platform.portal.Tone;
import org.jspecify.annotations.Nullable;

/// A result in the reader's words, the same for the page and the PDF.
///
/// @param peers where the score stands among those of other companies
/// @param tested what is known of the questions themselves
/// @param gaps how far each dimension is from the gates of the next stage
record ReportView(
    String finding,
    Tone tone,
    String state,
    String peers,
    String tested,
    Radar radar,
    Spans gaps,
    List<GateRow> gates,
    List<ActionRow> actions,
    List<FigureRow> evidence,
    List<AnswerRow> answers,
    @Nullable String comparison,
    @Nullable Course course,
    List<String> method,
    LocalDate date) {

  /// One dimension with its level, its share of the index, and its three gates.
  record GateRow(String dimension, String level, String share, List<GateCell> stages) {}

  /// What came of one gate, as a word and a shape.
  record GateCell(String stage, Tone tone, String text) {}

  /// What to do, and why that first.
  record ActionRow(String about, String text, String reason) {}

  /// Something counted.
  record FigureRow(String label, int count) {}

  /// One question with its answer and what that rests on.
  ///
  /// @param document that shows it
  /// @param verifiable whether an advisor may still confirm it
  record AnswerRow(
      String item,
      String title,
      String answer,
      String evidence,
      @Nullable String note,
      @Nullable DocumentId document,
      boolean verifiable) {}
}
