package lu.aifactory.platform.readiness.norms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// Companies that entered the norms together and stay together.
///
/// @param cell the narrowest cell to which all of them belong
public record Block(UUID id, Cell cell, Instant formedAt, List<Contribution> members) {

  public Block {
    members = List.copyOf(members);
  }

  /// Forms as many blocks as those who wait allow, in narrow cells first; the rest goes on waiting.
  ///
  /// @param waiting one for a company
  /// @param least how many companies make a block
  public static List<Block> form(List<Contribution> waiting, int least, Instant now) {
    if (waiting.stream().map(Contribution::company).distinct().count() != waiting.size()) {
      throw new IllegalArgumentException("a company waits twice");
    }
    var blocks = new ArrayList<Block>();
    var rest = new ArrayList<>(waiting);
    rest.sort(Comparator.comparing(Contribution::assessment));
    for (var level : Cell.Level.values()) {
      var cells = new LinkedHashMap<Cell, List<Contribution>>();
      for (var one : rest) {
        Cell.of(one.place()).stream()
            .filter(cell -> cell.level() == level)
            .forEach(cell -> cells.computeIfAbsent(cell, _ -> new ArrayList<>()).add(one));
      }
      cells.forEach((cell, members) -> {
        if (members.size() >= least) {
          blocks.add(new Block(UUID.randomUUID(), cell, now, members));
          rest.removeAll(members);
        }
      });
    }
    return blocks;
  }
}
