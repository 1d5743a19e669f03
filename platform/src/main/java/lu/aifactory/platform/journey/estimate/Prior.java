package lu.aifactory.platform.journey.estimate;

import java.util.EnumMap;
import java.util.Map;

/// What the factory estimates before it has measured enough: a base, and what each driver adds to it at each level.
public record Prior(Weeks base, Map<Driver, Map<Level, Weeks>> added) {

  /// More difficulty never takes less time; a table that says so is wrong.
  public Prior {
    var copy = new EnumMap<Driver, Map<Level, Weeks>>(Driver.class);
    for (var driver : Driver.values()) {
      var levels = added.getOrDefault(driver, Map.of());
      Weeks before = new Weeks(0, 0);
      for (var level : Level.values()) {
        var weeks = levels.get(level);
        if (weeks == null || weeks.low() < before.low() || weeks.high() < before.high()) {
          throw new IllegalArgumentException(
              "%s, %s: %s after %s".formatted(driver, level, weeks, before));
        }
        before = weeks;
      }
      copy.put(driver, Map.copyOf(levels));
    }
    added = copy;
  }

  Weeks of(Drivers drivers) {
    var sum = base;
    for (var driver : Driver.values()) {
      sum = sum.plus(share(driver, drivers));
    }
    return sum;
  }

  /// What one driver adds; everything that it may add while its level is not known.
  Weeks share(Driver driver, Drivers drivers) {
    var levels = added.getOrDefault(driver, Map.of());
    return drivers
        .level(driver)
        .map(level -> levels.getOrDefault(level, new Weeks(0, 0)))
        .orElseGet(() -> levels.values().stream().reduce(Weeks::around).orElse(new Weeks(0, 0)));
  }
}
