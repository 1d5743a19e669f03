package lu.aifactory.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import lu.aifactory.platform.shared.Today;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromiseTests {

  private static final WorkingDays DAYS = new WorkingDays("lu");
  private static final Promise PROMISE =
      new Promise(DAYS, 2, new BigDecimal("0.5"), LocalTime.of(8, 0), LocalTime.of(18, 0));

  /// The eleven legal holidays of the Labour Code (Article L. 232-2), as they fell in 2026.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-05-25",
        "2026-06-23",
        "2026-12-25"
      })
  void nobodyWorksOnAHolidayInLuxembourg(LocalDate holiday) {
    assertThat(DAYS.isOne(holiday)).isFalse();
    assertThat(DAYS.isOne(LocalDate.of(2026, 11, 24))).isTrue();
  }

  @Test
  void europeDayIsAHolidaySinceTwentyNineteen() {
    assertThat(DAYS.isOne(LocalDate.of(2025, 5, 9))).isFalse();
    assertThat(DAYS.isOne(LocalDate.of(2018, 5, 9))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T15:00, 2026-11-25T15:00",
    // a Friday: the weekend does not count
    "2026-11-27T15:00, 2026-12-01T15:00",
    // at night and on a Saturday the clock waits for the next opening
    "2026-11-23T22:30, 2026-11-25T18:00",
    "2026-11-28T11:00, 2026-12-01T18:00",
    "2026-11-23T05:00, 2026-11-24T18:00",
    // over Christmas and Saint Stephen's, which is a Saturday in 2026
    "2026-12-24T10:00, 2026-12-29T10:00",
    // Labour Day and Europe Day of 2025: Thursday and Friday
    "2025-04-30T16:00, 2025-05-05T16:00",
    "2025-05-08T12:00, 2025-05-13T12:00",
    // over the change to winter time
    "2026-10-23T17:00, 2026-10-27T17:00"
  })
  void twoWorkingDaysCountFromTheFirstContact(LocalDateTime asked, LocalDateTime promised) {
    assertThat(PROMISE.end(at(asked))).isEqualTo(at(promised));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T15:00, 2026-11-25T10:00",
    "2026-11-25T09:00, 2026-11-24T14:00",
    "2026-11-30T10:00, 2026-11-27T15:00"
  })
  void theReminderComesHalfAWorkingDayBefore(LocalDateTime end, LocalDateTime reminder) {
    assertThat(PROMISE.reminder(at(end))).isEqualTo(at(reminder));
  }

  @Test
  void aPromiseEndsInOfficeHoursAndWhoeverAsksLaterIsNotAnsweredEarlier() {
    var random = new Random(20261123);
    var earliest = Instant.parse("2024-01-01T00:00:00Z");
    for (int run = 0; run < 2000; run++) {
      var asked = earliest.plusSeconds(random.nextInt(4 * 365 * 86_400));
      var later = asked.plusSeconds(random.nextInt(3 * 86_400));
      var end = PROMISE.end(asked);
      var there = end.atZone(Today.LUXEMBOURG);
      assertThat(DAYS.isOne(there.toLocalDate())).as("%s", asked).isTrue();
      assertThat(there.toLocalTime()).isBetween(PROMISE.opens(), PROMISE.closes());
      assertThat(PROMISE.end(later)).as("%s, %s", asked, later).isAfterOrEqualTo(end);
      assertThat(PROMISE.reminder(end)).isBefore(end).isAfter(asked.minus(Duration.ofHours(1)));
    }
  }

  private static Instant at(LocalDateTime there) {
    return there.atZone(Today.LUXEMBOURG).toInstant();
  }
}
