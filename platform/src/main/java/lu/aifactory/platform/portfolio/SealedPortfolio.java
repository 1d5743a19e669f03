package lu.aifactory.platform.portfolio;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.documents.Document;
import lu.aifactory.platform.documents.DocumentId;
import lu.aifactory.platform.documents.Documents;
import lu.aifactory.platform.documents.Report;
import lu.aifactory.platform.documents.ReportHead;
import lu.aifactory.platform.documents.Title;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Portfolio and roadmap as they stand today in one sealed PDF, as a decision paper.
@Controller
class SealedPortfolio {

  private final Portfolio portfolio;
  private final Roadmap roadmap;
  private final Documents documents;
  private final Journey journey;
  private final Texts texts;
  private final Clock clock;

  SealedPortfolio(
      Portfolio portfolio,
      Roadmap roadmap,
      Documents documents,
      Journey journey,
      Texts texts,
      Clock clock) {
    this.portfolio = portfolio;
    this.roadmap = roadmap;
    this.documents = documents;
    this.journey = journey;
    this.texts = texts;
    this.clock = clock;
  }

  record Sealing(@Nullable UUID id) {}

  record SealedJson(UUID document, String reference, String sha256) {}

  @Needs("document:write")
  @PostMapping("/engagements/{engagement}/portfolio/sealed")
  String seal(
      @PathVariable UUID engagement,
      @RequestParam(required = false) @Nullable UUID id,
      Locale language) {
    return seal(new EngagementId(engagement), id, language)
        .fold(
            sealed -> "redirect:/documents/" + sealed.id().value(),
            _ -> "redirect:/engagements/" + engagement + "/portfolio");
  }

  @Needs("document:write")
  @PostMapping("/api/engagements/{engagement}/portfolio/sealed")
  @ResponseBody
  Outcome<SealedJson> seal(
      @PathVariable UUID engagement, @RequestBody Sealing sealing, Locale language) {
    return seal(new EngagementId(engagement), sealing.id(), language)
        .map(sealed -> new SealedJson(sealed.id().value(), sealed.reference(), sealed.sha256()));
  }

  private Outcome<Document> seal(EngagementId engagement, @Nullable UUID id, Locale language) {
    var ranking = portfolio.ranking(engagement);
    if (ranking.places().isEmpty()) return Outcome.refused(new PortfolioRefusal.Empty());
    var organisation = journey.engagement(engagement).organisationName();
    var titles =
        ranking.places().stream()
            .collect(Collectors.toMap(one -> one.idea().id(), one -> one.idea().title()));
    var words = new RankingWords(texts, language, portfolio.criteria(), ranking);
    var plan = new RoadmapWords(texts, language, roadmap.roadmap(engagement), titles);
    var head =
        new ReportHead(
            texts.in(language, "portfolio.sealed.heading", List.of()),
            texts.in(language, "portfolio.sealed.subtitle", List.of(ranking.places().size())),
            organisation,
            words.finding(),
            Today.of(clock));
    return documents.seal(
        engagement,
        new DocumentId(id == null ? UUID.randomUUID() : id),
        new Title("portfolio.sealed.title", List.of(organisation)),
        new Report(
            "portfolio/sealed",
            language,
            head,
            Map.of(
                "finding", words.finding(),
                "lines", words.lines(),
                "picture", words.picture(),
                "reversals", words.reversals(),
                "reasons", words.reasons(),
                "source", portfolio.criteria().source().in(language),
                "plan", Objects.requireNonNullElse(plan.finding(), ""),
                "steps", plan.lines(),
                "schedule", plan.picture())));
  }
}
