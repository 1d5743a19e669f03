package lu.aifactory.platform.fit4ai;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.platform.fit4ai.Review.View;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.portfolio.IdeaId;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The programme over REST: everything that the pages do.
@RestController
@RequestMapping("/api")
class Fit4AiResource {

  record Beginning(@Nullable UUID id) {}

  record Stating(
      @Nullable String objectives, @Nullable Map<String, String> facts, int version) {}

  record Choosing(@Nullable UUID consultant, int version) {}

  /// Amounts and days as texts, as they are typed: `12500.50`.
  record Quoting(
      @Nullable String consultantCost,
      @Nullable String otherCost,
      @Nullable String priced,
      @Nullable String days,
      @Nullable String dayRate,
      @Nullable String dated,
      @Nullable String startsOn,
      int version) {

    Outcome<Review.Quote> quote() {
      var typed = new LinkedHashMap<String, String>();
      typed.put("consultantCost", text(consultantCost));
      typed.put("otherCost", text(otherCost));
      typed.put("priced", text(priced));
      typed.put("days", text(days));
      typed.put("dayRate", text(dayRate));
      typed.put("dated", text(dated));
      typed.put("startsOn", text(startsOn));
      return QuoteForm.read(typed);
    }
  }

  record Judging(@Nullable Boolean accepted, @Nullable String note, int version) {}

  record Finding(
      @Nullable Map<String, String> views,
      @Nullable String recommendation,
      @Nullable String reason,
      int version) {}

  record Version(int version) {}

  record Handed(UUID document, URI link) {}

  record QuoteJson(
      BigDecimal consultantCost,
      BigDecimal otherCost,
      boolean withTax,
      BigDecimal days,
      BigDecimal dayRate,
      LocalDate dated,
      LocalDate startsOn) {}

  record FindingJson(
      UUID idea, Map<String, String> views, Decision recommendation, String reason, String by) {}

  record HintJson(
      String message, List<String> arguments, String effect, String confidence, String basis) {

    static HintJson of(Hint hint) {
      return new HintJson(
          hint.message(),
          hint.arguments(),
          hint.effect().name().toLowerCase(Locale.ROOT),
          hint.confidence(),
          hint.basis());
    }
  }

  record CheckJson(List<HintJson> hints, @Nullable BigDecimal aid) {}

  record ReviewJson(
      UUID id,
      UUID engagement,
      String stage,
      String objectives,
      Map<String, String> facts,
      @Nullable UUID consultant,
      @Nullable QuoteJson quote,
      @Nullable Boolean accepted,
      @Nullable String note,
      List<FindingJson> findings,
      @Nullable UUID report,
      Instant changedAt,
      int version) {

    static ReviewJson of(Review review) {
      var quote = review.quote();
      var verdict = review.verdict();
      var consultant = review.consultant();
      return new ReviewJson(
          review.id().value(),
          review.engagement().value(),
          review.stage().code(),
          review.objectives(),
          review.facts(),
          consultant == null ? null : consultant.value(),
          quote == null
              ? null
              : new QuoteJson(
                  quote.consultantCost(),
                  quote.otherCost(),
                  quote.withTax(),
                  quote.days(),
                  quote.dayRate(),
                  quote.dated(),
                  quote.startsOn()),
          verdict == null ? null : verdict.accepted(),
          verdict == null ? null : verdict.note(),
          review.findings().stream().map(ReviewJson::finding).toList(),
          review.report(),
          review.changedAt(),
          review.version());
    }

    private static FindingJson finding(Review.Finding one) {
      var views = new LinkedHashMap<String, String>();
      one.views().forEach((view, text) -> views.put(view.code(), text));
      return new FindingJson(
          one.idea().value(), views, one.recommendation(), one.reason(), one.by());
    }
  }

  record LineJson(
      UUID id, String organisation, String engagement, String stage, Instant changedAt) {}

  private final Fit4Ai fit4ai;

  Fit4AiResource(Fit4Ai fit4ai) {
    this.fit4ai = fit4ai;
  }

  @Needs("fit4ai:read")
  @GetMapping("/fit4ai")
  Page<LineJson> list(
      @Listing(
              sorts = {"-changed", "organisation", "stage"},
              filters = "stage")
          ListQuery query) {
    return fit4ai
        .list(query)
        .map(one ->
            new LineJson(
                one.id().value(),
                one.organisationName(),
                one.engagementTitle(),
                one.stage().code(),
                one.changedAt()));
  }

  @Needs("fit4ai:read")
  @GetMapping("/engagements/{engagement}/fit4ai")
  List<ReviewJson> of(@PathVariable UUID engagement) {
    return fit4ai.of(new EngagementId(engagement)).stream().map(ReviewJson::of).toList();
  }

  @Needs("fit4ai:write")
  @PostMapping("/engagements/{engagement}/fit4ai")
  Outcome<ReviewJson> begin(@PathVariable UUID engagement, @RequestBody Beginning body) {
    var id = body.id() == null ? UUID.randomUUID() : body.id();
    return fit4ai.begin(new EngagementId(engagement), new Fit4AiId(id)).map(ReviewJson::of);
  }

  @Needs("fit4ai:read")
  @GetMapping("/fit4ai/{id}")
  ReviewJson show(@PathVariable UUID id) {
    return ReviewJson.of(fit4ai.show(new Fit4AiId(id)));
  }

  @Needs("fit4ai:read")
  @GetMapping("/fit4ai/{id}/eligibility")
  List<HintJson> hints(@PathVariable UUID id) {
    return fit4ai.hints(new Fit4AiId(id)).stream().map(HintJson::of).toList();
  }

  @Needs("fit4ai:read")
  @GetMapping("/fit4ai/{id}/check")
  CheckJson check(@PathVariable UUID id) {
    return fit4ai
        .check(new Fit4AiId(id))
        .map(result ->
            new CheckJson(result.hints().stream().map(HintJson::of).toList(), result.aid()))
        .orElseGet(() -> new CheckJson(List.of(), null));
  }

  @Needs("fit4ai:write")
  @PutMapping("/fit4ai/{id}/objectives")
  Outcome<ReviewJson> state(@PathVariable UUID id, @RequestBody Stating body) {
    var facts = body.facts() == null ? Map.<String, String>of() : body.facts();
    return fit4ai
        .state(new Fit4AiId(id), text(body.objectives()), facts, body.version())
        .map(ReviewJson::of);
  }

  @Needs("fit4ai:choose")
  @PutMapping("/fit4ai/{id}/consultant")
  Outcome<ReviewJson> choose(@PathVariable UUID id, @RequestBody Choosing body) {
    var chosen = body.consultant() == null ? new UUID(0, 0) : body.consultant();
    return fit4ai
        .choose(new Fit4AiId(id), new ConsultantId(chosen), body.version())
        .map(ReviewJson::of);
  }

  @Needs("fit4ai:write")
  @PutMapping("/fit4ai/{id}/quote")
  Outcome<ReviewJson> quote(@PathVariable UUID id, @RequestBody Quoting body) {
    return body.quote()
        .then(quote -> fit4ai.quote(new Fit4AiId(id), quote, body.version()))
        .map(ReviewJson::of);
  }

  @Needs("fit4ai:check")
  @PutMapping("/fit4ai/{id}/verdict")
  Outcome<ReviewJson> judge(@PathVariable UUID id, @RequestBody Judging body) {
    return fit4ai
        .judge(
            new Fit4AiId(id),
            Boolean.TRUE.equals(body.accepted()),
            text(body.note()),
            body.version())
        .map(ReviewJson::of);
  }

  @Needs("fit4ai:write")
  @PutMapping("/fit4ai/{id}/findings/{idea}")
  Outcome<ReviewJson> find(
      @PathVariable UUID id, @PathVariable UUID idea, @RequestBody Finding body) {
    var given = body.views() == null ? Map.<String, String>of() : body.views();
    var views = new EnumMap<View, String>(View.class);
    for (var view : View.values()) views.put(view, given.getOrDefault(view.code(), ""));
    return fit4ai
        .find(
            new Fit4AiId(id),
            new IdeaId(idea),
            views,
            Fit4AiPages.decision(text(body.recommendation())),
            text(body.reason()),
            body.version())
        .map(ReviewJson::of);
  }

  @Needs("fit4ai:choose")
  @PostMapping("/fit4ai/{id}/findings/{idea}/decision")
  Outcome<ReviewJson> takeOver(
      @PathVariable UUID id, @PathVariable UUID idea, @RequestBody Version body) {
    var review = new Fit4AiId(id);
    return fit4ai
        .takeOver(review, new IdeaId(idea), body.version())
        .map(_ -> ReviewJson.of(fit4ai.show(review)));
  }

  @Needs("fit4ai:write")
  @PostMapping("/fit4ai/{id}/plan")
  Outcome<Handed> handOver(
      @PathVariable UUID id, @RequestBody Version body, Locale language) {
    return fit4ai
        .handOver(new Fit4AiId(id), body.version(), language)
        .map(document ->
            new Handed(
                document.id().value(), URI.create("/api/documents/" + document.id().value())));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
