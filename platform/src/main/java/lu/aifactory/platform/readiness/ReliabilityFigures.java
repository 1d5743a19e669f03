package lu.aifactory.platform.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lu.aifactory.engines.psychometrics.Reliability;
import lu.aifactory.engines.psychometrics.Uncertainty;
import org.jspecify.annotations.Nullable;

/// How consistently the questions of one dimension measure one thing.
///
/// @param alpha Cronbach's α; null when nobody's answers differ
/// @param omega McDonald's ω; null under three questions or where no single factor fits
public record ReliabilityFigures(
    @Nullable Estimate alpha, @Nullable Estimate omega, List<ItemFigure> items) {

  private static final int DRAWS = 1000;

  public ReliabilityFigures {
    items = List.copyOf(items);
  }

  /// A figure, and between which bounds it lies with 95 % confidence; null where that could not be worked out.
  public record Estimate(double value, @Nullable Double low, @Nullable Double high) {

    static @Nullable Estimate of(OptionalDouble value, Optional<Uncertainty.Interval> interval) {
      return value.isPresent() && Double.isFinite(value.getAsDouble())
          ? new Estimate(
              value.getAsDouble(),
              interval.map(Uncertainty.Interval::low).orElse(null),
              interval.map(Uncertainty.Interval::high).orElse(null))
          : null;
    }
  }

  /// How a question goes together with the others of its dimension; null when everybody answered the same.
  public record ItemFigure(String item, @Nullable Estimate rest) {}

  /// From one row of levels for each company, in the order of the items.
  static ReliabilityFigures of(List<String> items, List<double[]> rows) {
    var answers = rows.toArray(double[][]::new);
    var reliability = Reliability.of(answers);
    // Seeded by what it is drawn from, so that the same answers always give the same intervals.
    var uncertainty = Uncertainty.of(answers, DRAWS, 31L * rows.size() + items.hashCode());
    var figures = new ArrayList<ItemFigure>();
    for (int item = 0; item < items.size(); item++) {
      figures.add(
          new ItemFigure(
              items.get(item),
              Estimate.of(
                  OptionalDouble.of(reliability.itemRest()[item]),
                  uncertainty.itemRest().get(item))));
    }
    return new ReliabilityFigures(
        Estimate.of(reliability.alpha(), uncertainty.alpha()),
        Estimate.of(reliability.omega(), uncertainty.omega()),
        figures);
  }
}
