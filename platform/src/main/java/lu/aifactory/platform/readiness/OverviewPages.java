package lu.aifactory.platform.readiness;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an engagement has of assessments, and the start of one.
@Controller
class OverviewPages {

  private final Readiness readiness;
  private final Texts texts;

  OverviewPages(Readiness readiness, Texts texts) {
    this.readiness = readiness;
    this.texts = texts;
  }

  record Line(String questionnaire, String finding, Instant at, String href) {}

  @Needs("readiness:read")
  @GetMapping("/engagements/{engagement}/readiness")
  String overview(@PathVariable UUID engagement, Locale language, Model model) {
    var id = new EngagementId(engagement);
    var history = readiness.history(id);
    model.addAttribute("engagement", engagement);
    var open = history.stream().filter(each -> !each.finished()).findFirst();
    model.addAttribute("open", open.orElse(null));
    model.addAttribute("continueAt", open.map(OverviewPages::next).orElse(null));
    model.addAttribute("startAt", Links.overview(id) + "/start");
    model.addAttribute("assessed", history.stream().anyMatch(Assessment::finished));
    model.addAttribute(
        "finished",
        history.stream()
            .filter(Assessment::finished)
            .map(each ->
                new Line(
                    each.questionnaire().title().in(language),
                    new ReportWords(texts, language, each).finding(),
                    Objects.requireNonNull(each.finishedAt()),
                    Links.report(each.id())))
            .toList());
    return "readiness/overview";
  }

  @Needs("readiness:answer")
  @GetMapping("/engagements/{engagement}/readiness/start")
  String askFacts(
      @PathVariable UUID engagement,
      @RequestParam(defaultValue = "light") String depth,
      Locale language,
      Model model) {
    var history = readiness.history(new EngagementId(engagement));
    var open = history.stream().filter(each -> !each.finished()).findFirst();
    if (open.isPresent()) {
      return "redirect:" + Links.facts(open.get().id());
    }
    // What applied last time most likely still does.
    var before = history.stream().findFirst().map(Assessment::triggers).orElse(Set.of());
    var form =
        Form.of(Map.of("facts", List.copyOf(before)))
            .with("id", UUID.randomUUID())
            .with("depth", known(depth).code());
    return factsPage(
        model,
        form,
        readiness.questionnaire(known(depth)),
        language,
        "/engagements/" + engagement + "/readiness/start",
        Links.overview(new EngagementId(engagement)));
  }

  @Needs("readiness:answer")
  @PostMapping("/engagements/{engagement}/readiness/start")
  String start(
      @PathVariable UUID engagement,
      @RequestParam UUID id,
      @RequestParam(defaultValue = "light") String depth,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var form = Form.of(typed);
    var started =
        readiness.start(
            new EngagementId(engagement),
            new AssessmentId(id),
            known(depth),
            new HashSet<>(form.all("facts")));
    return switch (started) {
      case Outcome.Done<Assessment>(var assessment) -> "redirect:" + next(assessment);
      case Outcome.Refused<Assessment>(ReadinessRefusal.AlreadyOpen(var open)) ->
          "redirect:" + next(readiness.assessment(open));
      case Outcome.Refused<Assessment>(var why) ->
          factsPage(
              model,
              form.with(why),
              readiness.questionnaire(known(depth)),
              language,
              "/engagements/" + engagement + "/readiness/start",
              Links.overview(new EngagementId(engagement)));
    };
  }

  @Needs("readiness:answer")
  @GetMapping("/readiness/{assessment}/facts")
  String facts(@PathVariable UUID assessment, Locale language, Model model) {
    var stored = readiness.assessment(new AssessmentId(assessment));
    if (stored.finished()) {
      return "redirect:" + Links.report(stored.id());
    }
    var form = Form.of(Map.of("facts", List.copyOf(stored.triggers())));
    return factsPage(model, form, stored, language);
  }

  @Needs("readiness:answer")
  @PostMapping("/readiness/{assessment}/facts")
  String changeFacts(
      @PathVariable UUID assessment,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var id = new AssessmentId(assessment);
    var form = Form.of(typed);
    return switch (readiness.changeFacts(id, new HashSet<>(form.all("facts")))) {
      case Outcome.Done<Assessment>(var changed) -> "redirect:" + next(changed);
      case Outcome.Refused<Assessment>(Refusal why) ->
          why instanceof ReadinessRefusal.Finished
              ? "redirect:" + Links.report(id)
              : factsPage(model, form.with(why), readiness.assessment(id), language);
    };
  }

  /// An address that names no depth of ours asks for the light one.
  private static Depth known(String depth) {
    return Depth.named(depth) instanceof Outcome.Done<Depth>(var named) ? named : Depth.LIGHT;
  }

  /// Where answering goes on: at the first open question, or at the answers when all are there.
  static String next(Assessment assessment) {
    return assessment.open().stream()
        .findFirst()
        .map(item -> Links.question(assessment.id(), item.id()))
        .orElse(Links.check(assessment.id()));
  }

  private String factsPage(Model model, Form form, Assessment stored, Locale language) {
    return factsPage(
        model,
        form,
        stored.questionnaire(),
        language,
        Links.facts(stored.id()),
        Links.overview(stored.engagement()));
  }

  private static String factsPage(
      Model model,
      Form form,
      Questionnaire questionnaire,
      Locale language,
      String action,
      String back) {
    model.addAttribute("form", form);
    model.addAttribute("action", action);
    model.addAttribute("back", back);
    model.addAttribute(
        "facts",
        questionnaire.triggers().stream()
            .map(trigger -> Choice.text(trigger.id(), trigger.text().in(language)))
            .toList());
    return "readiness/facts";
  }
}
