package lu.aifactory.platform.journey.estimate;

/// At least and at most so many weeks.
public record Weeks(double low, double high) {

  public Weeks {
    if (!(low >= 0 && high >= low)) {
      throw new IllegalArgumentException("not a range: " + low + " to " + high);
    }
  }

  Weeks plus(Weeks other) {
    return new Weeks(low + other.low, high + other.high);
  }

  Weeks orLonger(Weeks other) {
    return new Weeks(Math.max(low, other.low), Math.max(high, other.high));
  }

  Weeks orShorter(Weeks other) {
    return new Weeks(Math.min(low, other.low), Math.min(high, other.high));
  }

  /// Both together, from the earliest to the latest.
  Weeks around(Weeks other) {
    return new Weeks(Math.min(low, other.low), Math.max(high, other.high));
  }
}
