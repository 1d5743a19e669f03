package lu.aifactory.platform.fit4ai;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.platform.documents.Document;
import lu.aifactory.platform.documents.Documents;
import lu.aifactory.platform.fit4ai.Review.Stage;
import lu.aifactory.platform.fit4ai.Review.View;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portfolio.Idea;
import lu.aifactory.platform.portfolio.IdeaId;
import lu.aifactory.platform.portfolio.Portfolio;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The programme: who goes through it, and one organisation's way stage by stage.
@Controller
class Fit4AiPages {

  /// An idea with what was found of it.
  record Line(Idea idea, Review.@Nullable Finding finding) {}

  private final Fit4Ai fit4ai;
  private final Consultants consultants;
  private final Portfolio portfolio;
  private final Documents documents;
  private final Access access;
  private final TenantOf<EngagementId> tenants;

  Fit4AiPages(
      Fit4Ai fit4ai,
      Consultants consultants,
      Portfolio portfolio,
      Documents documents,
      Access access,
      TenantOf<EngagementId> tenants) {
    this.fit4ai = fit4ai;
    this.consultants = consultants;
    this.portfolio = portfolio;
    this.documents = documents;
    this.access = access;
    this.tenants = tenants;
  }

  @Needs("fit4ai:read")
  @GetMapping("/fit4ai")
  String list(
      @Listing(
              sorts = {"-changed", "organisation", "stage"},
              filters = "stage")
          ListQuery query,
      Model model) {
    model.addAttribute("page", fit4ai.list(query));
    model.addAttribute(
        "stages",
        Arrays.stream(Stage.values())
            .map(one -> Choice.key(one.code(), "fit4ai.stage." + one.code()))
            .toList());
    return "fit4ai/list";
  }

  @Needs("fit4ai:read")
  @GetMapping("/fit4ai.csv")
  ResponseEntity<byte[]> export(
      @Listing(
              sorts = {"-changed", "organisation", "stage"},
              filters = "stage")
          ListQuery query)
      throws IOException {
    var text = new StringBuilder();
    var csv = Csv.to(text, List.of("id", "organisation", "engagement", "stage", "changed"));
    var page = fit4ai.list(query.withSize(200));
    for (int number = 1; number <= page.pages(); number++) {
      for (var one : fit4ai.list(page.query().withPage(number)).items()) {
        csv.row(
            List.of(
                one.id().value(),
                one.organisationName(),
                one.engagementTitle(),
                one.stage().code(),
                one.changedAt()));
      }
    }
    return ConsultantPages.csv(text, "fit4ai.csv");
  }

  @Needs("fit4ai:read")
  @GetMapping("/engagements/{engagement}/fit4ai")
  String ofEngagement(@PathVariable UUID engagement, Model model) {
    var id = new EngagementId(engagement);
    var all = fit4ai.of(id);
    if (all.size() == 1) return "redirect:/fit4ai/" + all.getFirst().id().value();
    model.addAttribute("engagement", engagement);
    model.addAttribute("reviews", all);
    model.addAttribute("form", Form.empty().with("id", UUID.randomUUID()));
    model.addAttribute(
        "writes",
        tenants
            .organisationOf(id)
            .map(organisation -> access.may("fit4ai:write", organisation))
            .orElse(false));
    return "fit4ai/engagement";
  }

  @Needs("fit4ai:write")
  @PostMapping("/engagements/{engagement}/fit4ai")
  String begin(@PathVariable UUID engagement, @RequestParam MultiValueMap<String, String> typed) {
    var id = new Fit4AiId(Form.of(typed).id());
    return switch (fit4ai.begin(new EngagementId(engagement), id)) {
      case Done<Review>(var review) -> "redirect:/fit4ai/" + review.id().value();
      case Refused<Review> _ -> "redirect:/engagements/" + engagement + "/fit4ai";
    };
  }

  @Needs("fit4ai:read")
  @GetMapping("/fit4ai/{id}")
  String show(@PathVariable UUID id, Model model) {
    return page(fit4ai.show(new Fit4AiId(id)), Form.empty(), model);
  }

  @Needs("fit4ai:write")
  @PostMapping("/fit4ai/{id}/objectives")
  String state(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var form = Form.of(typed);
    var facts = new LinkedHashMap<String, String>();
    Eligibility.QUESTIONS.keySet().forEach(question -> facts.put(question, form.value(question)));
    var review = new Fit4AiId(id);
    return afterwards(
        review, fit4ai.state(review, form.value("objectives"), facts, version), form, model);
  }

  @Needs("fit4ai:choose")
  @PostMapping("/fit4ai/{id}/consultant")
  String choose(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var form = Form.of(typed);
    var review = new Fit4AiId(id);
    var chosen = ConsultantPages.id(form.value("consultant"));
    return afterwards(review, fit4ai.choose(review, chosen, version), form, model);
  }

  @Needs("fit4ai:write")
  @PostMapping("/fit4ai/{id}/quote")
  String quote(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var form = Form.of(typed);
    var review = new Fit4AiId(id);
    return afterwards(
        review,
        QuoteForm.read(form).then(quote -> fit4ai.quote(review, quote, version)),
        form,
        model);
  }

  @Needs("fit4ai:check")
  @PostMapping("/fit4ai/{id}/verdict")
  String judge(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var form = Form.of(typed);
    var review = new Fit4AiId(id);
    return afterwards(
        review,
        fit4ai.judge(review, form.has("accepted", "true"), form.value("note"), version),
        form,
        model);
  }

  @Needs("fit4ai:write")
  @GetMapping("/fit4ai/{id}/findings/{idea}")
  String finding(@PathVariable UUID id, @PathVariable UUID idea, Model model) {
    var review = fit4ai.show(new Fit4AiId(id));
    if (!access.may("fit4ai:write", review.organisation())) {
      throw new NotVisible("finding of " + id);
    }
    var form = Form.empty().with("version", review.version());
    var found = review.finding(new IdeaId(idea));
    if (found.isPresent()) {
      form =
          form.with("recommendation", found.get().recommendation().name())
              .with("reason", found.get().reason());
      for (var view : found.get().views().entrySet()) {
        form = form.with(view.getKey().code(), view.getValue());
      }
    }
    return findingPage(review, new IdeaId(idea), form, model);
  }

  private String findingPage(Review review, IdeaId idea, Form form, Model model) {
    var found =
        ideas(review).stream()
            .filter(one -> one.idea().id().equals(idea))
            .findFirst()
            .orElseThrow(() -> new NotVisible(idea.toString()));
    model.addAttribute("review", review);
    model.addAttribute("idea", found.idea());
    model.addAttribute("form", form);
    model.addAttribute("views", View.values());
    model.addAttribute("decisions", decisions());
    return "fit4ai/finding";
  }

  @Needs("fit4ai:write")
  @PostMapping("/fit4ai/{id}/findings/{idea}")
  String find(
      @PathVariable UUID id,
      @PathVariable UUID idea,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var form = Form.of(typed);
    var review = new Fit4AiId(id);
    var views = new EnumMap<View, String>(View.class);
    for (var view : View.values()) views.put(view, form.value(view.code()));
    var outcome =
        fit4ai.find(
            review,
            new IdeaId(idea),
            views,
            decision(form.value("recommendation")),
            form.value("reason"),
            version);
    return switch (outcome) {
      case Done<Review> _ -> "redirect:/fit4ai/" + id + "#findings";
      case Refused<Review>(var why) -> {
        var now = fit4ai.show(review);
        yield findingPage(
            now, new IdeaId(idea), form.with("version", now.version()).with(why), model);
      }
    };
  }

  @Needs("fit4ai:choose")
  @PostMapping("/fit4ai/{id}/findings/{idea}/decision")
  String takeOver(
      @PathVariable UUID id, @PathVariable UUID idea, @RequestParam int version, Model model) {
    var review = new Fit4AiId(id);
    return afterwards(
        review, fit4ai.takeOver(review, new IdeaId(idea), version), Form.empty(), model);
  }

  @Needs("fit4ai:write")
  @PostMapping("/fit4ai/{id}/plan")
  String handOver(
      @PathVariable UUID id, @RequestParam int version, Locale language, Model model) {
    var review = new Fit4AiId(id);
    return switch (fit4ai.handOver(review, version, language)) {
      case Done<Document>(var document) -> "redirect:/documents/" + document.id().value();
      case Refused<Document>(var why) ->
          page(fit4ai.show(review), Form.empty().with(why), model);
    };
  }

  @Needs("fit4ai:read")
  @GetMapping("/fit4ai/{id}/report")
  ResponseEntity<String> report(@PathVariable UUID id, Locale language) {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_HTML)
        .body(fit4ai.page(new Fit4AiId(id), language));
  }

  private String afterwards(Fit4AiId id, Outcome<?> outcome, Form form, Model model) {
    return switch (outcome) {
      case Done<?> _ -> "redirect:/fit4ai/" + id.value();
      case Refused<?>(var why) -> page(fit4ai.show(id), form.with(why), model);
    };
  }

  private String page(Review review, Form typed, Model model) {
    var organisation = review.organisation();
    var home = "/fit4ai/" + review.id().value();
    var writes = access.may("fit4ai:write", organisation);
    model.addAttribute("review", review);
    model.addAttribute("stages", Stage.values());
    model.addAttribute("form", filled(review, typed));
    model.addAttribute("writes", writes && review.stage() != Stage.HANDED_OVER);
    model.addAttribute("chooses", access.may("fit4ai:choose", organisation));
    model.addAttribute("checks", access.may("fit4ai:check", organisation));
    model.addAttribute("decides", access.may("portfolio:decide", organisation));
    model.addAttribute("hints", fit4ai.hints(review.id()));
    model.addAttribute("check", fit4ai.check(review.id()).orElse(null));
    model.addAttribute("questions", questions());
    model.addAttribute(
        "accredited",
        access.may("fit4ai:choose", organisation) ? consultants.accredited() : List.of());
    model.addAttribute("consultant", fit4ai.consultant(review.id()).orElse(null));
    model.addAttribute("ideas", ideas(review));
    model.addAttribute(
        "files",
        access.may("document:read", organisation) ? documents.about(review.id()) : List.of());
    model.addAttribute(
        "upload",
        writes && access.may("document:write", organisation)
            ? documents.uploadForm(review.id(), home)
            : null);
    return "fit4ai/show";
  }

  /// What was typed, else what is stored.
  private Form filled(Review review, Form typed) {
    var stored = review.quote() == null ? Form.empty() : QuoteForm.of(review.quote());
    stored = stored.with("objectives", review.objectives());
    for (var fact : review.facts().entrySet()) {
      stored = stored.with(fact.getKey(), fact.getValue());
    }
    if (!review.facts().containsKey("size")) {
      stored = stored.with("size", fit4ai.knownSize(review.engagement()).orElse(""));
    }
    var values = new LinkedHashMap<>(stored.values());
    values.putAll(typed.values());
    return new Form(values, typed.faults()).with("version", review.version());
  }

  private List<Line> ideas(Review review) {
    return access.may("portfolio:read", review.organisation())
        ? portfolio.ranking(review.engagement()).places().stream()
            .map(place ->
                new Line(place.idea(), review.finding(place.idea().id()).orElse(null)))
            .toList()
        : List.of();
  }

  private static Map<String, List<Choice>> questions() {
    var questions = new LinkedHashMap<String, List<Choice>>();
    Eligibility.QUESTIONS.forEach((question, answers) ->
        questions.put(
            question,
            answers.stream()
                .map(answer ->
                    Choice.key(answer, "fit4ai.fact." + question + "." + answer))
                .toList()));
    return questions;
  }

  static List<Choice> decisions() {
    return Arrays.stream(Decision.values())
        .map(one ->
            Choice.key(
                one.name(), "portfolio.decision." + one.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  static @Nullable Decision decision(String name) {
    return Arrays.stream(Decision.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
