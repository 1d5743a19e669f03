package lu.aifactory.platform.workshop;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// A time as people agree on it: what the clock on the wall shows at a place. `second` says which of the two is meant in
/// the night in which the clock shows it twice.
public record WallTime(LocalDateTime at, ZoneId zone, boolean second) {

  /// How often the clock at a place shows a time.
  public enum Shown {
    NEVER,
    ONCE,
    TWICE
  }

  /// Twice only where the clock does so: elsewhere there is no second one.
  public WallTime {
    second = second && shown(at, zone) == Shown.TWICE;
  }

  /// The time that a moment has there.
  public static WallTime of(Instant moment, ZoneId zone) {
    var there = moment.atZone(zone);
    return new WallTime(
        there.toLocalDateTime(), zone, !there.equals(there.withEarlierOffsetAtOverlap()));
  }

  /// How often the clock shows this time, as the night of a change of clocks has one hour less or more.
  public static Shown shown(LocalDateTime at, ZoneId zone) {
    return switch (zone.getRules().getValidOffsets(at).size()) {
      case 0 -> Shown.NEVER;
      case 1 -> Shown.ONCE;
      default -> Shown.TWICE;
    };
  }

  /// The moment that is meant. One that never comes is the one that lies as long after midnight.
  public Instant moment() {
    return zoned().toInstant();
  }

  /// The time after so many minutes have passed, whatever the clocks do meanwhile.
  public WallTime plusMinutes(int minutes) {
    return of(moment().plusSeconds(60L * minutes), zone);
  }

  /// Whether the clocks change between this time and so many minutes later.
  public boolean changesWithin(int minutes) {
    var rules = zone.getRules();
    return !rules.getOffset(moment()).equals(rules.getOffset(moment().plusSeconds(60L * minutes)));
  }

  private ZonedDateTime zoned() {
    var zoned = at.atZone(zone);
    return second ? zoned.withLaterOffsetAtOverlap() : zoned.withEarlierOffsetAtOverlap();
  }
}
