package lu.aifactory.platform.journey;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import lu.aifactory.platform.shared.Today;

/// Within how many working days the factory promises something, counted in office hours: what is asked at three in the
/// afternoon and promised in two days is promised for three in the afternoon of the day after the next; what is asked
/// at night or on a holiday counts from the next opening.
///
/// @param days working days
/// @param remindDays how many working days before the end somebody is reminded
record Promise(
    WorkingDays calendar, int days, BigDecimal remindDays, LocalTime opens, LocalTime closes) {

  Promise {
    if (!closes.isAfter(opens)) {
      throw new IllegalArgumentException("closes at " + closes + " but opens at " + opens);
    }
  }

  /// Until when it is promised to somebody who asks now.
  Instant end(Instant asked) {
    return after(asked.atZone(Today.LUXEMBOURG), length(BigDecimal.valueOf(days))).toInstant();
  }

  /// When to remind of a promise that ends then.
  Instant reminder(Instant end) {
    return before(end.atZone(Today.LUXEMBOURG), length(remindDays)).toInstant();
  }

  private Duration length(BigDecimal workingDays) {
    var day = BigDecimal.valueOf(Duration.between(opens, closes).toSeconds());
    return Duration.ofSeconds(day.multiply(workingDays).longValue());
  }

  private ZonedDateTime after(ZonedDateTime from, Duration length) {
    var at = from;
    var left = length;
    while (true) {
      var opening = at.with(opens);
      var closing = at.with(closes);
      var start = at.isBefore(opening) ? opening : at;
      if (calendar.isOne(at.toLocalDate()) && start.isBefore(closing)) {
        var today = Duration.between(start, closing);
        if (left.compareTo(today) <= 0) {
          return start.plus(left);
        }
        left = left.minus(today);
      }
      at = at.plusDays(1).with(LocalTime.MIN);
    }
  }

  private ZonedDateTime before(ZonedDateTime to, Duration length) {
    var at = to;
    var left = length;
    while (true) {
      var opening = at.with(opens);
      var closing = at.with(closes);
      var end = at.isAfter(closing) ? closing : at;
      if (calendar.isOne(at.toLocalDate()) && end.isAfter(opening)) {
        var today = Duration.between(opening, end);
        if (left.compareTo(today) <= 0) {
          return end.minus(left);
        }
        left = left.minus(today);
      }
      at = at.minusDays(1).with(LocalTime.MAX);
    }
  }
}
