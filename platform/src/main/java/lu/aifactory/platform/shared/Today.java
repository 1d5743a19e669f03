package lu.aifactory.platform.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/// The day that it is in Luxembourg, where the factory stands and days are counted.
public final class Today {

  /// The zone in which days begin and end for the factory.
  public static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");

  private Today() {}

  /// What day it is.
  public static LocalDate of(Clock clock) {
    return LocalDate.now(clock.withZone(LUXEMBOURG));
  }
}
