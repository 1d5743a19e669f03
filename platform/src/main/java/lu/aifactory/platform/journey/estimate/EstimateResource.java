package lu.aifactory.platform.journey.estimate;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Estimates for programs.
@RestController
@RequestMapping("/api/engagements/{id}/estimate")
class EstimateResource {

  private final Estimates estimates;

  EstimateResource(Estimates estimates) {
    this.estimates = estimates;
  }

  /// @param levels of the drivers that are known
  /// @param basis `closed-engagements` or `factory-estimate`
  record Shown(
      int lowWeeks,
      int highWeeks,
      String basis,
      int alike,
      Map<String, String> levels,
      Map<String, Weeks> added) {}

  /// Each `easy`, `medium`, `hard`, or left out while it is not known.
  record Levels(
      @Nullable String complexity,
      @Nullable String data,
      @Nullable String funding,
      @Nullable String partners) {

    Drivers toDrivers() {
      var levels = new EnumMap<Driver, Level>(Driver.class);
      put(levels, Driver.COMPLEXITY, complexity);
      put(levels, Driver.DATA, data);
      put(levels, Driver.FUNDING, funding);
      put(levels, Driver.PARTNERS, partners);
      return new Drivers(levels);
    }

    private static void put(Map<Driver, Level> levels, Driver driver, @Nullable String code) {
      if (code != null) {
        Level.of(code).ifPresent(level -> levels.put(driver, level));
      }
    }
  }

  @Needs("engagement:read")
  @GetMapping
  Shown estimate(@PathVariable UUID id) {
    return shown(new EngagementId(id));
  }

  private Shown shown(EngagementId id) {
    var estimate = estimates.estimate(id);
    var levels = new TreeMap<String, String>();
    estimates
        .drivers(id)
        .levels()
        .forEach((driver, level) -> levels.put(driver.code(), level.code()));
    var added = new TreeMap<String, Weeks>();
    estimate.shares().forEach((driver, weeks) -> added.put(driver.code(), weeks));
    return new Shown(
        estimate.low(),
        estimate.high(),
        estimate.learnt() ? "closed-engagements" : "factory-estimate",
        estimate.alike(),
        levels,
        added);
  }

  @Needs("engagement:advise")
  @PutMapping
  Outcome<Shown> set(@PathVariable UUID id, @RequestBody Levels body) {
    return estimates.set(new EngagementId(id), body.toDrivers()).map(this::shown);
  }
}
