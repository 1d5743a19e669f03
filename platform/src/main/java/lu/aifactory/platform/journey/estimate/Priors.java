package lu.aifactory.platform.journey.estimate;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import lu.aifactory.engines.rules.Decision;
import lu.aifactory.platform.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/// What the factory estimates, by the table of the day.
@Component
class Priors {

  private static final String TABLE = "journey-estimate";

  private final Rulebook rulebook;

  Priors(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /// The factory's own estimate, as its table says on a day.
  Prior on(LocalDate day) {
    var added = new EnumMap<Driver, Map<Level, Weeks>>(Driver.class);
    for (var driver : Driver.values()) {
      var levels = new EnumMap<Level, Weeks>(Level.class);
      for (var level : Level.values()) {
        levels.put(level, weeks(day, Map.of("driver", driver.code(), "level", level.code())));
      }
      added.put(driver, levels);
    }
    return new Prior(weeks(day, Map.of("driver", "base")), added);
  }

  private Weeks weeks(LocalDate day, Map<String, String> asked) {
    if (!(rulebook.decide(TABLE, day, new HashMap<>(asked)) instanceof Decision.Decided row)) {
      throw new IllegalStateException(TABLE + " says nothing of " + asked + " on " + day);
    }
    return new Weeks(row.number("low").doubleValue(), row.number("high").doubleValue());
  }
}
