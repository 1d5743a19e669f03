package lu.aifactory.platform.journey.estimate;

import java.time.Clock;
import java.time.Duration;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Today;

/// How long engagements take.
@Facade
public class Estimates {

  private static final double SECONDS_A_WEEK = Duration.ofDays(7).toSeconds();

  private final EstimateRows rows;
  private final Priors priors;
  private final Clock clock;

  Estimates(EstimateRows rows, Priors priors, Clock clock) {
    this.rows = rows;
    this.priors = priors;
    this.clock = clock;
  }

  /// What is known of the drivers.
  @Needs("engagement:read")
  public Drivers drivers(EngagementId id) {
    return found(id);
  }

  /// How long it will take in all, from its first contact on.
  @Needs("engagement:read")
  public Estimate estimate(EngagementId id) {
    return Estimate.of(found(id), priors.on(Today.of(clock)), rows.closed());
  }

  /// How many weeks have passed since the first contact.
  @Needs("engagement:read")
  public double weeksSoFar(EngagementId id) {
    return Duration.between(rows.openedAt(id), clock.instant()).toSeconds() / SECONDS_A_WEEK;
  }

  /// Says how difficult it is, as far as one knows.
  @Needs(value = "engagement:advise", records = "engagement.drivers-set")
  public Outcome<EngagementId> set(EngagementId id, Drivers drivers) {
    found(id);
    rows.save(id, drivers);
    return Outcome.done(id);
  }

  private Drivers found(EngagementId id) {
    return rows.drivers(id).orElseThrow(() -> new NotVisible(id.toString()));
  }
}
