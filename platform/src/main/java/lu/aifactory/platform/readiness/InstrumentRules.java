package lu.aifactory.platform.readiness;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Period;
import java.util.Map;
import lu.aifactory.engines.rules.Decision.Decided;
import lu.aifactory.platform.rulebook.Rulebook;
import lu.aifactory.platform.shared.Today;
import org.springframework.stereotype.Component;

/// From how many answers the questionnaire is judged and companies are compared: the table `readiness-instrument`.
@Component
class InstrumentRules {

  private final Rulebook rulebook;
  private final Clock clock;

  InstrumentRules(Rulebook rulebook, Clock clock) {
    this.rulebook = rulebook;
    this.clock = clock;
  }

  int completeAnswers() {
    return value("complete-answers").intValueExact();
  }

  double reliability() {
    return value("reliability").doubleValue();
  }

  double itemRest() {
    return value("item-rest").doubleValue();
  }

  int normCompanies() {
    return value("norm-companies").intValueExact();
  }

  Period betweenNorms() {
    return Period.ofDays(value("norm-days").intValueExact());
  }

  Period normsHold() {
    return Period.ofYears(value("norm-years").intValueExact());
  }

  /// The group of sectors; empty for a sector that nobody has put into one.
  String group(String sector) {
    return rulebook.decide("readiness-sector-groups", Today.of(clock), Map.of("sector", sector))
            instanceof Decided decided
        ? decided.text("group")
        : "";
  }

  private BigDecimal value(String what) {
    return rulebook.decide("readiness-instrument", Today.of(clock), Map.of("what", what))
            instanceof Decided decided
        ? decided.number("value")
        : fail(what);
  }

  private static BigDecimal fail(String what) {
    throw new IllegalStateException("the table readiness-instrument has no row for " + what);
  }
}
