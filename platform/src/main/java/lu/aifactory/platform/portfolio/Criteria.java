package lu.aifactory.platform.portfolio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lu.aifactory.engines.portfolio.Criterion;
import lu.aifactory.engines.portfolio.Method;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Wording;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What ideas are judged by: criteria with an anchor for each score, vetoes, and the thresholds of the decision.
///
/// @param machineWritten the languages whose texts no speaker has reviewed
public record Criteria(
    String id,
    int version,
    LocalDate effectiveFrom,
    List<String> machineWritten,
    Wording source,
    double leastProbability,
    double mostProbability,
    double investFrom,
    double investProbability,
    double rejectBelow,
    List<Asked> criteria,
    List<Veto> vetoes) {

  private static final String FILE = "/portfolio/criteria-1.json";
  private static final int WHOLE = 100;

  /// One criterion.
  ///
  /// @param leastToInvest the score below which nothing is invested in
  /// @param anchors what each score means, the worst first
  public record Asked(
      String id,
      Criterion.Side side,
      double weight,
      int leastToInvest,
      Wording name,
      Wording question,
      List<Wording> anchors) {}

  /// Something that forbids an idea.
  ///
  /// @param clear what would have to happen before it can come back
  public record Veto(String id, Wording text, Wording clear) {}

  static Criteria shipped() {
    var mapper =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (var file = Criteria.class.getResourceAsStream(FILE)) {
      var criteria = mapper.readValue(file, Criteria.class);
      criteria.method(criteria.weights());
      return criteria;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE + " cannot be read", unreadable);
    }
  }

  /// The experts' weights in percent of each side.
  Map<String, Integer> weights() {
    var weights = new HashMap<String, Integer>();
    criteria.forEach(one -> weights.put(one.id(), Math.toIntExact(Math.round(one.weight() * 100))));
    return weights;
  }

  /// The method with these weights, in percent of each side.
  Method method(Map<String, Integer> percent) {
    return new Method(
        criteria.stream()
            .map(one ->
                new Criterion(
                    one.id(),
                    one.side(),
                    percent.getOrDefault(one.id(), 0) / (double) WHOLE,
                    one.leastToInvest()))
            .toList(),
        leastProbability,
        mostProbability,
        investFrom,
        investProbability,
        rejectBelow);
  }

  /// What is wrong with weights: one that is no share, or a side that does not add up to 100.
  List<Fault> faults(Map<String, Integer> percent) {
    var faults = new ArrayList<Fault>();
    for (var one : criteria) {
      var weight = percent.get(one.id());
      if (weight == null || weight < 0 || weight > WHOLE) {
        faults.add(new Fault(one.id(), "portfolio.fault.weight"));
      }
    }
    if (!faults.isEmpty()) return faults;
    for (var side : Criterion.Side.values()) {
      int sum =
          criteria.stream()
              .filter(one -> one.side() == side)
              .mapToInt(one -> percent.get(one.id()))
              .sum();
      if (sum != WHOLE) {
        criteria.stream()
            .filter(one -> one.side() == side)
            .findFirst()
            .ifPresent(
                first -> faults.add(new Fault(first.id(), "portfolio.fault.sum", List.of(sum))));
      }
    }
    return faults;
  }

  boolean asks(String criterion) {
    return criteria.stream().anyMatch(one -> one.id().equals(criterion));
  }

  boolean knowsVeto(String veto) {
    return vetoes.stream().anyMatch(one -> one.id().equals(veto));
  }

  /// The whole numbers that were typed, by criterion; what is no number is as if it had been out of range.
  Map<String, Integer> numbers(Form form) {
    var numbers = new HashMap<String, Integer>();
    for (var one : criteria) {
      var typed = form.value(one.id()).strip();
      if (!typed.isEmpty()) {
        numbers.put(one.id(), typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : -1);
      }
    }
    return numbers;
  }
}
