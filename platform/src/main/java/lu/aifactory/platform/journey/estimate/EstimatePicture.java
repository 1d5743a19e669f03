package lu.aifactory.platform.journey.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lu.aifactory.platform.charts.Caption;
import lu.aifactory.platform.charts.Ranges;
import lu.aifactory.platform.portal.Texts;
import org.springframework.stereotype.Component;

/// Draws an estimate and says it in words.
@Component
public class EstimatePicture {

  private static final int TICKS = 4;

  private final Texts texts;

  EstimatePicture(Texts texts) {
    this.texts = texts;
  }

  /// The whole as a bar; beneath it what each driver adds by the factory's own estimate, where `drivers` asks for it.
  public Ranges of(Estimate estimate, double weeksSoFar, boolean drivers) {
    var ranges = new ArrayList<Ranges.Range>();
    ranges.add(
        new Ranges.Range(
            texts.of("journey.estimate.whole"),
            estimate.low(),
            estimate.high(),
            weeks(estimate.low(), estimate.high()),
            true));
    if (drivers) {
      ranges.add(range("base", estimate.base()));
      for (var driver : Driver.values()) {
        ranges.add(range(driver.code(), estimate.shares().getOrDefault(driver, new Weeks(0, 0))));
      }
    }
    var end = end(Math.max(estimate.high(), weeksSoFar));
    return new Ranges(
        new Caption(texts.of("journey.estimate.title"), sentence(estimate)),
        List.of(texts.of("journey.estimate.what"), texts.of("journey.estimate.weeks")),
        end,
        IntStream.rangeClosed(0, TICKS)
            .mapToObj(tick -> texts.of("journey.estimate.tick", end * tick / TICKS))
            .toList(),
        ranges,
        new Ranges.Mark(
            weeksSoFar, texts.of("journey.estimate.now", (int) Math.floor(weeksSoFar) + 1)));
  }

  private Ranges.Range range(String key, Weeks weeks) {
    return new Ranges.Range(
        texts.of("journey.estimate.driver." + key),
        weeks.low(),
        weeks.high(),
        weeks((int) weeks.low(), (int) weeks.high()),
        false);
  }

  private String weeks(int low, int high) {
    return low == high
        ? texts.of("journey.estimate.exactly", low)
        : texts.of("journey.estimate.range", low, high);
  }

  // A multiple of four weeks for each tick.
  private static int end(double longest) {
    var step = 4 * TICKS;
    return (int) Math.ceil(Math.max(longest, 1) / step) * step;
  }

  /// The range and what it rests on.
  public String sentence(Estimate estimate) {
    return texts.of("journey.estimate.sentence", estimate.low(), estimate.high())
        + " "
        + basis(estimate);
  }

  /// What it rests on.
  public String basis(Estimate estimate) {
    return estimate.learnt()
        ? texts.of("journey.estimate.basis.learnt", estimate.alike())
        : texts.of("journey.estimate.basis.prior", estimate.alike(), Estimate.ENOUGH);
  }
}
