package lu.aifactory.platform.journey;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import lu.aifactory.engines.rules.Decision;
import lu.aifactory.platform.rulebook.Rulebook;
import lu.aifactory.platform.shared.Today;
import org.springframework.stereotype.Component;

/// What the factory promises about its own answers, by the table of the day.
@Component
class Promises {

  private static final String TABLE = "journey-promises";

  private final Rulebook rulebook;
  private final WorkingDays calendar;
  private final Clock clock;

  Promises(Rulebook rulebook, WorkingDays calendar, Clock clock) {
    this.rulebook = rulebook;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// That an advisor contacts an organisation after its first contact.
  Promise firstContact() {
    var decision = rulebook.decide(TABLE, Today.of(clock), Map.of("promise", "first-contact"));
    if (!(decision instanceof Decision.Decided row)) {
      throw new IllegalStateException(TABLE + " promises no first contact on " + decision.on());
    }
    return new Promise(
        calendar,
        row.number("days").intValueExact(),
        row.number("remindDays"),
        LocalTime.parse(row.text("opens")),
        LocalTime.parse(row.text("closes")));
  }
}
