package lu.aifactory.platform.journey.cockpit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import lu.aifactory.platform.journey.Stage;
import org.jspecify.annotations.Nullable;

/// The figures of engagements that were opened in a time; where they wait is as of now.
///
/// @param median hours from the first contact to the answer; null when there was none
public record Figures(
    LocalDate from,
    LocalDate to,
    long opened,
    long closed,
    long inProduction,
    @Nullable Double median,
    Kept kept,
    List<Month> months,
    List<Reached> stages,
    List<Wait> waits,
    List<InStage> inStages,
    List<Group> sectors,
    List<Group> sizes) {

  /// How many first contacts were promised for a time that has come, and how many of these took place in time.
  public record Kept(long due, long kept) {

    /// In percent; null when none was due.
    public @Nullable Long percent() {
      return due == 0 ? null : Math.round(100.0 * kept / due);
    }
  }

  /// One month.
  public record Month(YearMonth month, long opened, @Nullable Double median, Kept kept) {}

  /// How many got at least as far as a stage.
  ///
  /// @param skipped how many of them skipped it
  public record Reached(Stage stage, long number, long skipped) {}

  /// For whom engagements wait, and for how many days already, in the middle.
  public record Wait(String who, long number, long overdue, @Nullable Double days) {}

  /// How many stand in a stage, and for how many days already, in the middle.
  public record InStage(Stage stage, long number, @Nullable Double days) {}

  /// A sector or a class of size; the one without a name sums up those that are too small to be named.
  ///
  /// @param name empty for those that are too small
  /// @param organisations how many there are
  public record Group(
      String name,
      long organisations,
      long engagements,
      long inProduction,
      @Nullable Double median) {}
}
