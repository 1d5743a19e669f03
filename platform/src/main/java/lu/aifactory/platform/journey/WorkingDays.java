package lu.aifactory.platform.journey;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// Counts working days. They are Monday to Friday: public holidays are not known here, so a due date near one can be
/// a day early.
final class WorkingDays {

  private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);

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
    return to.isAfter(from) ? Math.toIntExact(until(to) - until(from)) : 0;
  }

  // By whole weeks since a Monday long ago, so that a day far away costs no more than tomorrow.
  private static long until(LocalDate day) {
    var days = day.toEpochDay() - A_MONDAY.toEpochDay() + 1;
    return Math.floorDiv(days, 7) * 5L + Math.min(Math.floorMod(days, 7), 5);
  }

  private static boolean worksOn(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
