package lu.aifactory.platform.organisation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an organisation has said of itself so far: checked answers by the name of the question, and its group.
public record Profile(Kind kind, Map<String, String> answers, List<Enterprise> group) {

  /// Keeps its own copies, in a stable order.
  public Profile {
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    group = List.copyOf(group);
  }

  /// One answer; empty while there is none.
  public String answer(String question) {
    return answers.getOrDefault(question, "");
  }

  /// The questions of its path that are required and not answered.
  List<Question> missing() {
    return Paths.of(kind).stream()
        .filter(question -> question.required() && question.isAsked(answers))
        .filter(question -> answer(question.name()).isEmpty())
        .toList();
  }

  String country() {
    return switch (kind) {
      case EU_COMPANY -> answer("country");
      case FOUNDER -> answer("residence");
      default -> "LU";
    };
  }

  /// What the size is computed from, once the figures are there.
  Optional<SizeInput> sizeInput() {
    var last = figures("");
    if (last == null || answer("year").isEmpty()) return Optional.empty();
    var accounts = answer("accounts");
    var before = accounts.equals("two-years") ? figures("Before") : null;
    if (accounts.equals("two-years") && before == null) return Optional.empty();
    return Optional.of(
        new SizeInput(
            Integer.parseInt(answer("year")),
            isEstimate(kind, accounts),
            last,
            before,
            before == null ? null : SizeClass.of(answer("sizeBefore")).orElse(null),
            group,
            new BigDecimal(answers.getOrDefault("publicShare", "0"))));
  }

  /// Whether the figures are an estimate, because no year is closed yet.
  static boolean isEstimate(Kind kind, String accounts) {
    return kind == Kind.FOUNDER || accounts.equals("none");
  }

  private @Nullable Figures figures(String suffix) {
    var headcount = answer("headcount" + suffix);
    var turnover = answer("turnover" + suffix);
    var balance = answer("balance" + suffix);
    if (headcount.isEmpty() || turnover.isEmpty() || balance.isEmpty()) return null;
    return new Figures(
        new BigDecimal(headcount), new BigDecimal(turnover), new BigDecimal(balance));
  }
}
