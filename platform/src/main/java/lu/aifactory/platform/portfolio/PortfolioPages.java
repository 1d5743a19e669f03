package lu.aifactory.platform.portfolio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lu.aifactory.engines.portfolio.Criterion;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
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

/// The portfolio of an engagement: the ideas in their order, the library, and the weights.
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
    var words = words(id, language);
    model.addAttribute("engagement", engagement);
    model.addAttribute("writes", may("portfolio:write", id));
    model.addAttribute("lines", words.lines());
    model.addAttribute("reversals", words.reversals());
    model.addAttribute("picture", words.picture());
    model.addAttribute("seals", may("document:write", id));
    model.addAttribute("sealing", UUID.randomUUID());
    model.addAttribute("source", portfolio.criteria().source().in(language));
    return "portfolio/overview";
  }

  @Needs("portfolio:read")
  @GetMapping("/engagements/{engagement}/portfolio.csv")
  ResponseEntity<byte[]> export(@PathVariable UUID engagement, Locale language) throws IOException {
    var text = new StringBuilder();
    var csv = Csv.to(text, List.of("rank", "idea", "priority", "proposal", "reason", "decision"));
    for (var line : words(new EngagementId(engagement), language).lines()) {
      csv.row(
          List.of(
              line.rank() == null ? "" : line.rank(),
              line.title(),
              line.priority(),
              line.proposal(),
              line.why(),
              line.decision() == null ? "" : line.decision()));
    }
    return file("portfolio.csv", text);
  }

  static ResponseEntity<byte[]> file(String name, CharSequence csv) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(csv.toString().getBytes(StandardCharsets.UTF_8));
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
    return portfolio
        .weigh(id, portfolio.criteria().numbers(form), version)
        .fold(
            _ -> "redirect:/engagements/" + engagement + "/portfolio",
            why ->
                weightsPage(
                    engagement,
                    form.with("version", portfolio.ranking(id).weightsVersion()).with(why),
                    language,
                    model));
  }

  private RankingWords words(EngagementId engagement, Locale language) {
    return new RankingWords(texts, language, portfolio.criteria(), portfolio.ranking(engagement));
  }

  private boolean may(String permission, EngagementId engagement) {
    return tenants
        .organisationOf(engagement)
        .map(organisation -> access.may(permission, organisation))
        .orElse(false);
  }
}
