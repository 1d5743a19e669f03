package lu.aifactory.platform.readiness;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.readiness.Questionnaire.Item;
import lu.aifactory.platform.readiness.ReportView.AnswerRow;

/// Puts answers into words of one language.
record AnswerWords(Texts texts, Locale language, Assessment assessment) {

  List<AnswerRow> rows() {
    return assessment.asked().stream().map(this::row).toList();
  }

  String of(Item item, Answer answer) {
    return switch (answer) {
      case Answer.AtLevel(int level, _, _) ->
          say("readiness.answer.level", level, item.levels().get(level).in(language));
      case Answer.DontKnow() -> say("readiness.answer.dont-know");
      case Answer.NotApplicable(var reason) -> say("readiness.answer.because", reason);
    };
  }

  private AnswerRow row(Item item) {
    var title = item.title().in(language);
    var answer = assessment.answerTo(item.id()).map(Assessment.Recorded::answer);
    if (answer.isEmpty()) {
      return new AnswerRow(item.id(), title, "", "", null, null, false);
    }
    var words = of(item, answer.get());
    if (answer.get() instanceof Answer.AtLevel(_, var evidence, var note)) {
      return new AnswerRow(
          item.id(),
          title,
          words,
          say("readiness.evidence." + evidence.key()),
          note.isEmpty() ? null : note,
          assessment
              .answerTo(item.id())
              .flatMap(one -> Optional.ofNullable(one.document()))
              .orElse(null),
          evidence != Evidence.VERIFIED_BY_ADVISOR && !assessment.finished());
    }
    return new AnswerRow(item.id(), title, words, "", null, null, false);
  }

  private String say(String key, Object... arguments) {
    return texts.in(language, key, List.of(arguments));
  }
}
