package lu.aifactory.platform.portfolio;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lu.aifactory.engines.portfolio.Criterion;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.journey.EngagementEvent;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.usecase.NewUseCase;
import lu.aifactory.platform.usecase.UseCaseId;
import lu.aifactory.platform.usecase.UseCases;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/// The portfolio of an engagement: collect ideas, judge them, rank them, decide, and begin use cases.
@Facade
public class Portfolio {

  private static final int LONGEST_REASON = 2000;

  private final Ideas ideas;
  private final Criteria criteria;
  private final Patterns patterns;
  private final Journey journey;
  private final UseCases useCases;
  private final CurrentPerson current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Portfolio(
      Ideas ideas,
      Criteria criteria,
      Patterns patterns,
      Journey journey,
      UseCases useCases,
      CurrentPerson current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.ideas = ideas;
    this.criteria = criteria;
    this.patterns = patterns;
    this.journey = journey;
    this.useCases = useCases;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  /// What ideas are judged by.
  @Needs("portfolio:read")
  public Criteria criteria() {
    return criteria;
  }

  /// The library.
  @Needs("portfolio:read")
  public Patterns library() {
    return patterns;
  }

  /// The ideas of an engagement in their order.
  @Needs("portfolio:read")
  public Ranking ranking(EngagementId engagement) {
    var weights = ideas.weights(engagement);
    return Ranking.of(
        criteria,
        ideas.of(engagement),
        weights.map(Ideas.Weights::percent).orElseGet(criteria::weights),
        weights.map(Ideas.Weights::version).orElse(0));
  }

  /// One idea.
  @Needs("portfolio:read")
  public Idea idea(IdeaId id) {
    return found(id);
  }

  /// Patterns of the library for the sector of an engagement and what its organisation struggles with.
  @Needs("portfolio:read")
  public List<Patterns.Suggestion> suggestions(EngagementId engagement, Set<String> pains) {
    return patterns.suggested(journey.engagement(engagement).sector(), pains);
  }

  /// Adds an idea under an id that the caller made, so that a second sending adds no second one.
  @Needs(value = "portfolio:write", records = "portfolio.idea-added")
  public Outcome<Idea> add(EngagementId engagement, IdeaId id, NewIdea idea) {
    var faults = new ArrayList<>(idea.faults());
    if (idea.pattern() != null && patterns.pattern(idea.pattern()).isEmpty()) {
      faults.add(new Fault("pattern", "portfolio.fault.pattern"));
    }
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    if (ideas.add(engagement, id, idea, current.get(), clock.instant())) {
      tell(engagement, "portfolio.event.added", List.of(idea.title()), id);
    } else if (!found(id).engagement().equals(engagement)) {
      return Outcome.refused(new Refusal.NotFound());
    }
    return Outcome.done(found(id));
  }

  /// Says anew what an idea is.
  @Needs(value = "portfolio:write", records = "portfolio.idea-described")
  public Outcome<Idea> describe(IdeaId id, NewIdea idea, int seenVersion) {
    var faults = idea.faults();
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    return over(
        id,
        seenVersion,
        _ -> {
          ideas.describe(id, idea, clock.instant());
          return Outcome.done(found(id));
        });
  }

  /// Judges an idea. Criteria that are left out stay open.
  ///
  /// @param scores by criterion, 1 to 5
  /// @param vetoes ids of what forbids it
  @Needs(value = "portfolio:write", records = "portfolio.idea-judged")
  public Outcome<Idea> judge(
      IdeaId id, Map<String, Integer> scores, Set<String> vetoes, int seenVersion) {
    var faults = new ArrayList<Fault>();
    scores.forEach((criterion, score) -> {
      if (!criteria.asks(criterion) || score < Criterion.WORST || score > Criterion.BEST) {
        faults.add(new Fault(criterion, "portfolio.fault.score"));
      }
    });
    if (!vetoes.stream().allMatch(criteria::knowsVeto)) {
      faults.add(new Fault("vetoes", "portfolio.fault.veto"));
    }
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    return over(
        id,
        seenVersion,
        _ -> {
          ideas.judge(id, scores, vetoes, clock.instant());
          return Outcome.done(found(id));
        });
  }

  /// Decides on an idea with a reason, whatever the method says; what something forbids cannot be invested in.
  @Needs(value = "portfolio:decide", records = "portfolio.idea-decided")
  public Outcome<Idea> decide(IdeaId id, @Nullable Decision what, String reason, int seenVersion) {
    var why = reason.strip();
    if (what == null) return invalid(new Fault("decision", "portfolio.fault.decision"));
    if (why.isEmpty()) return invalid(new Fault("reason", "portfolio.fault.reason"));
    if (why.length() > LONGEST_REASON) return invalid(NewIdea.tooLong("reason", LONGEST_REASON));
    return over(
        id,
        seenVersion,
        idea -> {
          if (what == Decision.INVEST && !idea.vetoes().isEmpty()) {
            return Outcome.refused(new PortfolioRefusal.Vetoed());
          }
          ideas.decide(id, what, why, current.get(), clock.instant());
          tell(
              idea.engagement(),
              "portfolio.event.decided",
              List.of(idea.title(), "#" + key(what)),
              id);
          return Outcome.done(found(id));
        });
  }

  /// Weighs the criteria for one engagement.
  ///
  /// @param percent of each side, by criterion; each side adds up to 100
  @Needs(value = "portfolio:write", records = "portfolio.weighed")
  public Outcome<Ranking> weigh(
      EngagementId engagement, Map<String, Integer> percent, int seenVersion) {
    var faults = criteria.faults(percent);
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    var known = new HashMap<String, Integer>();
    criteria.criteria().forEach(one -> known.put(one.id(), percent.get(one.id())));
    return ideas.weigh(engagement, known, seenVersion)
        ? Outcome.done(ranking(engagement))
        : Outcome.refused(
            new Refusal.Changed(ideas.weights(engagement).map(Ideas.Weights::version).orElse(0)));
  }

  /// Begins the use case of an idea that was decided to be invested in. Asking again answers the one that is there.
  @Needs(value = "portfolio:write", records = "portfolio.use-case-begun")
  public Outcome<UseCaseId> begin(IdeaId id, UseCaseId useCase, String language) {
    var idea = ideas.lock(id).orElseThrow(() -> new NotVisible(id.toString()));
    if (idea.useCase() != null) return Outcome.done(idea.useCase());
    if (idea.decided() == null || idea.decided().what() != Decision.INVEST) {
      return Outcome.refused(new PortfolioRefusal.NotInvested());
    }
    return useCases
        .create(idea.engagement(), useCase, new NewUseCase(idea.title(), language))
        .map(begun -> {
          ideas.becomes(id, begun, clock.instant());
          return begun;
        });
  }

  /// The decision of this name, or null.
  static @Nullable Decision decision(String name) {
    return Stream.of(Decision.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  static String key(Decision decision) {
    return "portfolio.decision." + decision.name().toLowerCase(Locale.ROOT);
  }

  private Outcome<Idea> over(IdeaId id, int seenVersion, Function<Idea, Outcome<Idea>> change) {
    var idea = ideas.lock(id).orElseThrow(() -> new NotVisible(id.toString()));
    return idea.version() == seenVersion
        ? change.apply(idea)
        : Outcome.refused(new Refusal.Changed(idea.version()));
  }

  private static Outcome<Idea> invalid(Fault fault) {
    return Outcome.refused(new Refusal.Invalid(List.of(fault)));
  }

  private void tell(EngagementId engagement, String message, List<String> arguments, IdeaId idea) {
    events.publishEvent(
        new EngagementEvent(
            engagement, message, arguments, null, "/portfolio/ideas/" + idea.value()));
  }

  private Idea found(IdeaId id) {
    return ideas.find(id).orElseThrow(() -> new NotVisible(id.toString()));
  }
}
