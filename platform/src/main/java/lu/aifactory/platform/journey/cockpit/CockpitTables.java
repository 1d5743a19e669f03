package lu.aifactory.platform.journey.cockpit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The figures as tables to take away, with codes instead of words.
record CockpitTables(List<String> columns, List<List<@Nullable Object>> rows) {

  static Optional<CockpitTables> of(String name, Figures figures) {
    return switch (name) {
      case "first-contact" -> Optional.of(months(figures));
      case "stages" -> Optional.of(stages(figures));
      case "waiting" -> Optional.of(waits(figures));
      case "in-stages" -> Optional.of(inStages(figures));
      case "sectors" -> Optional.of(groups("sector", figures.sectors()));
      case "sizes" -> Optional.of(groups("size", figures.sizes()));
      default -> Optional.empty();
    };
  }

  private static CockpitTables months(Figures figures) {
    return new CockpitTables(
        List.of("month", "opened", "median hours", "promises due", "promises kept"),
        figures.months().stream()
            .map(one ->
                CockpitPages.row(
                    one.month(), one.opened(), one.median(), one.kept().due(), one.kept().kept()))
            .toList());
  }

  private static CockpitTables stages(Figures figures) {
    return new CockpitTables(
        List.of("stage", "reached", "skipped"),
        figures.stages().stream()
            .map(one -> CockpitPages.row(one.stage().code(), one.number(), one.skipped()))
            .toList());
  }

  private static CockpitTables waits(Figures figures) {
    return new CockpitTables(
        List.of("waiting for", "engagements", "overdue", "median days"),
        figures.waits().stream()
            .map(one -> CockpitPages.row(one.who(), one.number(), one.overdue(), one.days()))
            .toList());
  }

  private static CockpitTables inStages(Figures figures) {
    return new CockpitTables(
        List.of("stage", "engagements", "median days"),
        figures.inStages().stream()
            .map(one -> CockpitPages.row(one.stage().code(), one.number(), one.days()))
            .toList());
  }

  private static CockpitTables groups(String by, List<Figures.Group> groups) {
    return new CockpitTables(
        List.of(by, "organisations", "engagements", "in production", "median hours"),
        groups.stream()
            .map(one ->
                CockpitPages.row(
                    one.name().isEmpty() ? "too small" : one.name(),
                    one.organisations(),
                    one.engagements(),
                    one.inProduction(),
                    one.median()))
            .toList());
  }
}
