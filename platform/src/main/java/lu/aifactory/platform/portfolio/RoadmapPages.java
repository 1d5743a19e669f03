package lu.aifactory.platform.portfolio;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The roadmap of an engagement and its steps.
@Controller
@RequestMapping("/engagements/{engagement}")
class RoadmapPages {

  private final Roadmap roadmap;
  private final Portfolio portfolio;
  private final UsualSteps usual;
  private final Access access;
  private final TenantOf<EngagementId> tenants;
  private final Texts texts;

  RoadmapPages(
      Roadmap roadmap,
      Portfolio portfolio,
      UsualSteps usual,
      Access access,
      TenantOf<EngagementId> tenants,
      Texts texts) {
    this.roadmap = roadmap;
    this.portfolio = portfolio;
    this.usual = usual;
    this.access = access;
    this.tenants = tenants;
    this.texts = texts;
  }

  @Needs("portfolio:read")
  @GetMapping("/roadmap")
  String overview(@PathVariable UUID engagement, Locale language, Model model) {
    return overview(new EngagementId(engagement), Form.empty(), language, model);
  }

  private String overview(EngagementId id, Form form, Locale language, Model model) {
    var planned = roadmap.roadmap(id);
    var titles = titles(id);
    var words = new RoadmapWords(texts, language, planned, titles);
    model.addAttribute("engagement", id.value());
    model.addAttribute("writes", may("portfolio:write", id));
    model.addAttribute("seals", !titles.isEmpty() && may("document:write", id));
    model.addAttribute("sealing", UUID.randomUUID());
    model.addAttribute("lines", words.lines());
    model.addAttribute("finding", words.finding());
    model.addAttribute("picture", words.picture());
    model.addAttribute("ideas", choices(titles));
    model.addAttribute("usualSource", usual.source().in(language));
    model.addAttribute(
        "form", form.value("start").isEmpty() ? form.with("start", planned.start()) : form);
    model.addAttribute("version", planned.version());
    return "portfolio/roadmap";
  }

  @Needs("portfolio:read")
  @GetMapping("/roadmap.csv")
  ResponseEntity<byte[]> export(@PathVariable UUID engagement) throws IOException {
    var id = new EngagementId(engagement);
    var planned = roadmap.roadmap(id);
    var titles = titles(id);
    var names =
        planned.steps().stream()
            .collect(Collectors.toMap(one -> one.step().id(), one -> one.step().name()));
    var text = new StringBuilder();
    var csv =
        Csv.to(
            text,
            List.of(
                "step",
                "idea",
                "owner",
                "begin",
                "end",
                "weeks",
                "slack_days",
                "after",
                "cost_eur",
                "days"));
    for (var one : planned.steps()) {
      var step = one.step();
      csv.row(
          List.of(
              step.name(),
              step.idea() == null ? "" : titles.getOrDefault(step.idea(), ""),
              step.owner(),
              one.begin(),
              one.end(),
              step.weeks(),
              one.slackDays(),
              step.after().stream().map(names::get).sorted().collect(Collectors.joining("; ")),
              step.cost(),
              step.days()));
    }
    return PortfolioPages.file("roadmap.csv", text);
  }

  @Needs("portfolio:write")
  @PostMapping("/roadmap/start")
  String start(
      @PathVariable UUID engagement,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var id = new EngagementId(engagement);
    var form = Form.of(typed);
    return roadmap
        .start(id, RoadmapForm.day(form.value("start")), version)
        .fold(_ -> open(id), why -> overview(id, form.with(why), language, model));
  }

  @Needs("portfolio:write")
  @PostMapping("/roadmap/usual")
  String addUsual(
      @PathVariable UUID engagement,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var id = new EngagementId(engagement);
    var form = Form.of(typed);
    return roadmap
        .addUsual(id, RoadmapForm.idea(form.value("idea")), language, version)
        .fold(_ -> open(id), why -> overview(id, form.with(why), language, model));
  }

  @Needs("portfolio:write")
  @GetMapping("/roadmap/steps/new")
  String begin(@PathVariable UUID engagement, Model model) {
    var id = new EngagementId(engagement);
    if (!may("portfolio:write", id)) throw new NotVisible("engagement " + engagement);
    var form =
        Form.empty()
            .with("id", UUID.randomUUID())
            .with("cost", 0)
            .with("days", 0)
            .with("version", roadmap.roadmap(id).version());
    return stepPage(id, null, form, model);
  }

  @Needs("portfolio:write")
  @PostMapping("/roadmap/steps")
  String add(
      @PathVariable UUID engagement,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var id = new EngagementId(engagement);
    var form = Form.of(typed);
    return roadmap
        .add(id, new RoadmapStepId(form.id()), RoadmapForm.said(form), version)
        .fold(_ -> open(id), why -> stepPage(id, null, form(id, form, why), model));
  }

  @Needs("portfolio:read")
  @GetMapping("/roadmap/steps/{step}")
  String step(@PathVariable UUID engagement, @PathVariable UUID step, Model model) {
    var id = new EngagementId(engagement);
    var planned = roadmap.roadmap(id);
    var stored =
        planned.steps().stream()
            .map(PlannedRoadmap.Planned::step)
            .filter(one -> one.id().value().equals(step))
            .findFirst()
            .orElseThrow(() -> new NotVisible("step " + step));
    return stepPage(
        id, stored.id(), RoadmapForm.of(stored).with("version", planned.version()), model);
  }

  @Needs("portfolio:write")
  @PostMapping("/roadmap/steps/{step}")
  String change(
      @PathVariable UUID engagement,
      @PathVariable UUID step,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var id = new EngagementId(engagement);
    var stepId = new RoadmapStepId(step);
    var form = Form.of(typed);
    return roadmap
        .change(id, stepId, RoadmapForm.said(form), version)
        .fold(_ -> open(id), why -> stepPage(id, stepId, form(id, form, why), model));
  }

  @Needs("portfolio:write")
  @PostMapping("/roadmap/steps/{step}/remove")
  String remove(
      @PathVariable UUID engagement,
      @PathVariable UUID step,
      @RequestParam(defaultValue = "0") int version,
      Locale language,
      Model model) {
    var id = new EngagementId(engagement);
    return roadmap
        .remove(id, new RoadmapStepId(step), version)
        .fold(_ -> open(id), why -> overview(id, Form.empty().with(why), language, model));
  }

  /// What was typed, to be sent again to the roadmap as it is by now.
  private Form form(EngagementId id, Form typed, Refusal why) {
    return typed.with("version", roadmap.roadmap(id).version()).with(why);
  }

  private String stepPage(EngagementId id, @Nullable RoadmapStepId step, Form form, Model model) {
    model.addAttribute("engagement", id.value());
    model.addAttribute("step", step == null ? null : step.value());
    model.addAttribute("form", form);
    model.addAttribute("writes", may("portfolio:write", id));
    model.addAttribute("ideas", choices(titles(id)));
    model.addAttribute(
        "others",
        roadmap.roadmap(id).steps().stream()
            .map(PlannedRoadmap.Planned::step)
            .filter(one -> !one.id().equals(step))
            .map(one -> Choice.text(one.id().value().toString(), one.name()))
            .toList());
    return "portfolio/step";
  }

  private Map<IdeaId, String> titles(EngagementId id) {
    return portfolio.ranking(id).places().stream()
        .collect(Collectors.toMap(one -> one.idea().id(), one -> one.idea().title()));
  }

  private static List<Choice> choices(Map<IdeaId, String> titles) {
    return titles.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(one -> Choice.text(one.getKey().value().toString(), one.getValue()))
        .toList();
  }

  private static String open(EngagementId id) {
    return "redirect:/engagements/" + id.value() + "/roadmap";
  }

  private boolean may(String permission, EngagementId engagement) {
    return tenants
        .organisationOf(engagement)
        .map(organisation -> access.may(permission, organisation))
        .orElse(false);
  }
}
