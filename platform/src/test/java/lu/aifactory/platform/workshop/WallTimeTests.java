package lu.aifactory.platform.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lu.aifactory.platform.shared.Today;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the clock on the wall shows, and when that is.
class WallTimeTests {

  private static final ZoneId HERE = Today.LUXEMBOURG;

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-03-28", "2027-10-31", "2027-06-15", "1977-04-03", "2026-11-29"})
  void everyMinuteOfADayIsShownAsOftenAsMomentsShowIt(LocalDate day) {
    var moments = momentsByWhatTheClockShows(day);
    for (int minute = 0; minute < 24 * 60; minute++) {
      var at = day.atStartOfDay().plusMinutes(minute);
      var found = moments.getOrDefault(at, List.of());
      assertThat(WallTime.shown(at, HERE).ordinal()).as("%s", at).isEqualTo(found.size());
      if (!found.isEmpty()) {
        assertThat(new WallTime(at, HERE, false).moment()).isEqualTo(found.getFirst());
        assertThat(new WallTime(at, HERE, true).moment()).isEqualTo(found.getLast());
      }
    }
  }

  /// Another way to the same: go through all minutes of universal time around the day and look at the clock.
  private static Map<LocalDateTime, List<Instant>> momentsByWhatTheClockShows(LocalDate day) {
    var found = new HashMap<LocalDateTime, List<Instant>>();
    var from = day.minusDays(1).atStartOfDay(ZoneId.of("UTC")).toInstant();
    for (int minute = 0; minute < 3 * 24 * 60; minute++) {
      var moment = from.plus(minute, ChronoUnit.MINUTES);
      found.merge(
          LocalDateTime.ofInstant(moment, HERE),
          List.of(moment),
          (one, more) -> List.of(one.getFirst(), more.getFirst()));
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aMomentComesBackFromWhatTheClockShowedInAnyZone(int seed) {
    var random = new Random(seed);
    var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
    // around a change of clocks, where the zone has one
    var start = Instant.parse("2027-01-01T00:00:00Z").plusSeconds(random.nextInt(365 * 86_400));
    var change = zone.getRules().nextTransition(start);
    var moment =
        (change == null ? start : change.getInstant())
            .plus(random.nextInt(600) - 300, ChronoUnit.MINUTES)
            .truncatedTo(ChronoUnit.SECONDS);
    var minutes = random.nextInt(12 * 60);

    var shown = WallTime.of(moment, zone);

    assertThat(shown.moment()).as("seed %s, %s", seed, zone).isEqualTo(moment);
    assertThat(shown.plusMinutes(minutes).moment())
        .isEqualTo(moment.plus(minutes, ChronoUnit.MINUTES));
    assertThat(shown.changesWithin(minutes))
        .isEqualTo(
            !zone.getRules()
                .getOffset(moment)
                .equals(zone.getRules().getOffset(moment.plus(minutes, ChronoUnit.MINUTES))));
  }

  @ParameterizedTest
  @CsvSource({
    // the night in which the clocks go forward: 01:30 and two hours is 04:30
    "2027-03-28T01:30, false, 120, 2027-03-28T04:30, false",
    // the night in which they go back: 01:30 and two hours is the second 02:30
    "2027-10-31T01:30, false, 120, 2027-10-31T02:30, true",
    "2027-10-31T02:30, false, 60,  2027-10-31T02:30, true",
    "2027-10-31T02:30, true,  60,  2027-10-31T03:30, false",
    "2027-03-27T22:00, false, 300, 2027-03-28T04:00, false",
    "2027-07-01T09:00, true,  90,  2027-07-01T10:30, false"
  })
  void lastsAsLongAsItLastsWhateverTheClocksDo(
      LocalDateTime start, boolean second, int minutes, LocalDateTime end, boolean endSecond) {
    assertThat(new WallTime(start, HERE, second).plusMinutes(minutes))
        .isEqualTo(new WallTime(end, HERE, endSecond));
  }

  @Test
  void theSameTimeEachWeekStaysTheSameOnTheWallAcrossAChange() {
    var first = LocalDateTime.parse("2027-03-22T09:00");
    var moments =
        IntStream.range(0, 3)
            .mapToObj(week -> new WallTime(first.plusWeeks(week), HERE, false).moment())
            .toList();

    assertThat(moments)
        .containsExactly(
            Instant.parse("2027-03-22T08:00:00Z"),
            Instant.parse("2027-03-29T07:00:00Z"),
            Instant.parse("2027-04-05T07:00:00Z"));
  }
}
