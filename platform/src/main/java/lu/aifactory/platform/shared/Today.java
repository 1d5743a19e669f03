package lu.aifactory.platform.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/// The day that it is in Luxembourg, where due dates are counted.
final class Today {

  static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");

  private Today() {}

  static LocalDate of(Clock clock) {
    return LocalDate.now(clock.withZone(LUXEMBOURG));
  }
}
