package lu.aifactory.platform.portfolio;

import lu.aifactory.platform.shared.Refusal;

/// Why an idea was not taken further.
public sealed interface PortfolioRefusal extends Refusal {

  @Override
  default Kind kind() {
    return Kind.CONFLICT;
  }

  /// Something forbids it, so nobody may invest in it.
  record Vetoed() implements PortfolioRefusal {

    @Override
    public String message() {
      return "portfolio.refusal.vetoed";
    }
  }

  /// Only what people decided to invest in becomes a use case.
  record NotInvested() implements PortfolioRefusal {

    @Override
    public String message() {
      return "portfolio.refusal.not-invested";
    }
  }

  /// A roadmap with so many steps that nobody could read it.
  record FullRoadmap() implements PortfolioRefusal {

    @Override
    public String message() {
      return "portfolio.refusal.full-roadmap";
    }
  }

  /// There is nothing to seal.
  record Empty() implements PortfolioRefusal {

    @Override
    public String message() {
      return "portfolio.refusal.empty";
    }
  }
}
