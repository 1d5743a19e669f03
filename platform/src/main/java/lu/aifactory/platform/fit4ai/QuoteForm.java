package lu.aifactory.platform.fit4ai;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lu.aifactory.platform.fit4ai.Review.Quote;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// Reads an offer from what was typed, or from texts over REST.
final class QuoteForm {

  private static final BigDecimal MOST = new BigDecimal("10000000");

  private final Map<String, String> typed;
  private final List<Fault> faults = new ArrayList<>();

  private QuoteForm(Map<String, String> typed) {
    this.typed = typed;
  }

  static Outcome<Quote> read(Form form) {
    var typed = new LinkedHashMap<String, String>();
    form.values().keySet().forEach(name -> typed.put(name, form.value(name)));
    return read(typed);
  }

  static Outcome<Quote> read(Map<String, String> typed) {
    return new QuoteForm(typed).quote();
  }

  private Outcome<Quote> quote() {
    var cost = amount("consultantCost", true);
    var other = amount("otherCost", false);
    var days = amount("days", true);
    var rate = amount("dayRate", true);
    var dated = day("dated");
    var starts = day("startsOn");
    var priced = at("priced");
    if (!List.of("with", "without").contains(priced)) {
      faults.add(new Fault("priced", "fit4ai.fault.choice"));
    }
    return !faults.isEmpty()
            || cost == null
            || other == null
            || days == null
            || rate == null
            || dated == null
            || starts == null
        ? Outcome.refused(new Refusal.Invalid(faults))
        : Outcome.done(
            new Quote(cost, other, priced.equals("with"), days, rate, dated, starts));
  }

  /// The form for an offer that is there.
  static Form of(Quote quote) {
    return Form.empty()
        .with("consultantCost", quote.consultantCost().toPlainString())
        .with("otherCost", quote.otherCost().toPlainString())
        .with("priced", quote.withTax() ? "with" : "without")
        .with("days", quote.days().toPlainString())
        .with("dayRate", quote.dayRate().toPlainString())
        .with("dated", quote.dated())
        .with("startsOn", quote.startsOn());
  }

  private @Nullable BigDecimal amount(String field, boolean positive) {
    var text = at(field).replaceAll("[\\s\u00A0\u202F'’]", "").replace(',', '.');
    if (text.isEmpty() && !positive) return BigDecimal.ZERO;
    if (!text.matches("\\d{1,9}(\\.\\d{1,2})?")) {
      faults.add(new Fault(field, "fit4ai.fault.amount"));
      return null;
    }
    var amount = new BigDecimal(text);
    if (amount.compareTo(MOST) > 0 || (positive && amount.signum() == 0)) {
      faults.add(new Fault(field, "fit4ai.fault.amount"));
      return null;
    }
    return amount;
  }

  private @Nullable LocalDate day(String field) {
    try {
      return LocalDate.parse(at(field));
    } catch (DateTimeException _) {
      faults.add(new Fault(field, "fit4ai.fault.day"));
      return null;
    }
  }

  private String at(String field) {
    return typed.getOrDefault(field, "").strip();
  }
}
