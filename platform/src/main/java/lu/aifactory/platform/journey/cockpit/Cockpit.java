package lu.aifactory.platform.journey.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import lu.aifactory.platform.journey.SmallestGroup;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;

/// The figures by which the factory is steered. They are sums; what stands by sector or size names no group of fewer
/// organisations than the settings ask for.
@Facade
public class Cockpit {

  private static final int YEARS = 10;

  private final CockpitRows rows;
  private final SmallestGroup smallest;
  private final Clock clock;

  Cockpit(CockpitRows rows, SmallestGroup smallest, Clock clock) {
    this.rows = rows;
    this.smallest = smallest;
    this.clock = clock;
  }

  /// The figures of engagements that were opened between two days, both included; without them the last twelve months.
  @Needs("cockpit:read")
  public Figures figures(@Nullable LocalDate from, @Nullable LocalDate to) {
    var today = Today.of(clock);
    var end = to == null || to.isAfter(today) ? today : to;
    var usual = end.withDayOfMonth(1).minusMonths(11);
    var oldest = end.minusYears(YEARS);
    var asked = from == null || from.isAfter(end) ? usual : from;
    var begin = asked.isBefore(oldest) ? oldest : asked;
    var time = new CockpitRows.Time(begin, end, clock.instant());
    var total = rows.total(time);
    return new Figures(
        begin,
        end,
        total.opened(),
        total.closed(),
        total.inProduction(),
        total.median(),
        total.kept(),
        rows.months(time),
        rows.stages(time),
        rows.waits(clock.instant(), today),
        rows.inStages(clock.instant()),
        SmallNumbers.merged(rows.sectors(time), smallest.organisations()),
        SmallNumbers.merged(rows.sizes(time), smallest.organisations()));
  }
}
