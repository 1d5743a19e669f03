package lu.aifactory.platform.schedule;

import java.time.Duration;
import java.time.LocalTime;

/// A bean of this type is run by the clock, by one replica at a time, as `system:<name>`. What fails is tried again at
/// the next time. The name is stable and tells room and purpose, `consent.expiry`; its words for people are the message
/// `<room>.schedule.<purpose>`.
public record RecurringWork(String name, Cadence cadence, Runnable run) {

  /// How often.
  public sealed interface Cadence {

    /// So long after the last run ended.
    record Every(Duration pause) implements Cadence {}

    /// Once a day at this time in Luxembourg.
    record Daily(LocalTime at) implements Cadence {}
  }

  /// Work that runs again so long after it ended.
  public static RecurringWork every(Duration pause, String name, Runnable run) {
    return new RecurringWork(name, new Cadence.Every(pause), run);
  }

  /// Work that runs once a day at this time in Luxembourg.
  public static RecurringWork daily(LocalTime at, String name, Runnable run) {
    return new RecurringWork(name, new Cadence.Daily(at), run);
  }
}
