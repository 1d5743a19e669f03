package lu.aifactory.platform.workshop;

import java.util.List;
import java.util.Locale;
import lu.aifactory.engines.portfolio.Judgement;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.portfolio.Portfolio;
import lu.aifactory.platform.portfolio.Ranking;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Ideas that something forbids, that are not judged to the end, or that nobody has decided on.
@Component
@Order(2)
class PortfolioQuestions implements OpenQuestions {

  private final Portfolio portfolio;
  private final Texts texts;

  PortfolioQuestions(Portfolio portfolio, Texts texts) {
    this.portfolio = portfolio;
    this.texts = texts;
  }

  @Override
  public List<OpenQuestion> openIn(EngagementId engagement, Locale language) {
    return portfolio.ranking(engagement).places().stream()
        .filter(place -> place.idea().decided() == null)
        .map(place ->
            new OpenQuestion(
                texts.in(language, message(place), List.of(place.idea().title())),
                "/portfolio/ideas/" + place.idea().id().value()))
        .toList();
  }

  private static String message(Ranking.Place place) {
    return switch (place.judgement()) {
      case Judgement.Vetoed _ -> "workshop.question.veto";
      case Judgement.Open _ -> "workshop.question.judge";
      case Judgement.Ranked _ -> "workshop.question.decide";
    };
  }
}
