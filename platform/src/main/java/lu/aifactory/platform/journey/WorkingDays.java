package lu.aifactory.platform.journey;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Counts working days: Monday to Friday, without the public holidays of the country in which the factory stands.
final class WorkingDays {

  private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);

  // Nobody knows the holidays of a day further away, and asking for each year between would take
  // time.
  private static final int YEARS_KNOWN = 20;

  private final HolidayManager country;
  private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

  /// @param country its code, for example `lu`
  WorkingDays(String country) {
    this.country = HolidayManager.getInstance(ManagerParameters.create(country));
  }

  /// The day that is so many working days after this one.
  LocalDate after(LocalDate day, int count) {
    var end = day;
    for (var left = count; left > 0; ) {
      end = end.plusDays(1);
      if (isOne(end)) {
        left--;
      }
    }
    return end;
  }

  /// How many working days lie between two days, the last one counted.
  int between(LocalDate from, LocalDate to) {
    if (!to.isAfter(from)) {
      return 0;
    }
    var weekdays = until(to) - until(from);
    var known = Math.min(to.getYear(), from.getYear() + YEARS_KNOWN);
    for (int year = from.getYear(); year <= known; year++) {
      weekdays -=
          holidays(year).stream()
              .filter(day -> isWeekday(day) && day.isAfter(from) && !day.isAfter(to))
              .count();
    }
    return Math.toIntExact(weekdays);
  }

  /// Whether people work on that day.
  boolean isOne(LocalDate day) {
    return isWeekday(day) && !holidays(day.getYear()).contains(day);
  }

  private Set<LocalDate> holidays(int year) {
    return holidays.computeIfAbsent(
        year,
        _ ->
            country.getHolidays(Year.of(year)).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet()));
  }

  // By whole weeks since a Monday long ago, so that a day far away costs no more than tomorrow.
  private static long until(LocalDate day) {
    var days = day.toEpochDay() - A_MONDAY.toEpochDay() + 1;
    return Math.floorDiv(days, 7) * 5L + Math.min(Math.floorMod(days, 7), 5);
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
