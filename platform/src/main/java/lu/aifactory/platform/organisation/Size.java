package lu.aifactory.platform.organisation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lu.aifactory.engines.rules.Decision;
import org.jspecify.annotations.Nullable;

/// The size of an organisation with every step of its calculation.
///
/// @param before the same sum for the year before; null when only one year is closed
/// @param statusBefore the status that held before both years, as the organisation says; null when unknown
/// @param results one for each frame
/// @param advice message keys of what the reader should know about the result
public record Size(
    int year,
    boolean estimate,
    Sum last,
    @Nullable Sum before,
    @Nullable SizeClass statusBefore,
    boolean publicControl,
    List<Result> results,
    List<String> advice) {

  /// The sum of a group in one year.
  public record Sum(int year, List<Line> lines, Figures total) {}

  /// One enterprise in the sum.
  ///
  /// @param name empty for the organisation itself
  /// @param relation null for the organisation itself
  /// @param percent how much of its figures counts
  public record Line(
      String name,
      Enterprise.@Nullable Relation relation,
      BigDecimal percent,
      Figures figures,
      Figures counted) {}

  /// The size in one frame.
  ///
  /// @param size the status; null when no rule answers, or when two different years cannot decide
  /// @param byLast the class by the last year alone
  /// @param byBefore the class by the year before alone
  /// @param rule the decision about the last year, with its row and source
  public record Result(
      Frame frame,
      @Nullable SizeClass size,
      @Nullable SizeClass byLast,
      @Nullable SizeClass byBefore,
      Decision rule) {

    /// Whether the two years fall into different classes.
    boolean yearsDiffer() {
      return byBefore != null && byLast != null && byBefore != byLast;
    }

    /// Whether they do, and nobody has said which status held before them.
    boolean isUndecided() {
      return size == null && yearsDiffer();
    }
  }

  /// The size by frame; frames without an answer are missing.
  public Map<Frame, SizeClass> byFrame() {
    var sizes = new EnumMap<Frame, SizeClass>(Frame.class);
    for (var result : results) {
      if (result.size() != null) sizes.put(result.frame(), result.size());
    }
    return sizes;
  }
}
