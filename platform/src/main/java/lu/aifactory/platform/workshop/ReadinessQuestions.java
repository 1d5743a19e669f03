package lu.aifactory.platform.workshop;

import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.readiness.Answer;
import lu.aifactory.platform.readiness.Readiness;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What nobody could answer in the latest readiness assessment.
@Component
@Order(3)
class ReadinessQuestions implements OpenQuestions {

  private final Readiness readiness;
  private final Texts texts;

  ReadinessQuestions(Readiness readiness, Texts texts) {
    this.readiness = readiness;
    this.texts = texts;
  }

  @Override
  public List<OpenQuestion> openIn(EngagementId engagement, Locale language) {
    return readiness.history(engagement).stream()
        .limit(1)
        .flatMap(assessment ->
            assessment.asked().stream()
                .filter(item ->
                    assessment
                        .answerTo(item.id())
                        .filter(recorded -> recorded.answer() instanceof Answer.DontKnow)
                        .isPresent())
                .map(item ->
                    new OpenQuestion(
                        texts.in(
                            language,
                            "workshop.question.unknown",
                            List.of(item.title().in(language))),
                        "/readiness/" + assessment.id().value())))
        .toList();
  }
}
