package lu.aifactory.platform.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.engines.portfolio.Judgement;
import lu.aifactory.engines.portfolio.Sensitivity;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.usecase.UseCaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The portfolio over REST: everything that the pages do.
@RestController
@RequestMapping("/api")
class PortfolioResource {

  record Adding(
      @Nullable UUID id,
      @Nullable String title,
      @Nullable String description,
      @Nullable String pattern) {

    NewIdea idea() {
      return new NewIdea(text(title), text(description), pattern);
    }
  }

  record Describing(@Nullable String title, @Nullable String description, int version) {}

  record Judging(
      @Nullable Map<String, Integer> scores, @Nullable Set<String> vetoes, int version) {}

  record Deciding(@Nullable String decision, @Nullable String reason, int version) {}

  record Weighing(@Nullable Map<String, Integer> weights, int version) {}

  record Beginning(@Nullable UUID id, @Nullable String language) {}

  record Begun(UUID useCase) {}

  record DecidedJson(Decision what, String reason, String by, Instant at) {}

  record IdeaJson(
      UUID id,
      UUID engagement,
      String title,
      String description,
      @Nullable String pattern,
      Map<String, Integer> scores,
      Set<String> vetoes,
      @Nullable DecidedJson decided,
      @Nullable UUID useCase,
      Instant changedAt,
      int version) {

    static IdeaJson of(Idea idea) {
      var decided = idea.decided();
      var useCase = idea.useCase();
      return new IdeaJson(
          idea.id().value(),
          idea.engagement().value(),
          idea.title(),
          idea.description(),
          idea.pattern(),
          idea.scores(),
          idea.vetoes(),
          decided == null
              ? null
              : new DecidedJson(decided.what(), decided.reason(), decided.by(), decided.at()),
          useCase == null ? null : useCase.value(),
          idea.changedAt(),
          idea.version());
    }
  }

  /// @param state ranked, open or vetoed
  /// @param value 0 to 1
  /// @param probability of success, 0 to 1
  /// @param priority 0 to 100
  /// @param proposal what the method says
  /// @param open criteria that nobody judged
  record PlaceJson(
      IdeaJson idea,
      String state,
      @Nullable Double value,
      @Nullable Double probability,
      @Nullable Double priority,
      @Nullable Decision proposal,
      List<String> open) {

    static PlaceJson of(Ranking.Place place) {
      var idea = IdeaJson.of(place.idea());
      return switch (place.judgement()) {
        case Judgement.Ranked(_, var value, var probability, var priority, var decision) ->
            new PlaceJson(idea, "ranked", value, probability, priority, decision, List.of());
        case Judgement.Open(_, var open) ->
            new PlaceJson(idea, "open", null, null, null, null, open);
        case Judgement.Vetoed _ ->
            new PlaceJson(idea, "vetoed", null, null, null, Decision.REJECT, List.of());
      };
    }
  }

  record RankingJson(
      List<PlaceJson> places,
      Map<String, Integer> weights,
      int weightsVersion,
      Sensitivity sensitivity) {

    static RankingJson of(Ranking ranking) {
      return new RankingJson(
          ranking.places().stream().map(PlaceJson::of).toList(),
          ranking.weights(),
          ranking.weightsVersion(),
          ranking.sensitivity());
    }
  }

  private final Portfolio portfolio;

  PortfolioResource(Portfolio portfolio) {
    this.portfolio = portfolio;
  }

  @Needs("portfolio:read")
  @GetMapping("/portfolio/criteria")
  Criteria criteria() {
    return portfolio.criteria();
  }

  @Needs("portfolio:read")
  @GetMapping("/portfolio/patterns")
  Patterns patterns() {
    return portfolio.library();
  }

  @Needs("portfolio:read")
  @GetMapping("/engagements/{engagement}/portfolio")
  RankingJson ranking(@PathVariable UUID engagement) {
    return RankingJson.of(portfolio.ranking(new EngagementId(engagement)));
  }

  @Needs("portfolio:read")
  @GetMapping("/engagements/{engagement}/portfolio/suggestions")
  List<Patterns.Suggestion> suggestions(
      @PathVariable UUID engagement, @RequestParam(defaultValue = "") Set<String> pain) {
    return portfolio.suggestions(new EngagementId(engagement), pain);
  }

  @Needs("portfolio:write")
  @PostMapping("/engagements/{engagement}/portfolio")
  Outcome<IdeaJson> add(@PathVariable UUID engagement, @RequestBody Adding adding) {
    var id = adding.id() == null ? UUID.randomUUID() : adding.id();
    return portfolio
        .add(new EngagementId(engagement), new IdeaId(id), adding.idea())
        .map(IdeaJson::of);
  }

  @Needs("portfolio:write")
  @PutMapping("/engagements/{engagement}/portfolio/weights")
  Outcome<RankingJson> weigh(@PathVariable UUID engagement, @RequestBody Weighing weighing) {
    var weights = weighing.weights() == null ? Map.<String, Integer>of() : weighing.weights();
    return portfolio
        .weigh(new EngagementId(engagement), weights, weighing.version())
        .map(RankingJson::of);
  }

  @Needs("portfolio:read")
  @GetMapping("/portfolio/ideas/{idea}")
  IdeaJson idea(@PathVariable UUID idea) {
    return IdeaJson.of(portfolio.idea(new IdeaId(idea)));
  }

  @Needs("portfolio:write")
  @PutMapping("/portfolio/ideas/{idea}")
  Outcome<IdeaJson> describe(@PathVariable UUID idea, @RequestBody Describing said) {
    var text = new NewIdea(text(said.title()), text(said.description()), null);
    return portfolio.describe(new IdeaId(idea), text, said.version()).map(IdeaJson::of);
  }

  @Needs("portfolio:write")
  @PutMapping("/portfolio/ideas/{idea}/judgement")
  Outcome<IdeaJson> judge(@PathVariable UUID idea, @RequestBody Judging judging) {
    var scores = judging.scores() == null ? Map.<String, Integer>of() : judging.scores();
    var vetoes = judging.vetoes() == null ? Set.<String>of() : judging.vetoes();
    return portfolio.judge(new IdeaId(idea), scores, vetoes, judging.version()).map(IdeaJson::of);
  }

  @Needs("portfolio:decide")
  @PutMapping("/portfolio/ideas/{idea}/decision")
  Outcome<IdeaJson> decide(@PathVariable UUID idea, @RequestBody Deciding deciding) {
    return portfolio
        .decide(
            new IdeaId(idea),
            Portfolio.decision(text(deciding.decision())),
            text(deciding.reason()),
            deciding.version())
        .map(IdeaJson::of);
  }

  @Needs("portfolio:write")
  @PostMapping("/portfolio/ideas/{idea}/use-case")
  Outcome<Begun> begin(@PathVariable UUID idea, @RequestBody Beginning beginning) {
    var id = beginning.id() == null ? UUID.randomUUID() : beginning.id();
    var language = beginning.language() == null ? "en" : beginning.language();
    return portfolio
        .begin(new IdeaId(idea), new UseCaseId(id), language)
        .map(begun -> new Begun(begun.value()));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
