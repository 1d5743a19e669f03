package lu.aifactory.platform.organisation;

import java.math.BigDecimal;
import java.util.Objects;

/// What the size of an enterprise is computed from, for one closed year: annual work units, and turnover and balance
/// sheet total in euros.
public record Figures(BigDecimal headcount, BigDecimal turnover, BigDecimal balance) {

  /// Nothing may be missing.
  public Figures {
    Objects.requireNonNull(headcount, "headcount");
    Objects.requireNonNull(turnover, "turnover");
    Objects.requireNonNull(balance, "balance");
  }

  Figures plus(Figures more) {
    return new Figures(
        headcount.add(more.headcount), turnover.add(more.turnover), balance.add(more.balance));
  }

  Figures times(BigDecimal share) {
    return new Figures(
        headcount.multiply(share), turnover.multiply(share), balance.multiply(share));
  }
}
