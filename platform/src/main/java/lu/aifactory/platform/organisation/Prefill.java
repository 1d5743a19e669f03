package lu.aifactory.platform.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lu.aifactory.platform.organisation.AlreadyTold.Told;
import lu.aifactory.platform.shared.Today;
import org.springframework.stereotype.Component;

/// What a form is filled with at first: what was answered, and where nothing was, what was told before.
@Component
class Prefill {

  private final AnswerCheck check;
  private final Terms terms;
  private final Clock clock;

  Prefill(AnswerCheck check, Terms terms, Clock clock) {
    this.check = check;
    this.terms = terms;
    this.clock = clock;
  }

  /// The value of one question; empty when neither an answer nor anything that fits was given.
  String value(Profile profile, Question question, Told told) {
    var answer = profile.answer(question.name());
    return answer.isEmpty() ? fitting(profile, question, told).orElse("") : answer;
  }

  private Optional<String> fitting(Profile profile, Question question, Told told) {
    var said = told.answer(question.name());
    var exact = narrowed(question, said);
    var value = exact.size() == 1 ? exact.getFirst().code() : said;
    return value.isEmpty()
        ? Optional.empty()
        : switch (check.check(profile, Map.of(question.name(), value), Today.of(clock))) {
          case AnswerCheck.Checked.Right(var right) ->
              Optional.ofNullable(right.get(question.name()));
          case AnswerCheck.Checked.Wrong(_) -> Optional.empty();
        };
  }

  // Somebody may have named a section where a division is asked for.
  private List<Terms.Term> narrowed(Question question, String said) {
    return question.type() == Question.Type.TERM
        ? terms.under(question.choices().getFirst(), said)
        : List.of();
  }
}
