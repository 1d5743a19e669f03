package lu.aifactory.platform.fit4ai;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lu.aifactory.engines.rules.Decision;
import lu.aifactory.platform.fit4ai.Hint.Effect;
import lu.aifactory.platform.fit4ai.Review.Quote;
import lu.aifactory.platform.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks an offer against what the tables say, line by line. The advisor decides.
@Component
class QuoteCheck {

  static final String TABLE = "fit4ai-quote-bounds";

  /// Euros may be rounded; more is another offer.
  private static final BigDecimal TOLERANCE = new BigDecimal("1.00");

  /// What was found.
  ///
  /// @param aid euros that the programme might pay; null where nothing says so
  record Result(List<Hint> hints, @Nullable BigDecimal aid) {

    boolean fits() {
      return hints.stream().allMatch(hint -> hint.effect() == Effect.FITS);
    }

    boolean speaksAgainst() {
      return hints.stream().anyMatch(hint -> hint.effect() == Effect.AGAINST);
    }
  }

  private final Rulebook rulebook;

  QuoteCheck(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /// @param size of the organisation; empty while nobody said
  Result of(Quote quote, String size, @Nullable Consultant consultant, LocalDate today) {
    var hints = new ArrayList<Hint>();
    var bounds = size.isEmpty() ? null : rulebook.decide(TABLE, today, Map.of("size", size));
    var aid = bounds(quote, bounds, hints);
    plain(
        hints,
        quote.withTax() ? "with-tax" : "without-tax",
        quote.withTax() ? Effect.AGAINST : Effect.FITS);
    if (quote.otherCost().signum() > 0) {
      plain(hints, "other-cost", Effect.ADVISOR, euros(quote.otherCost()));
    }
    var product = quote.days().multiply(quote.dayRate());
    var adds = product.subtract(quote.consultantCost()).abs().compareTo(TOLERANCE) <= 0;
    plain(
        hints,
        adds ? "rate-adds-up" : "rate-differs",
        adds ? Effect.FITS : Effect.AGAINST,
        number(quote.days()),
        euros(quote.dayRate()),
        euros(product));
    var later = quote.startsOn().isAfter(today);
    plain(
        hints,
        later ? "starts-later" : "starts-too-early",
        later ? Effect.FITS : Effect.AGAINST,
        "@" + quote.startsOn());
    if (consultant != null) accreditation(quote, consultant, hints);
    return new Result(List.copyOf(hints), aid);
  }

  private static @Nullable BigDecimal bounds(
      Quote quote, @Nullable Decision bounds, List<Hint> hints) {
    if (!(bounds instanceof Decision.Decided found)) {
      plain(hints, "no-bounds", Effect.ADVISOR);
      return null;
    }
    var row = found.rows().getFirst();
    var least = row.number("least");
    var most = row.number("most");
    var cost = quote.consultantCost();
    var within = cost.compareTo(least) >= 0 && cost.compareTo(most) <= 0;
    // A doubtful bound turns nobody away: then the advisor looks.
    var doubtful = !row.text("confidence").equals("A");
    hints.add(
        new Hint(
            "fit4ai.quote." + (within ? "within" : "outside"),
            List.of(euros(cost), euros(least), euros(most)),
            within ? Effect.FITS : doubtful ? Effect.ADVISOR : Effect.AGAINST,
            row.text("confidence"),
            row.notes().getOrDefault("basis", "")));
    return cost.min(most)
        .multiply(row.number("share"))
        .divide(new BigDecimal(100), 2, RoundingMode.HALF_UP);
  }

  private static void accreditation(Quote quote, Consultant consultant, List<Hint> hints) {
    var holds =
        consultant.isAccredited(quote.dated()) && consultant.isAccredited(quote.startsOn());
    plain(
        hints,
        holds ? "accredited" : "not-accredited",
        holds ? Effect.FITS : Effect.AGAINST,
        consultant.name(),
        "@" + consultant.until());
  }

  private static void plain(List<Hint> hints, String what, Effect effect, String... arguments) {
    hints.add(new Hint("fit4ai.quote." + what, List.of(arguments), effect, "", ""));
  }

  static String euros(BigDecimal amount) {
    return number(amount.setScale(2, RoundingMode.HALF_UP));
  }

  /// A number that reads the same in all four languages: 12 500 or 12 500.50.
  private static String number(BigDecimal amount) {
    var plain = amount.stripTrailingZeros();
    var scaled = plain.scale() <= 0 ? plain.setScale(0) : amount.setScale(2, RoundingMode.HALF_UP);
    return scaled.toPlainString().replaceAll("(?<=\\d)(?=(\\d{3})+(\\.|$))", "\u202F");
  }
}
