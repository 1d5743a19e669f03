package lu.aifactory.platform.readiness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import lu.aifactory.platform.shared.Wording;

/// A seeded questionnaire of any shape with seeded answers.
record RandomAssessment(
    Questionnaire questionnaire, Set<String> triggers, Map<String, Answer> answers) {

  private static final Wording TEXT = new Wording("en", "fr", "de", "lb");

  static RandomAssessment of(long seed) {
    var random = new Random(seed);
    var dimensions = new ArrayList<Questionnaire.Dimension>();
    var items = new ArrayList<Questionnaire.Item>();
    var answers = new LinkedHashMap<String, Answer>();
    int last = 1 + random.nextInt(7);
    for (int d = 1; d <= last; d++) {
      var id = "D" + d;
      dimensions.add(dimension(id, random, d == last && d > 1));
      int size = 1 + random.nextInt(5);
      for (int i = 1; i <= size; i++) {
        var item = item(id + "." + i, id);
        items.add(item);
        answer(random, answers, item.id());
      }
    }
    Set<String> triggers = random.nextBoolean() ? Set.of("trigger") : Set.of();
    return new RandomAssessment(questionnaire(dimensions, items), triggers, answers);
  }

  Result result() {
    return Scoring.score(questionnaire, triggers, answers);
  }

  RandomAssessment with(String item, Answer answer) {
    var changed = new LinkedHashMap<>(answers);
    changed.put(item, answer);
    return new RandomAssessment(questionnaire, triggers, changed);
  }

  RandomAssessment without(String item) {
    var changed = new LinkedHashMap<>(answers);
    changed.remove(item);
    return new RandomAssessment(questionnaire, triggers, changed);
  }

  RandomAssessment shuffled(long seed) {
    var random = new Random(seed);
    var dimensions = new ArrayList<>(questionnaire.dimensions());
    var items = new ArrayList<>(questionnaire.items());
    var entries = new ArrayList<>(answers.entrySet());
    Collections.shuffle(dimensions, random);
    Collections.shuffle(items, random);
    Collections.shuffle(entries, random);
    var shuffled = new LinkedHashMap<String, Answer>();
    entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
    return new RandomAssessment(questionnaire(dimensions, items), triggers, shuffled);
  }

  List<Map.Entry<String, Answer.AtLevel>> levels() {
    return answers.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Answer.AtLevel)
        .map(entry -> Map.entry(entry.getKey(), (Answer.AtLevel) entry.getValue()))
        .toList();
  }

  static Answer.AtLevel level(int level) {
    return new Answer.AtLevel(level, Evidence.SELF_DECLARED, "");
  }

  private static void answer(Random random, Map<String, Answer> answers, String item) {
    switch (random.nextInt(8)) {
      case 0 -> answers.put(item, new Answer.DontKnow());
      case 1 -> answers.put(item, new Answer.NotApplicable("we have none"));
      case 2 -> {
        // left open
      }
      default -> answers.put(item, level(random.nextInt(5)));
    }
  }

  private static Questionnaire questionnaire(
      List<Questionnaire.Dimension> dimensions, List<Questionnaire.Item> items) {
    return new Questionnaire(
        "random",
        1,
        LocalDate.of(2026, 1, 1),
        TEXT,
        TEXT,
        "https://example.org",
        0.6,
        new Questionnaire.BandMethod(0.2887, 4, 1.96),
        List.of(),
        List.of(new Questionnaire.Trigger("trigger", TEXT)),
        dimensions,
        items);
  }

  private static Questionnaire.Dimension dimension(String id, Random random, boolean conditional) {
    double pilot = random.nextInt(3);
    return new Questionnaire.Dimension(
        id,
        0.05 + random.nextDouble(),
        Map.of(Stage.EXPLORE, 0.0, Stage.PILOT, pilot, Stage.PRODUCTION, pilot + 1),
        conditional ? List.of("trigger") : List.of(),
        TEXT,
        TEXT);
  }

  private static Questionnaire.Item item(String id, String dimension) {
    return new Questionnaire.Item(
        id,
        dimension,
        TEXT,
        TEXT,
        TEXT,
        Collections.nCopies(5, TEXT),
        TEXT,
        List.of(new Questionnaire.Next(4, TEXT)));
  }
}
