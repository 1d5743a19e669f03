package lu.aifactory.platform.journey;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// Counts working days. They are Monday to Friday: public holidays are not known here, so a due date near one can be
/// a day early.
final class WorkingDays {

  private WorkingDays() {}

  /// The day that is so many working days after this one.
  static LocalDate after(LocalDate day, int count) {
    var end = day;
    for (var left = count; left > 0; ) {
      end = end.plusDays(1);
      if (worksOn(end)) {
        left--;
      }
    }
    return end;
  }

  /// How many working days lie between two days, the last one counted.
  static int between(LocalDate from, LocalDate to) {
    return Math.toIntExact(
        from.plusDays(1)
            .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
            .filter(WorkingDays::worksOn)
            .count());
  }

  private static boolean worksOn(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
