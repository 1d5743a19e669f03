package lu.aifactory.platform.readiness.dmat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lu.aifactory.platform.readiness.dmat.Scores.Moment;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// Makes scores of the lines of a file, and says of every line what is wrong with it.
final class ScoresReader {

  private static final String FIELD = "file";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Set<String> versions;
  private final LocalDate today;
  private final List<Fault> faults = new ArrayList<>();

  /// @param versions of the DMAT's framework that are read
  ScoresReader(Set<String> versions, LocalDate today) {
    this.versions = versions;
    this.today = today;
  }

  /// @param lines by column, in the order of the file
  Outcome<Map<Moment, Scores>> read(List<Map<String, String>> lines) {
    if (lines.isEmpty()) return refused("readiness.dmat.fault.empty");
    for (var column : Layout.NEEDED) {
      if (!lines.getFirst().containsKey(column)) {
        return refused("readiness.dmat.fault.column", column, String.join(", ", Layout.NEEDED));
      }
    }
    var read = new EnumMap<Moment, Scores>(Moment.class);
    for (int i = 0; i < lines.size(); i++) {
      var scores = line(i + 2, lines.get(i));
      if (scores != null && read.put(scores.moment(), scores) != null) {
        fault("readiness.dmat.fault.twice", i + 2, scores.moment());
      }
    }
    return faults.isEmpty()
        ? Outcome.done(read)
        : Outcome.refused(new Refusal.Invalid(List.copyOf(faults)));
  }

  private @Nullable Scores line(int number, Map<String, String> cells) {
    int before = faults.size();
    var version = cells.getOrDefault(Layout.VERSION, "");
    // Another version may mean other things by the same words, so nothing else of it is read.
    if (!versions.contains(version)) {
      fault(
          "readiness.dmat.fault.version",
          number,
          version,
          String.join(", ", versions.stream().sorted().toList()));
      return null;
    }
    var variant = Variant.of(cells.getOrDefault(Layout.VARIANT, ""));
    if (variant.isEmpty()) fault("readiness.dmat.fault.variant", number);
    var moment = moment(number, cells.getOrDefault(Layout.MOMENT, ""));
    var on = date(number, cells.getOrDefault(Layout.DATE, ""));
    var dimensions = numbers(number, cells, Layout.DIMENSIONS, HUNDRED);
    var overall = number(number, Layout.OVERALL, cells.getOrDefault(Layout.OVERALL, ""), HUNDRED);
    var asked = Layout.QUESTIONS.stream().anyMatch(one -> !cells.getOrDefault(one, "").isEmpty());
    var questions =
        asked ? numbers(number, cells, Layout.QUESTIONS, BigDecimal.TEN) : List.<BigDecimal>of();
    if (faults.size() > before || moment == null || on == null || overall == null) return null;
    var scores =
        new Scores(moment, variant.orElseThrow(), version, on, dimensions, overall, questions);
    check(number, scores);
    return scores;
  }

  private void check(int number, Scores scores) {
    var mean = mean(scores.dimensions());
    if (!fits(scores.overall(), mean, scores.dimensions())) {
      fault(
          "readiness.dmat.fault.overall", number, scores.overall(), mean.round(new MathContext(4)));
    }
    if (scores.questions().isEmpty()) return;
    for (int dimension = 0; dimension < Variant.DIMENSIONS; dimension++) {
      var places = scores.variant().questionsOf(dimension);
      if (places.isEmpty()) {
        fault("readiness.dmat.fault.questions", number);
        return;
      }
      var asked = places.stream().map(scores.questions()::get).toList();
      var expected = mean(asked).multiply(BigDecimal.TEN);
      // Ten times a question is as exact as the question, one place less.
      var tenfold = asked.stream().map(one -> one.movePointRight(1)).toList();
      if (!fits(scores.dimensions().get(dimension), expected, tenfold)) {
        fault(
            "readiness.dmat.fault.dimension",
            number,
            "d" + (dimension + 1),
            scores.dimensions().get(dimension),
            expected.round(new MathContext(4)));
      }
    }
  }

  /// Whether a figure is a mean of others as far as their rounding lets one say: each was off by half of its last place.
  private static boolean fits(BigDecimal figure, BigDecimal mean, List<BigDecimal> parts) {
    int places = parts.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    var slack =
        BigDecimal.ONE
            .movePointLeft(figure.scale())
            .add(BigDecimal.ONE.movePointLeft(places))
            .divide(TWO, MathContext.DECIMAL64);
    return figure.subtract(mean).abs().compareTo(slack) <= 0;
  }

  private static BigDecimal mean(List<BigDecimal> parts) {
    return parts.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(parts.size()), MathContext.DECIMAL64);
  }

  private @Nullable Moment moment(int number, String text) {
    for (var moment : Moment.values()) {
      if (moment.name().equalsIgnoreCase(text)) return moment;
    }
    fault("readiness.dmat.fault.moment", number);
    return null;
  }

  private @Nullable LocalDate date(int number, String text) {
    try {
      var on = LocalDate.parse(text);
      if (on.isAfter(today)) fault("readiness.dmat.fault.future", number);
      return on;
    } catch (DateTimeParseException noDate) {
      fault("readiness.dmat.fault.date", number);
      return null;
    }
  }

  private List<BigDecimal> numbers(
      int number, Map<String, String> cells, List<String> columns, BigDecimal most) {
    var numbers = new ArrayList<BigDecimal>();
    for (var column : columns) {
      var read = number(number, column, cells.getOrDefault(column, ""), most);
      if (read != null) numbers.add(read);
    }
    return numbers;
  }

  private @Nullable BigDecimal number(int line, String column, String text, BigDecimal most) {
    var plain = text.replace(',', '.');
    if (plain.matches("\\d{1,3}(\\.\\d{1,6})?")) {
      var read = new BigDecimal(plain);
      if (read.compareTo(most) <= 0) return read;
    }
    fault("readiness.dmat.fault.number", line, column, most);
    return null;
  }

  private void fault(String key, Object... arguments) {
    faults.add(new Fault(FIELD, key, List.of(arguments)));
  }

  private static <T> Outcome<T> refused(String key, Object... arguments) {
    return Outcome.refused(new Refusal.Invalid(List.of(new Fault(FIELD, key, List.of(arguments)))));
  }
}
