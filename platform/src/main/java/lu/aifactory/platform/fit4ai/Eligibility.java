package lu.aifactory.platform.fit4ai;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lu.aifactory.engines.rules.Decision.FiredRow;
import lu.aifactory.platform.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/// What the table says of an organisation. A question without a rule is for the advisor; it never means "no".
@Component
class Eligibility {

  static final String TABLE = "fit4ai-eligibility";

  /// The questions with their answers, in the order of the form.
  static final Map<String, List<String>> QUESTIONS = questions();

  private final Rulebook rulebook;

  Eligibility(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  private static Map<String, List<String>> questions() {
    var questions = new LinkedHashMap<String, List<String>>();
    questions.put("size", List.of("micro", "small", "medium", "small-mid-cap", "large"));
    questions.put("seat", List.of("yes", "no"));
    questions.put("permit", List.of("yes", "no", "unsure"));
    questions.put("activity", List.of("economic", "excluded", "unsure"));
    questions.put("started", List.of("no", "yes"));
    return Collections.unmodifiableMap(questions);
  }

  /// One hint for each question.
  List<Hint> of(Map<String, String> facts, LocalDate on) {
    var hints = new ArrayList<Hint>();
    for (var question : QUESTIONS.keySet()) {
      var answer = facts.get(question);
      if (answer == null) {
        hints.add(
            new Hint(
                "fit4ai.hint.open." + question, List.of(), Hint.Effect.ADVISOR, "", ""));
        continue;
      }
      var rows = rulebook.decide(TABLE, on, Map.of(question, answer)).rows();
      if (rows.isEmpty()) {
        hints.add(
            new Hint(
                "fit4ai.hint.no-rule",
                List.of("#fit4ai.fact." + question, "#fit4ai.fact." + question + "." + answer),
                Hint.Effect.ADVISOR,
                "",
                ""));
      }
      rows.forEach(row -> hints.add(hint(row)));
    }
    return hints;
  }

  private static Hint hint(FiredRow row) {
    return new Hint(
        "fit4ai.hint." + row.text("hint"),
        List.of(),
        Hint.Effect.valueOf(row.text("effect").toUpperCase(Locale.ROOT)),
        row.text("confidence"),
        row.notes().getOrDefault("basis", ""));
  }
}
