package lu.aifactory.platform.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// The clock of a demonstration: the real time, save for the call that writes what happened before it opened.
final class DemoClock extends Clock {

  private final ScopedValue<Instant> past = ScopedValue.newInstance();
  private final Clock real;

  DemoClock(Clock real) {
    this.real = real;
  }

  /// Runs something as if it were that time.
  void at(Instant time, Runnable action) {
    ScopedValue.where(past, time).run(action);
  }

  @Override
  public Instant instant() {
    return past.isBound() ? past.get() : real.instant();
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return past.isBound() ? Clock.fixed(past.get(), zone) : real.withZone(zone);
  }
}
