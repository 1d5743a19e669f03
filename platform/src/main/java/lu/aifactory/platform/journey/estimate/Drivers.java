package lu.aifactory.platform.journey.estimate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of an engagement's drivers; a driver that is missing is not known yet.
public record Drivers(Map<Driver, Level> levels) {

  /// Keeps an own copy.
  public Drivers {
    levels = Map.copyOf(levels);
  }

  /// From codes by code; whatever is no level is not known.
  public static Drivers of(Map<String, String> codes) {
    var levels = new EnumMap<Driver, Level>(Driver.class);
    for (var driver : Driver.values()) {
      Level.of(codes.getOrDefault(driver.code(), "")).ifPresent(level -> levels.put(driver, level));
    }
    return new Drivers(levels);
  }

  /// How difficult it is in one respect.
  public Optional<Level> level(Driver driver) {
    return Optional.ofNullable(levels.get(driver));
  }

  /// Whether everything is known.
  public boolean complete() {
    return levels.size() == Driver.values().length;
  }

  /// Whether this is in no respect more difficult than the other; both are complete.
  boolean atMost(Drivers other) {
    for (var driver : Driver.values()) {
      if (level(driver).orElseThrow().compareTo(other.level(driver).orElseThrow()) > 0) {
        return false;
      }
    }
    return true;
  }

  /// Everything that it may turn out to be.
  List<Drivers> completions() {
    var all = new ArrayList<Map<Driver, Level>>();
    all.add(new EnumMap<>(Driver.class));
    for (var driver : Driver.values()) {
      var known = level(driver);
      var longer = new ArrayList<Map<Driver, Level>>();
      for (var begun : all) {
        for (var level : known.map(List::of).orElse(List.of(Level.values()))) {
          var more = new EnumMap<Driver, Level>(Driver.class);
          more.putAll(begun);
          more.put(driver, level);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all.stream().map(Drivers::new).toList();
  }
}
