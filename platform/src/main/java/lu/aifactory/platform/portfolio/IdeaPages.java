package lu.aifactory.platform.portfolio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lu.aifactory.engines.portfolio.Criterion;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.usecase.UseCaseId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One idea: said, judged, decided, and begun as a use case.
@Controller
class IdeaPages {

  private final Portfolio portfolio;
  private final Access access;
  private final TenantOf<EngagementId> tenants;
  private final Texts texts;

  IdeaPages(Portfolio portfolio, Access access, TenantOf<EngagementId> tenants, Texts texts) {
    this.portfolio = portfolio;
    this.access = access;
    this.tenants = tenants;
    this.texts = texts;
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
    return portfolio
        .add(new EngagementId(engagement), new IdeaId(form.id()), idea)
        .fold(added -> open(added) + "/judge", why -> newIdea(engagement, form.with(why), model));
  }

  @Needs("portfolio:read")
  @GetMapping("/portfolio/ideas/{idea}")
  String idea(@PathVariable UUID idea, Locale language, Model model) {
    return ideaPage(new IdeaId(idea), Form.empty(), language, model);
  }

  private String ideaPage(IdeaId id, Form form, Locale language, Model model) {
    var idea = portfolio.idea(id);
    var ranking = portfolio.ranking(idea.engagement());
    var words = new RankingWords(texts, language, portfolio.criteria(), ranking);
    var place =
        ranking.places().stream()
            .filter(one -> one.idea().id().equals(id))
            .findFirst()
            .orElseThrow();
    model.addAttribute("idea", idea);
    model.addAttribute("form", filled(form, idea));
    model.addAttribute("tone", words.tone(place.judgement()));
    model.addAttribute("proposal", words.proposal(place.judgement()));
    model.addAttribute("because", words.why(place));
    model.addAttribute("scores", words.scores(idea));
    model.addAttribute("vetoes", words.whatClears(idea));
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

  private static List<Choice> decisions() {
    return Stream.of(Decision.values())
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
                    anchors(one, language)))
            .toList());
    model.addAttribute(
        "vetoes",
        portfolio.criteria().vetoes().stream()
            .map(one -> Choice.text(one.id(), one.text().in(language)))
            .toList());
    return "portfolio/judge";
  }

  private static List<Choice> anchors(Criteria.Asked asked, Locale language) {
    return IntStream.rangeClosed(Criterion.WORST, Criterion.BEST)
        .map(score -> Criterion.BEST + Criterion.WORST - score)
        .mapToObj(score ->
            Choice.text(
                String.valueOf(score), score + ". " + asked.anchors().get(score - 1).in(language)))
        .toList();
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
    var scores = portfolio.criteria().numbers(form);
    return portfolio
        .judge(id, scores, new HashSet<>(form.all("vetoes")), version)
        .fold(
            IdeaPages::open,
            why -> {
              var stored = portfolio.idea(id);
              return judgePage(
                  stored, form.with("version", stored.version()).with(why), language, model);
            });
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
    return portfolio
        .describe(id, new NewIdea(form.value("title"), form.value("description"), null), version)
        .fold(IdeaPages::open, why -> ideaPage(id, form.with(why), language, model));
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
    return portfolio
        .decide(id, what, form.value("reason"), version)
        .fold(IdeaPages::open, why -> ideaPage(id, form.with(why), language, model));
  }

  @Needs("portfolio:write")
  @PostMapping("/portfolio/ideas/{idea}/use-case")
  String beginUseCase(@PathVariable UUID idea, Locale language, Model model) {
    var id = new IdeaId(idea);
    return portfolio
        .begin(id, new UseCaseId(UUID.randomUUID()), language.getLanguage())
        .fold(
            begun -> "redirect:/use-cases/" + begun.value(),
            why -> ideaPage(id, Form.empty().with(why), language, model));
  }

  private static String open(Idea idea) {
    return "redirect:/portfolio/ideas/" + idea.id().value();
  }

  private boolean may(String permission, EngagementId engagement) {
    return tenants
        .organisationOf(engagement)
        .map(organisation -> access.may(permission, organisation))
        .orElse(false);
  }
}
