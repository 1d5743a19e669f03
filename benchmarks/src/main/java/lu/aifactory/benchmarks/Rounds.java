package lu.aifactory.benchmarks;

import java.time.Duration;

/// The parts of a run: people come and the platform warms up, then rounds that count, then people go.
final class Rounds {

  static final Duration ARRIVAL = duration("load.arrival", "PT60S");
  static final Duration WARM_UP = duration("load.warm-up", "PT60S");
  static final Duration LENGTH = duration("load.round", "PT90S");
  static final int COUNT = Integer.getInteger("load.rounds", 5);

  private static final long BEGAN = System.nanoTime();

  private Rounds() {}

  /// How long whoever comes first stays.
  static Duration all() {
    return ARRIVAL.plus(WARM_UP).plus(LENGTH.multipliedBy(COUNT));
  }

  /// In which part of the run we are.
  static String now() {
    var since = Duration.ofNanos(System.nanoTime() - BEGAN).minus(ARRIVAL);
    if (since.isNegative()) return "arrival";
    var counted = since.minus(WARM_UP);
    if (counted.isNegative()) return "warm-up";
    long round = counted.dividedBy(LENGTH) + 1;
    return round <= COUNT ? "round " + round : "end";
  }

  private static Duration duration(String name, String otherwise) {
    return Duration.parse(System.getProperty(name, otherwise));
  }
}
