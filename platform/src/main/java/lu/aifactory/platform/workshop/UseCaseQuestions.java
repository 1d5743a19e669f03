package lu.aifactory.platform.workshop;

import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.usecase.Phase;
import lu.aifactory.platform.usecase.UseCases;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Sections of use cases that are missing or weak.
@Component
@Order(1)
class UseCaseQuestions implements OpenQuestions {

  private final UseCases useCases;
  private final Texts texts;

  UseCaseQuestions(UseCases useCases, Texts texts) {
    this.useCases = useCases;
    this.texts = texts;
  }

  @Override
  public List<OpenQuestion> openIn(EngagementId engagement, Locale language) {
    return useCases.of(engagement).stream()
        .filter(one -> one.phase() == Phase.DRAFT)
        .flatMap(one ->
            useCases.show(one.id()).gate().open().stream()
                .map(part ->
                    new OpenQuestion(
                        texts.in(
                            language,
                            "workshop.question." + part.completeness().word(),
                            List.of("#usecase.section." + part.key(), one.title())),
                        "/use-cases/" + one.id().value() + "/sections/" + part.key())))
        .toList();
  }
}
