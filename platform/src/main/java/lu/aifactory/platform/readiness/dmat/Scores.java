package lu.aifactory.platform.readiness.dmat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import lu.aifactory.platform.portal.Tone;

/// What the DMAT found at one moment.
///
/// @param version of the DMAT's framework
/// @param dimensions six scores from 0 to 100
/// @param overall from 0 to 100, their mean
/// @param questions scores from 0 to 10, or none
public record Scores(
    Moment moment,
    Variant variant,
    String version,
    LocalDate on,
    List<BigDecimal> dimensions,
    BigDecimal overall,
    List<BigDecimal> questions) {

  /// When in the course of the support: before it, after it, and a year later.
  public enum Moment {
    T0,
    T1,
    T2
  }

  /// The bands that the DMAT publishes.
  enum Band {
    BASIC("basic", Tone.OPEN),
    AVERAGE("average", Tone.WAITING),
    MODERATELY_ADVANCED("moderately-advanced", Tone.ACTIVE),
    ADVANCED("advanced", Tone.DONE);

    final String code;
    final Tone tone;

    Band(String code, Tone tone) {
      this.code = code;
      this.tone = tone;
    }

    static Band of(BigDecimal score) {
      double value = score.doubleValue();
      if (value <= 25) return BASIC;
      if (value <= 50) return AVERAGE;
      return value <= 75 ? MODERATELY_ADVANCED : ADVANCED;
    }
  }

  public Scores {
    dimensions = List.copyOf(dimensions);
    questions = List.copyOf(questions);
  }

  /// Whether it says the same, however many zeros were written.
  boolean saysAs(Scores other) {
    return moment == other.moment
        && variant == other.variant
        && version.equals(other.version)
        && on.equals(other.on)
        && overall.compareTo(other.overall) == 0
        && same(dimensions, other.dimensions)
        && same(questions, other.questions);
  }

  private static boolean same(List<BigDecimal> some, List<BigDecimal> others) {
    if (some.size() != others.size()) return false;
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i).compareTo(others.get(i)) != 0) return false;
    }
    return true;
  }
}
