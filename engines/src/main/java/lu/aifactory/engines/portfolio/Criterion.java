package lu.aifactory.engines.portfolio;

/// Something that candidates are judged by, from 1 (worst) to 5 (best), each with a written anchor.
///
/// @param weight its share of its side; the weights of one side add up to 1
/// @param least the score below which nothing is invested in, whatever the others say
public record Criterion(String id, Side side, double weight, int least) {

  public static final int WORST = 1;
  public static final int BEST = 5;

  /// What a criterion tells about.
  public enum Side {
    /// what success would be worth
    VALUE,
    /// how likely success is
    SUCCESS
  }

  Criterion withWeight(double other) {
    return new Criterion(id, side, other, least);
  }
}
