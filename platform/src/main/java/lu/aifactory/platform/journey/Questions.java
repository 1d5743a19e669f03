package lu.aifactory.platform.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lu.aifactory.platform.shared.Fault;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One version of the questions of a first contact. A first contact keeps the version with which it began.
public record Questions(
    String id,
    int version,
    LocalDate effectiveFrom,
    String source,
    String sourceUrl,
    LocalDate verifiedOn,
    List<Question> questions) {

  private static final String CURRENT = "intake-1";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  // A version never changes, and every first contact in progress asks for its own.
  private static final Map<String, Questions> READ = new ConcurrentHashMap<>();

  /// The version with which a new first contact begins.
  static Questions current() {
    return read(CURRENT);
  }

  /// A version by its name, for example `intake-1`.
  static Questions read(String name) {
    return READ.computeIfAbsent(name, Questions::load);
  }

  private static Questions load(String name) {
    try (var file = new ClassPathResource("journey/" + name + ".json").getInputStream()) {
      return JSON.readValue(file, Questions.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return id + "-" + version;
  }

  Optional<Question> question(String wanted) {
    return questions.stream().filter(question -> question.id().equals(wanted)).findFirst();
  }

  /// The questions that are asked after these answers, in order. Answers to questions that are no longer asked are
  /// kept, in case somebody changes their mind back, but count for nothing.
  List<Question> asked(Answers answers) {
    return questions.stream().filter(question -> question.asked(answers)).toList();
  }

  /// The first question without a good answer.
  Optional<Question> open(Answers answers) {
    return asked(answers).stream()
        .filter(question -> question.fault(answers.all(question.id())).isPresent())
        .findFirst();
  }

  /// What still keeps the first contact from being sent.
  List<Fault> faults(Answers answers) {
    return asked(answers).stream()
        .flatMap(question -> question.fault(answers.all(question.id())).stream())
        .toList();
  }

  Optional<Question> before(Question question, Answers answers) {
    var asked = asked(answers);
    var at = asked.indexOf(question);
    return at > 0 ? Optional.of(asked.get(at - 1)) : Optional.empty();
  }

  /// Which of the questions this is, counted from 1.
  int number(Question question, Answers answers) {
    return asked(answers).indexOf(question) + 1;
  }
}
