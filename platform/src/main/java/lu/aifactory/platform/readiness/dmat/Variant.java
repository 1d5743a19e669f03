package lu.aifactory.platform.readiness.dmat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// For whom the questionnaire of the DMAT is. Both have six dimensions; the first and the fifth ask other things.
public enum Variant {
  /// Enterprises.
  SME("322212"),
  /// Public sector organisations, whose single questions are not exchanged.
  PSO("");

  static final int DIMENSIONS = 6;

  private final String questions;

  /// @param questions how many questions each dimension has, a digit each; the first one's are asked for today and for
  ///     the future
  Variant(String questions) {
    this.questions = questions;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Variant> of(String code) {
    return Stream.of(values()).filter(one -> one.code().equalsIgnoreCase(code.strip())).findFirst();
  }

  /// The places of a dimension's questions among all; none where they are not exchanged.
  List<Integer> questionsOf(int dimension) {
    if (questions.isEmpty()) return List.of();
    int from = questions.chars().limit(dimension).map(Character::getNumericValue).sum();
    int count = Character.getNumericValue(questions.charAt(dimension));
    return IntStream.range(from, from + count).boxed().toList();
  }

  String dimensionKey(int dimension) {
    return "readiness.dmat." + code() + ".d" + (dimension + 1);
  }
}
