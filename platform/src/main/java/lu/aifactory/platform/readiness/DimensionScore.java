package lu.aifactory.platform.readiness;

import java.util.Optional;

/// One dimension of a result.
///
/// @param share the weight after renormalising over the dimensions that entered the index; 0 if this one did not
/// @param standardError of the level, in levels; 0 if it was not judged
/// @param answered items at a level
/// @param applicable items that were asked and not declared "not applicable"
public record DimensionScore(
    String dimension,
    double weight,
    double share,
    double standardError,
    int answered,
    int applicable,
    Standing standing) {

  /// The mean level, if it was judged.
  public Optional<Double> level() {
    return standing instanceof Standing.Judged(double level)
        ? Optional.of(level)
        : Optional.empty();
  }

  DimensionScore withShare(double newShare) {
    return new DimensionScore(
        dimension, weight, newShare, standardError, answered, applicable, standing);
  }
}
