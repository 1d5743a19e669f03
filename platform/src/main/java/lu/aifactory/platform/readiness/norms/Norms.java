package lu.aifactory.platform.readiness.norms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// The scores of one cell on one day.
///
/// @param asOf when the newest companies of the cell came in
public record Norms(Cell cell, Instant asOf, double[] scores) {

  /// The norms of every cell that has any, the widest first.
  public static List<Norms> all(List<Block> blocks) {
    var cells = new LinkedHashSet<Cell>();
    cells.add(Cell.ALL);
    for (var block : blocks) {
      var cell = block.cell();
      if (!cell.group().isEmpty()) cells.add(new Cell("", cell.group(), ""));
      if (!cell.size().isEmpty()) cells.add(new Cell("", "", cell.size()));
      if (!cell.sector().isEmpty()) cells.add(cell);
    }
    var norms = new ArrayList<Norms>();
    for (var cell : cells) of(cell, blocks).ifPresent(norms::add);
    return norms;
  }

  /// The norms of the narrowest cell of a company that has any.
  public static Optional<Norms> nearest(Place place, List<Block> blocks) {
    return Cell.of(place).stream().flatMap(cell -> of(cell, blocks).stream()).findFirst();
  }

  private static Optional<Norms> of(Cell cell, List<Block> blocks) {
    var within = blocks.stream().filter(block -> cell.includes(block.cell())).toList();
    var scores =
        within.stream()
            .flatMap(block -> block.members().stream())
            .mapToDouble(Contribution::score)
            .sorted()
            .toArray();
    return within.stream()
        .map(Block::formedAt)
        .max(Instant::compareTo)
        .map(asOf -> new Norms(cell, asOf, scores));
  }

  /// How many companies.
  public int companies() {
    return scores.length;
  }

  /// How many of 100 companies have a lower score; an equal one counts half.
  public double percentile(double score) {
    long below = Arrays.stream(scores).filter(one -> one < score).count();
    long equal = Arrays.stream(scores).filter(one -> one == score).count();
    return 100 * (below + equal / 2.0) / scores.length;
  }

  /// The score below which this share of the companies lies, from 0 to 1.
  public double quantile(double share) {
    double place = share * (scores.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, scores.length - 1);
    return scores[below] + (place - below) * (scores[above] - scores[below]);
  }
}
