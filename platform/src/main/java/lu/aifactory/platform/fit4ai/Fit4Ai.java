package lu.aifactory.platform.fit4ai;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.platform.documents.Document;
import lu.aifactory.platform.documents.DocumentId;
import lu.aifactory.platform.documents.Documents;
import lu.aifactory.platform.documents.Title;
import lu.aifactory.platform.fit4ai.Review.Finding;
import lu.aifactory.platform.fit4ai.Review.Quote;
import lu.aifactory.platform.fit4ai.Review.Stage;
import lu.aifactory.platform.fit4ai.Review.View;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementEvent;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Waiting;
import lu.aifactory.platform.journey.Waiting.Who;
import lu.aifactory.platform.organisation.Frame;
import lu.aifactory.platform.organisation.Organisations;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.portfolio.Idea;
import lu.aifactory.platform.portfolio.IdeaId;
import lu.aifactory.platform.portfolio.Portfolio;
import lu.aifactory.platform.portfolio.Roadmap;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/// An organisation's way through Fit 4 AI: objectives, consultant, quote, analysis, and the plan that is handed over.
@Facade
public class Fit4Ai {

  private static final int LONGEST_OBJECTIVES = 4000;
  private static final int LONGEST = 2000;

  private final ReviewRows rows;
  private final ReviewList list;
  private final ConsultantRows consultants;
  private final Eligibility eligibility;
  private final QuoteCheck quotes;
  private final Fit4AiReport report;
  private final Organisations organisations;
  private final Portfolio portfolio;
  private final Roadmap roadmap;
  private final Documents documents;
  private final TenantOf<EngagementId> tenants;
  private final Access access;
  private final CurrentPerson current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Fit4Ai(
      ReviewRows rows,
      ReviewList list,
      ConsultantRows consultants,
      Eligibility eligibility,
      QuoteCheck quotes,
      Fit4AiReport report,
      Organisations organisations,
      Portfolio portfolio,
      Roadmap roadmap,
      Documents documents,
      TenantOf<EngagementId> tenants,
      Access access,
      CurrentPerson current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.list = list;
    this.consultants = consultants;
    this.eligibility = eligibility;
    this.quotes = quotes;
    this.report = report;
    this.organisations = organisations;
    this.portfolio = portfolio;
    this.roadmap = roadmap;
    this.documents = documents;
    this.tenants = tenants;
    this.access = access;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  /// The reviews that the caller may see.
  @Needs("fit4ai:read")
  public Page<ReviewLine> list(ListQuery query) {
    return list.page(access.visibility("fit4ai:read"), query);
  }

  /// Those of an engagement, the newest first.
  @Needs("fit4ai:read")
  public List<Review> of(EngagementId engagement) {
    return rows.of(engagement);
  }

  /// One review.
  @Needs("fit4ai:read")
  public Review show(Fit4AiId id) {
    return found(id);
  }

  /// What speaks for and against the organisation's eligibility, by the table of the day.
  @Needs("fit4ai:read")
  public List<Hint> hints(Fit4AiId id) {
    return eligibility.of(found(id).facts(), Today.of(clock));
  }

  /// What the check of the quote says by the tables of the day; nothing without a quote.
  @Needs("fit4ai:read")
  public Optional<QuoteCheck.Result> check(Fit4AiId id) {
    var review = found(id);
    return Optional.ofNullable(review.quote())
        .map(quote ->
            quotes.of(
                quote,
                review.facts().getOrDefault("size", ""),
                consultant(review),
                Today.of(clock)));
  }

  /// The consultant who was chosen.
  @Needs("fit4ai:read")
  public Optional<Consultant> consultant(Fit4AiId id) {
    return Optional.ofNullable(consultant(found(id)));
  }

  private @Nullable Consultant consultant(Review review) {
    var chosen = review.consultant();
    return chosen == null ? null : consultants.find(chosen).orElse(null);
  }

  /// The size that the organisation's figures show for State aid, to begin with.
  @Needs("fit4ai:read")
  public Optional<String> knownSize(EngagementId engagement) {
    return tenants
        .organisationOf(engagement)
        .flatMap(organisations::portrait)
        .flatMap(portrait -> Optional.ofNullable(portrait.size()))
        .flatMap(size -> Optional.ofNullable(size.byFrame().get(Frame.STATE_AID)))
        .map(size -> size.code());
  }

  /// Begins. Asking twice with the same id makes one; an engagement goes through the programme once at a time.
  @Needs(value = "fit4ai:write", records = "fit4ai.begun")
  public Outcome<Review> begin(EngagementId engagement, Fit4AiId id) {
    var organisation = tenants.organisationOf(engagement).orElseThrow();
    if (!rows.add(id, engagement, organisation, clock.instant())) {
      return rows.find(id).filter(one -> one.engagement().equals(engagement)).isPresent()
          ? Outcome.done(found(id))
          : Outcome.refused(new Fit4AiRefusal.AlreadyBegun());
    }
    tell(found(id), "begun", List.of(), Who.ORGANISATION);
    return Outcome.done(found(id));
  }

  /// Says what the organisation wants to reach, and what eligibility hangs on.
  @Needs(value = "fit4ai:write", records = "fit4ai.objectives-said")
  public Outcome<Review> state(
      Fit4AiId id, String objectives, Map<String, String> facts, int seenVersion) {
    var said = objectives.strip();
    var faults = new ArrayList<Fault>();
    if (said.isEmpty()) faults.add(new Fault("objectives", "fit4ai.fault.objectives"));
    if (said.length() > LONGEST_OBJECTIVES) {
      faults.add(tooLong("objectives", LONGEST_OBJECTIVES));
    }
    var known = new TreeMap<String, String>();
    facts.forEach((question, answer) -> {
      if (answer.isBlank()) return;
      if (Eligibility.QUESTIONS.getOrDefault(question, List.of()).contains(answer)) {
        known.put(question, answer);
      } else {
        faults.add(new Fault(question, "fit4ai.fault.choice"));
      }
    });
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    return over(
        id,
        seenVersion,
        review -> {
          if (review.stage() == Stage.HANDED_OVER) return otherStage(review);
          var next = review.stage() == Stage.OBJECTIVES ? Stage.CONSULTANT : review.stage();
          rows.state(id, said, known, next, clock.instant());
          if (review.stage() == Stage.OBJECTIVES) {
            tell(review, "objectives", List.of(), Who.ORGANISATION);
          }
          return Outcome.done(found(id));
        });
  }

  /// Chooses a consultant: the organisation does that itself, among those who are accredited.
  @Needs(value = "fit4ai:choose", records = "fit4ai.consultant-chosen")
  public Outcome<Review> choose(Fit4AiId id, ConsultantId consultant, int seenVersion) {
    var chosen = consultants.find(consultant);
    if (chosen.isEmpty()) return invalid("consultant", "fit4ai.fault.consultant");
    if (!chosen.get().isAccredited(Today.of(clock))) {
      return Outcome.refused(new Fit4AiRefusal.NotAccredited(chosen.get().name()));
    }
    return over(
        id,
        seenVersion,
        review -> {
          if (review.stage() != Stage.CONSULTANT && review.stage() != Stage.QUOTE) {
            return otherStage(review);
          }
          rows.choose(id, consultant, clock.instant());
          tell(review, "chosen", List.of(chosen.get().name()), Who.ORGANISATION);
          return Outcome.done(found(id));
        });
  }

  /// Writes down what the consultant offers; the offer itself is uploaded as a document.
  @Needs(value = "fit4ai:write", records = "fit4ai.quote-entered")
  public Outcome<Review> quote(Fit4AiId id, Quote quote, int seenVersion) {
    return over(
        id,
        seenVersion,
        review -> {
          if (review.stage() != Stage.QUOTE) return otherStage(review);
          rows.quote(id, quote, clock.instant());
          tell(review, "quote", List.of(), Who.ADVISOR);
          return Outcome.done(found(id));
        });
  }

  /// Decides on the quote, with the reason: the check only hints.
  @Needs(value = "fit4ai:check", records = "fit4ai.quote-judged")
  public Outcome<Review> judge(Fit4AiId id, boolean accepted, String note, int seenVersion) {
    var why = note.strip();
    if (why.isEmpty()) return invalid("note", "fit4ai.fault.note");
    if (why.length() > LONGEST) {
      return Outcome.refused(new Refusal.Invalid(List.of(tooLong("note", LONGEST))));
    }
    return over(
        id,
        seenVersion,
        review -> {
          if (review.stage() != Stage.QUOTE) return otherStage(review);
          if (review.quote() == null) return Outcome.refused(new Fit4AiRefusal.NoQuote());
          rows.judge(id, accepted, why, current.get(), clock.instant());
          tell(review, accepted ? "accepted" : "sent-back", List.of(why), Who.ORGANISATION);
          return Outcome.done(found(id));
        });
  }

  /// Writes down what the analysis found of an idea, from five views, and what it recommends.
  @Needs(value = "fit4ai:write", records = "fit4ai.found")
  public Outcome<Review> find(
      Fit4AiId id,
      IdeaId idea,
      Map<View, String> views,
      @Nullable Decision recommendation,
      String reason,
      int seenVersion) {
    var said = new EnumMap<View, String>(View.class);
    views.forEach((view, text) -> said.put(view, text.strip()));
    var faults = new ArrayList<Fault>();
    for (var view : View.values()) {
      var text = said.getOrDefault(view, "");
      if (text.isEmpty()) faults.add(new Fault(view.code(), "fit4ai.fault.view"));
      if (text.length() > LONGEST) faults.add(tooLong(view.code(), LONGEST));
    }
    if (recommendation == null) {
      faults.add(new Fault("recommendation", "fit4ai.fault.recommendation"));
    }
    if (reason.isBlank()) faults.add(new Fault("reason", "fit4ai.fault.reason"));
    if (reason.length() > LONGEST) faults.add(tooLong("reason", LONGEST));
    if (!faults.isEmpty() || recommendation == null) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    return over(
        id,
        seenVersion,
        review -> {
          if (review.stage() != Stage.ANALYSIS) return otherStage(review);
          var known =
              portfolio.ranking(review.engagement()).places().stream()
                  .anyMatch(place -> place.idea().id().equals(idea));
          if (!known) return invalid("idea", "fit4ai.fault.idea");
          rows.find(
              id,
              new Finding(
                  idea,
                  said,
                  recommendation,
                  reason.strip(),
                  current.get().name(),
                  clock.instant()),
              clock.instant());
          return Outcome.done(found(id));
        });
  }

  /// Takes a recommendation over as the portfolio's decision, with its reason.
  ///
  /// @param seenVersion of the idea
  @Needs(value = "fit4ai:choose", records = "fit4ai.recommendation-taken-over")
  public Outcome<Idea> takeOver(Fit4AiId id, IdeaId idea, int seenVersion) {
    return found(id)
        .finding(idea)
        .map(finding ->
            portfolio.decide(idea, finding.recommendation(), finding.reason(), seenVersion))
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  /// Hands the plan over: seals the report with the roadmap as it is now.
  @Needs(value = "fit4ai:write", records = "fit4ai.handed-over")
  public Outcome<Document> handOver(Fit4AiId id, int seenVersion, Locale language) {
    var before = found(id);
    if (before.report() != null) return documents.find(new DocumentId(before.report()));
    return over(
        id,
        seenVersion,
        review -> {
          if (review.stage() != Stage.ANALYSIS) return otherStage(review);
          if (review.findings().isEmpty()) {
            return Outcome.refused(new Fit4AiRefusal.NothingFound());
          }
          var plan = roadmap.roadmap(review.engagement());
          if (plan.steps().isEmpty()) return Outcome.refused(new Fit4AiRefusal.NoPlan());
          return documents
              .seal(
                  id,
                  new DocumentId(UUID.randomUUID()),
                  new Title("fit4ai.report.document", List.of()),
                  report.of(review, consultant(review), check(id).orElse(null), plan, language))
              .map(document -> {
                rows.handOver(id, document.id().value(), clock.instant());
                tell(review, "handed-over", List.of(), Who.ORGANISATION);
                return document;
              });
        });
  }

  /// The report as a page, sealed or not.
  @Needs("fit4ai:read")
  public String page(Fit4AiId id, Locale language) {
    var review = found(id);
    var plan = roadmap.roadmap(review.engagement());
    var made = report.of(review, consultant(review), check(id).orElse(null), plan, language);
    var document = review.report() == null ? id.value() : review.report();
    return current.asSystem(
        "fit4ai", () -> documents.page(id, new DocumentId(document), made));
  }

  private <T> Outcome<T> over(
      Fit4AiId id, int seenVersion, Function<Review, Outcome<T>> change) {
    var review = rows.lock(id).orElseThrow(() -> new NotVisible(id.toString()));
    return review.version() == seenVersion
        ? change.apply(review)
        : Outcome.refused(new Refusal.Changed(review.version()));
  }

  private static <T> Outcome<T> otherStage(Review review) {
    return Outcome.refused(new Fit4AiRefusal.OtherStage(review.stage()));
  }

  private static <T> Outcome<T> invalid(String field, String message) {
    return Outcome.refused(new Refusal.Invalid(List.of(new Fault(field, message))));
  }

  private static Fault tooLong(String field, int most) {
    return new Fault(field, "fit4ai.fault.long", List.of(most));
  }

  private void tell(Review review, String what, List<String> arguments, Who who) {
    events.publishEvent(
        new EngagementEvent(
            review.engagement(),
            "fit4ai.event." + what,
            arguments,
            new Waiting(who, null),
            "/fit4ai/" + review.id().value()));
  }

  private Review found(Fit4AiId id) {
    return rows.find(id).orElseThrow(() -> new NotVisible(id.toString()));
  }
}
