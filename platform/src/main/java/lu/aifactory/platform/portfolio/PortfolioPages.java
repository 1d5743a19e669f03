package lu.aifactory.platform.portfolio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import lu.aifactory.engines.portfolio.Criterion;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.usecase.UseCaseId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The portfolio of an engagement and its ideas.
@Controller
class PortfolioPages {

  private final Portfolio portfolio;
  private final Access access;
  private final TenantOf<EngagementId> tenants;
  private final Texts texts;

  PortfolioPages(Portfolio portfolio, Access access, TenantOf<EngagementId> tenants, Texts texts) {
    this.portfolio = portfolio;
    this.access = access;
    this.tenants = tenants;
    this.texts = texts;
  }

  @Needs("portfolio:read")
  @GetMapping("/engagements/{engagement}/portfolio")
  String overview(@PathVariable UUID engagement, Locale language, Model model) {
    var id = new EngagementId(engagement);
    var words = words(portfolio.ranking(id), language);
    model.addAttribute("engagement", engagement);
    model.addAttribute("writes", may("portfolio:write", id));
    model.addAttribute("lines", words.lines());
    model.addAttribute("reversals", words.reversals());
    model.addAttribute("picture", words.picture());
    model.addAttribute("source", portfolio.criteria().source().in(language));
    return "portfolio/overview";
  }

  @Needs("portfolio:read")
  @GetMapping("/engagements/{engagement}/portfolio.csv")
  ResponseEntity<byte[]> export(@PathVariable UUID engagement, Locale language) throws IOException {
    var text = new StringBuilder();
    var csv = Csv.to(text, List.of("rank", "idea", "priority", "proposal", "reason", "decision"));
    for (var line : words(portfolio.ranking(new EngagementId(engagement)), language).lines()) {
      csv.row(
          List.of(
              line.rank() == null ? "" : line.rank(),
              line.title(),
              line.priority(),
              line.proposal(),
              line.why(),
              line.decision() == null ? "" : line.decision()));
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("portfolio.csv").build().toString())
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Needs("portfolio:read")
  @GetMapping("/engagements/{engagement}/portfolio/suggestions")
  String suggestions(
      @PathVariable UUID engagement,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var id = new EngagementId(engagement);
    var form = Form.of(typed);
    var library = portfolio.library();
    model.addAttribute("engagement", engagement);
    model.addAttribute("form", form);
    model.addAttribute("writes", may("portfolio:write", id));
    model.addAttribute(
        "pains",
        library.pains().stream()
            .map(pain -> Choice.text(pain.id(), pain.text().in(language)))
            .toList());
    model.addAttribute("language", language);
    model.addAttribute("library", library);
    model.addAttribute("suggestions", portfolio.suggestions(id, new HashSet<>(form.all("pain"))));
    return "portfolio/suggestions";
  }

  @Needs("portfolio:write")
  @GetMapping("/engagements/{engagement}/portfolio/new")
  String begin(
      @PathVariable UUID engagement,
      @RequestParam(defaultValue = "") String pattern,
      Locale language,
      Model model) {
    if (!may("portfolio:write", new EngagementId(engagement))) {
      throw new NotVisible("engagement " + engagement);
    }
    var form = Form.empty().with("id", UUID.randomUUID());
    var chosen = portfolio.library().pattern(pattern);
    if (chosen.isPresent()) {
      form =
          form.with("pattern", pattern)
              .with("title", chosen.get().title().in(language))
              .with("description", chosen.get().idea().in(language));
    }
    return newIdea(engagement, form, model);
  }

  private static String newIdea(UUID engagement, Form form, Model model) {
    model.addAttribute("engagement", engagement);
    model.addAttribute("form", form);
    return "portfolio/new";
  }

  @Needs("portfolio:write")
  @PostMapping("/engagements/{engagement}/portfolio")
  String add(
      @PathVariable UUID engagement,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var form = Form.of(typed);
    var pattern = form.value("pattern");
    var idea =
        new NewIdea(
            form.value("title"), form.value("description"), pattern.isBlank() ? null : pattern);
    return switch (portfolio.add(new EngagementId(engagement), new IdeaId(form.id()), idea)) {
      case Done<Idea>(var added) -> "redirect:" + address(added) + "/judge";
      case Refused<Idea>(var why) -> newIdea(engagement, form.with(why), model);
    };
  }

  @Needs("portfolio:read")
  @GetMapping("/portfolio/ideas/{idea}")
  String idea(@PathVariable UUID idea, Locale language, Model model) {
    return ideaPage(portfolio.idea(new IdeaId(idea)), Form.empty(), language, model);
  }

  private String ideaPage(Idea idea, Form form, Locale language, Model model) {
    var ranking = portfolio.ranking(idea.engagement());
    var words = words(ranking, language);
    var place =
        ranking.places().stream()
            .filter(one -> one.idea().id().equals(idea.id()))
            .findFirst()
            .orElseThrow();
    model.addAttribute("idea", idea);
    model.addAttribute("form", filled(form, idea));
    model.addAttribute("tone", words.tone(place.judgement()));
    model.addAttribute("proposal", words.proposal(place.judgement()));
    model.addAttribute("because", words.why(place));
    model.addAttribute("scores", scores(idea, language));
    model.addAttribute("vetoes", vetoes(idea, language));
    model.addAttribute("decisions", decisions());
    model.addAttribute("writes", may("portfolio:write", idea.engagement()));
    model.addAttribute("decides", may("portfolio:decide", idea.engagement()));
    return "portfolio/idea";
  }

  /// What was typed, else what is stored.
  private static Form filled(Form form, Idea idea) {
    var known =
        form.values().containsKey("title")
            ? form
            : form.with("title", idea.title()).with("description", idea.description());
    return known.with("version", idea.version());
  }

  /// A criterion, its score and what that means.
  record ScoreLine(String name, String score, String anchor) {}

  private List<ScoreLine> scores(Idea idea, Locale language) {
    return portfolio.criteria().criteria().stream()
        .map(one -> {
          var score = idea.scores().get(one.id());
          return new ScoreLine(
              one.name().in(language),
              score == null ? "–" : String.valueOf(score),
              score == null
                  ? texts.in(language, "portfolio.score.open", List.of())
                  : one.anchors().get(score - 1).in(language));
        })
        .toList();
  }

  private List<String> vetoes(Idea idea, Locale language) {
    return portfolio.criteria().vetoes().stream()
        .filter(one -> idea.vetoes().contains(one.id()))
        .map(one -> one.clear().in(language))
        .toList();
  }

  private static List<Choice> decisions() {
    return List.of(Decision.values()).stream()
        .map(one -> Choice.key(one.name(), Portfolio.key(one), Portfolio.key(one) + ".hint"))
        .toList();
  }

  @Needs("portfolio:write")
  @GetMapping("/portfolio/ideas/{idea}/judge")
  String judging(@PathVariable UUID idea, Locale language, Model model) {
    var stored = portfolio.idea(new IdeaId(idea));
    var values = new HashMap<String, List<String>>();
    stored
        .scores()
        .forEach((criterion, score) -> values.put(criterion, List.of(String.valueOf(score))));
    values.put("vetoes", List.copyOf(stored.vetoes()));
    values.put("version", List.of(String.valueOf(stored.version())));
    values.put("title", List.of(stored.title()));
    values.put("description", List.of(stored.description()));
    return judgePage(stored, Form.of(values), language, model);
  }

  /// A criterion with its anchors as choices, the best first.
  record Question(String id, String name, String question, List<Choice> anchors) {}

  private String judgePage(Idea idea, Form form, Locale language, Model model) {
    model.addAttribute("idea", idea);
    model.addAttribute("form", form);
    model.addAttribute(
        "questions",
        portfolio.criteria().criteria().stream()
            .map(one ->
                new Question(
                    one.id(),
                    one.name().in(language),
                    one.question().in(language),
                    IntStream.rangeClosed(Criterion.WORST, Criterion.BEST)
                        .map(score -> Criterion.BEST + Criterion.WORST - score)
                        .mapToObj(score ->
                            Choice.text(
                                String.valueOf(score),
                                score + ". " + one.anchors().get(score - 1).in(language)))
                        .toList()))
            .toList());
    model.addAttribute(
        "vetoes",
        portfolio.criteria().vetoes().stream()
            .map(one -> Choice.text(one.id(), one.text().in(language)))
            .toList());
    return "portfolio/judge";
  }

  @Needs("portfolio:write")
  @PostMapping("/portfolio/ideas/{idea}/judge")
  String judge(
      @PathVariable UUID idea,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var id = new IdeaId(idea);
    var form = Form.of(typed);
    var scores = numbers(form);
    return switch (portfolio.judge(id, scores, new HashSet<>(form.all("vetoes")), version)) {
      case Done<Idea>(var judged) -> "redirect:" + address(judged);
      case Refused<Idea>(var why) -> {
        var stored = portfolio.idea(id);
        yield judgePage(stored, form.with("version", stored.version()).with(why), language, model);
      }
    };
  }

  @Needs("portfolio:write")
  @PostMapping("/portfolio/ideas/{idea}")
  String describe(
      @PathVariable UUID idea,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var id = new IdeaId(idea);
    var form = Form.of(typed);
    var said = new NewIdea(form.value("title"), form.value("description"), null);
    return switch (portfolio.describe(id, said, version)) {
      case Done<Idea>(var described) -> "redirect:" + address(described);
      case Refused<Idea>(var why) -> ideaPage(portfolio.idea(id), form.with(why), language, model);
    };
  }

  @Needs("portfolio:decide")
  @PostMapping("/portfolio/ideas/{idea}/decision")
  String decide(
      @PathVariable UUID idea,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var id = new IdeaId(idea);
    var form = Form.of(typed);
    var what = Portfolio.decision(form.value("decision"));
    return switch (portfolio.decide(id, what, form.value("reason"), version)) {
      case Done<Idea>(var decided) -> "redirect:" + address(decided);
      case Refused<Idea>(var why) -> ideaPage(portfolio.idea(id), form.with(why), language, model);
    };
  }

  @Needs("portfolio:write")
  @PostMapping("/portfolio/ideas/{idea}/use-case")
  String beginUseCase(@PathVariable UUID idea, Locale language, Model model) {
    var id = new IdeaId(idea);
    var made = new UseCaseId(UUID.randomUUID());
    return switch (portfolio.begin(id, made, language.getLanguage())) {
      case Done<UseCaseId>(var begun) -> "redirect:/use-cases/" + begun.value();
      case Refused<UseCaseId>(var why) ->
          ideaPage(portfolio.idea(id), Form.empty().with(why), language, model);
    };
  }

  @Needs("portfolio:write")
  @GetMapping("/engagements/{engagement}/portfolio/weights")
  String weights(@PathVariable UUID engagement, Locale language, Model model) {
    var ranking = portfolio.ranking(new EngagementId(engagement));
    var form = Form.empty().with("version", ranking.weightsVersion());
    for (var weight : ranking.weights().entrySet()) {
      form = form.with(weight.getKey(), weight.getValue());
    }
    return weightsPage(engagement, form, language, model);
  }

  private String weightsPage(UUID engagement, Form form, Locale language, Model model) {
    model.addAttribute("engagement", engagement);
    model.addAttribute("form", form);
    model.addAttribute("language", language);
    model.addAttribute("sides", Criterion.Side.values());
    model.addAttribute("criteria", portfolio.criteria());
    return "portfolio/weights";
  }

  @Needs("portfolio:write")
  @PostMapping("/engagements/{engagement}/portfolio/weights")
  String weigh(
      @PathVariable UUID engagement,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var id = new EngagementId(engagement);
    var form = Form.of(typed);
    return switch (portfolio.weigh(id, numbers(form), version)) {
      case Done<Ranking> _ -> "redirect:/engagements/" + engagement + "/portfolio";
      case Refused<Ranking>(var why) ->
          weightsPage(
              engagement,
              form.with("version", portfolio.ranking(id).weightsVersion()).with(why),
              language,
              model);
    };
  }

  /// The whole numbers that were typed, by criterion; what is no number is as if it had been left out of range.
  private Map<String, Integer> numbers(Form form) {
    var numbers = new HashMap<String, Integer>();
    for (var one : portfolio.criteria().criteria()) {
      var typed = form.value(one.id()).strip();
      if (!typed.isEmpty()) {
        numbers.put(one.id(), typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : -1);
      }
    }
    return numbers;
  }

  private RankingWords words(Ranking ranking, Locale language) {
    return new RankingWords(texts, language, portfolio.criteria(), ranking);
  }

  private static String address(Idea idea) {
    return "/portfolio/ideas/" + idea.id().value();
  }

  private boolean may(String permission, EngagementId engagement) {
    return tenants
        .organisationOf(engagement)
        .map(organisation -> access.may(permission, organisation))
        .orElse(false);
  }
}
