package lu.aifactory.engines.portfolio;

import java.util.List;

/// What is to be said about one candidate.
public sealed interface Judgement {

  String candidate();

  /// It was judged by every criterion that counts.
  ///
  /// @param value 0 to 1
  /// @param probability of success, 0 to 1
  /// @param priority 0 to 100
  record Ranked(
      String candidate, double value, double probability, double priority, Decision decision)
      implements Judgement {}

  /// Something forbids it: reject, until that is cleared away.
  record Vetoed(String candidate, List<String> vetoes) implements Judgement {}

  /// Criteria that count are not judged yet; no decision is made up.
  record Open(String candidate, List<String> criteria) implements Judgement {}
}
