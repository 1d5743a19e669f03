package lu.aifactory.platform.readiness.norms;

import java.util.ArrayList;
import java.util.List;

/// Which companies are compared with each other. An empty part lets all in.
public record Cell(String sector, String group, String size) {

  /// Everybody.
  public static final Cell ALL = new Cell("", "", "");

  /// How narrow a cell is, the narrowest first.
  public enum Level {
    SECTOR_AND_SIZE,
    SIZE,
    GROUP,
    ALL
  }

  /// The cells in which a company may be compared, the narrowest first.
  public static List<Cell> of(Place place) {
    var cells = new ArrayList<Cell>();
    if (!place.sector().isEmpty() && !place.size().isEmpty()) {
      cells.add(new Cell(place.sector(), place.group(), place.size()));
    }
    if (!place.size().isEmpty()) cells.add(new Cell("", "", place.size()));
    if (!place.group().isEmpty()) cells.add(new Cell("", place.group(), ""));
    cells.add(ALL);
    return cells;
  }

  /// How narrow this one is.
  public Level level() {
    if (!sector.isEmpty()) return Level.SECTOR_AND_SIZE;
    if (!size.isEmpty()) return Level.SIZE;
    return group.isEmpty() ? Level.ALL : Level.GROUP;
  }

  /// Whether all companies of the other cell belong to this one too.
  boolean includes(Cell other) {
    return lets(sector, other.sector) && lets(group, other.group) && lets(size, other.size);
  }

  private static boolean lets(String wanted, String is) {
    return wanted.isEmpty() || wanted.equals(is);
  }
}
