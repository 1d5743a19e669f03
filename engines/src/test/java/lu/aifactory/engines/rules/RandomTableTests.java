package lu.aifactory.engines.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random tables agree with a plain Java reading of the same thresholds, under every hit policy.
class RandomTableTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final List<String> WORDS = List.of("micro", "small", "medium", "large");

  /// A condition as it is written and as Java reads it. A null value fits "anything" only.
  private record Condition(String cell, Predicate<Object> reading) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void agreesWithPlainJava(long seed) {
    var random = new Random(seed);
    var numbers = 1 + random.nextInt(3);
    var rows = new ArrayList<List<Condition>>();
    for (int row = 0; row < 1 + random.nextInt(12); row++) {
      var conditions = new ArrayList<Condition>();
      for (int i = 0; i < numbers; i++) conditions.add(number(random));
      conditions.add(word(random));
      rows.add(conditions);
    }
    for (var hit : HitPolicy.values()) {
      var book = RuleBook.of(List.of(Files.of(csv(hit, numbers, rows))));
      for (int i = 0; i < 150; i++) check(seed, hit, book, rows, inputs(random, numbers));
    }
  }

  private static void check(
      long seed,
      HitPolicy hit,
      RuleBook book,
      List<List<Condition>> rows,
      Map<String, Object> inputs) {
    var fitting = new ArrayList<Integer>();
    for (int row = 0; row < rows.size(); row++) {
      var fits = true;
      for (int i = 0; i < rows.get(row).size(); i++) {
        fits &= rows.get(row).get(i).reading.test(inputs.get("i" + i));
      }
      if (fits) fitting.add(row);
    }
    var decision = book.decide("random", TODAY, inputs);
    var fired =
        decision.rows().stream().map(row -> ((BigDecimal) row.output("row")).intValue()).toList();
    var expected = hit == HitPolicy.FIRST && !fitting.isEmpty() ? fitting.subList(0, 1) : fitting;
    assertThat(fired).as("seed %d, %s, %s", seed, hit, inputs).isEqualTo(expected);
    var isAnswer = !fitting.isEmpty() && (hit != HitPolicy.UNIQUE || fitting.size() == 1);
    assertThat(decision instanceof Decision.Decided).isEqualTo(isAnswer);
  }

  private static Condition number(Random random) {
    var a = BigDecimal.valueOf(random.nextInt(-200, 200), random.nextInt(2));
    var b = a.add(BigDecimal.valueOf(random.nextInt(150), 1));
    return switch (random.nextInt(8)) {
      case 0 -> new Condition("< " + a, comparing(x -> x.compareTo(a) < 0));
      case 1 -> new Condition("<=" + a, comparing(x -> x.compareTo(a) <= 0));
      case 2 -> new Condition("> " + a, comparing(x -> x.compareTo(a) > 0));
      case 3 -> new Condition(">=" + a, comparing(x -> x.compareTo(a) >= 0));
      case 4 ->
          new Condition(
              "[%s..%s)".formatted(a, b),
              comparing(x -> x.compareTo(a) >= 0 && x.compareTo(b) < 0));
      case 5 ->
          new Condition(
              "not([%s..%s], > 300)".formatted(a, b),
              comparing(x -> x.compareTo(a) < 0 || x.compareTo(b) > 0));
      case 6 ->
          new Condition(
              "< %s, %s".formatted(a, b),
              comparing(x -> x.compareTo(a) < 0 || x.compareTo(b) == 0));
      default -> new Condition("-", _ -> true);
    };
  }

  private static Predicate<Object> comparing(Predicate<BigDecimal> reading) {
    return value -> value != null && reading.test((BigDecimal) value);
  }

  private static Condition word(Random random) {
    var one = WORDS.get(random.nextInt(WORDS.size()));
    var other = WORDS.get(random.nextInt(WORDS.size()));
    var both = List.of(one, other);
    return switch (random.nextInt(4)) {
      case 0 -> new Condition(one, one::equals);
      case 1 ->
          new Condition("\"%s\", %s".formatted(one, other), x -> x != null && both.contains(x));
      case 2 ->
          new Condition(
              "not(%s, \"%s\")".formatted(one, other), x -> x != null && !both.contains(x));
      default -> new Condition("-", _ -> true);
    };
  }

  private static Map<String, Object> inputs(Random random, int numbers) {
    var inputs = new HashMap<String, Object>();
    for (int i = 0; i < numbers; i++) {
      var isUnknown = random.nextInt(10) == 0;
      inputs.put(
          "i" + i,
          isUnknown ? null : BigDecimal.valueOf(random.nextInt(-250, 250), random.nextInt(2)));
    }
    inputs.put("i" + numbers, random.nextInt(10) == 0 ? null : WORDS.get(random.nextInt(4)));
    return inputs;
  }

  private static String csv(HitPolicy hit, int numbers, List<List<Condition>> rows) {
    var csv = new StringBuilder("#hit=" + hit + ";name=random\n");
    for (int i = 0; i < numbers; i++) csv.append("in:i").append(i).append(":number,");
    csv.append("in:i").append(numbers).append(":string,out:row:number\n");
    for (int row = 0; row < rows.size(); row++) {
      for (var condition : rows.get(row)) {
        csv.append('"').append(condition.cell.replace("\"", "\"\"")).append("\",");
      }
      csv.append(row).append('\n');
    }
    return csv.toString();
  }
}
