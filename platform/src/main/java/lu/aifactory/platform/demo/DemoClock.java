package lu.aifactory.platform.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// The clock of a demonstration: the real time, save for the thread that writes what happened before it opened.
final class DemoClock extends Clock {

  private final ThreadLocal<@Nullable Instant> past = new ThreadLocal<>();
  private final Clock real;

  DemoClock(Clock real) {
    this.real = real;
  }

  /// Runs something as if it were that time for the calling thread.
  void at(Instant time, Runnable action) {
    past.set(time);
    try {
      action.run();
    } finally {
      past.remove();
    }
  }

  @Override
  public Instant instant() {
    var time = past.get();
    return time == null ? real.instant() : time;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    var time = past.get();
    return time == null ? real.withZone(zone) : Clock.fixed(time, zone);
  }
}
