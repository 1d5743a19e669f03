package lu.aifactory.platform.journey.estimate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How long an engagement takes from its first contact to production, as a range of whole weeks.
///
/// Until at least ten closed engagements are alike, which is to say have the same level of every driver, the factory's
/// own estimate is used. From then on the middle of what they really took: the 20 % and the 80 % quantile of their
/// durations, interpolated linearly between the order statistics (type 7 of Hyndman and Fan, 1996). What was learnt
/// of easier engagements is never undercut, and what was learnt of harder ones never exceeded, so more difficulty
/// never shortens the estimate. While a driver is not known, the range reaches over all that it may turn out to be.
///
/// @param learnt whether it rests on closed engagements
/// @param alike how many closed engagements are alike
/// @param shares what the factory's own estimate says of each driver
public record Estimate(
    int low, int high, boolean learnt, int alike, Weeks base, Map<Driver, Weeks> shares) {

  static final int ENOUGH = 10;
  private static final double LOWER = 0.2;
  private static final double UPPER = 0.8;

  /// Keeps an own copy.
  public Estimate {
    shares = Map.copyOf(shares);
  }

  /// @param closed how many weeks closed engagements took, by their drivers
  public static Estimate of(Drivers drivers, Prior prior, Map<Drivers, List<Double>> closed) {
    var learnt = learnt(closed);
    var weeks =
        drivers.completions().stream()
            .map(one -> weeks(one, prior, learnt))
            .reduce(Weeks::around)
            .orElseThrow();
    var shares = new EnumMap<Driver, Weeks>(Driver.class);
    for (var driver : Driver.values()) {
      shares.put(driver, prior.share(driver, drivers));
    }
    return new Estimate(
        (int) Math.floor(weeks.low()),
        (int) Math.ceil(weeks.high()),
        drivers.complete() && learnt.containsKey(drivers),
        drivers.complete() ? closed.getOrDefault(drivers, List.of()).size() : 0,
        prior.base(),
        shares);
  }

  private static Map<Drivers, Weeks> learnt(Map<Drivers, List<Double>> closed) {
    return closed.entrySet().stream()
        .filter(group -> group.getKey().complete() && group.getValue().size() >= ENOUGH)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                group ->
                    new Weeks(
                        quantile(group.getValue(), LOWER), quantile(group.getValue(), UPPER))));
  }

  private static Weeks weeks(Drivers drivers, Prior prior, Map<Drivers, Weeks> learnt) {
    var easier = atLeast(drivers, learnt);
    if (learnt.containsKey(drivers)) {
      return easier;
    }
    var own = prior.of(drivers).orLonger(easier);
    for (var harder : learnt.keySet()) {
      if (drivers.atMost(harder)) {
        own = own.orShorter(atLeast(harder, learnt));
      }
    }
    return own;
  }

  private static Weeks atLeast(Drivers drivers, Map<Drivers, Weeks> learnt) {
    var longest = new Weeks(0, 0);
    for (var group : learnt.entrySet()) {
      if (group.getKey().atMost(drivers)) {
        longest = longest.orLonger(group.getValue());
      }
    }
    return longest;
  }

  /// The quantile of some values, by linear interpolation between the two nearest of them.
  static double quantile(List<Double> values, double share) {
    var sorted = values.stream().sorted().toList();
    double place = (sorted.size() - 1) * share;
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }
}
