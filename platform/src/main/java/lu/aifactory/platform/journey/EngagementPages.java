package lu.aifactory.platform.journey;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.documents.Documents;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.Member;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of engagements, one engagement, and its stage.
@Controller
class EngagementPages {

  private static final int TIMELINE = 10;

  private final Journey journey;
  private final Advisors advisors;
  private final Identity identity;
  private final Documents documents;
  private final Access access;
  private final Words words;
  private final EngagementFrame frame;
  private final List<EngagementPart> parts;

  EngagementPages(
      Journey journey,
      Advisors advisors,
      Identity identity,
      Documents documents,
      Access access,
      Words words,
      EngagementFrame frame,
      ObjectProvider<EngagementPart> parts) {
    this.journey = journey;
    this.advisors = advisors;
    this.identity = identity;
    this.documents = documents;
    this.access = access;
    this.words = words;
    this.frame = frame;
    this.parts = parts.stream().sorted(Comparator.comparingInt(EngagementPart::order)).toList();
  }

  @Needs("engagement:read")
  @GetMapping("/engagements")
  String list(
      @Listing(
              sorts = {"-changed", "opened", "title", "organisation", "advisor", "stage", "until"},
              filters = {"stage", "waiting"})
          ListQuery query,
      Model model) {
    model.addAttribute("page", journey.list(query));
    model.addAttribute("stages", stages());
    model.addAttribute(
        "waits",
        List.of("organisation", "advisor", "partner", "factory", "nobody").stream()
            .map(who -> Choice.key(who, "journey.filter.waiting." + who))
            .toList());
    model.addAttribute("words", words);
    return "journey/engagements";
  }

  @Needs("engagement:read")
  @GetMapping("/engagements/export.csv")
  void export(
      @Listing(
              sorts = {"-changed", "opened", "title", "organisation", "advisor", "stage", "until"},
              filters = {"stage", "waiting"})
          ListQuery query,
      HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"engagements.csv\"");
    var csv =
        Csv.to(
            response.getWriter(),
            List.of(
                "id",
                "organisation",
                "title",
                "stage",
                "advisor",
                "waiting for",
                "until",
                "opened",
                "changed"));
    journey.export(query, one -> write(csv, row(one)));
  }

  private static void write(Csv csv, List<? extends @Nullable Object> row) {
    try {
      csv.row(row);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<@Nullable Object> row(Engagement one) {
    var waiting = one.waiting();
    return Arrays.<@Nullable Object>asList(
        one.id().value(),
        one.organisationName(),
        one.title(),
        one.stage().code(),
        one.advisorName(),
        waiting == null ? null : waiting.who().code(),
        waiting == null ? null : waiting.until(),
        one.openedAt(),
        one.changedAt());
  }

  @Needs("engagement:read")
  @GetMapping("/engagements/{id}")
  String one(@PathVariable UUID id, @RequestParam(defaultValue = "0") long before, Model model) {
    var engagement = journey.engagement(new EngagementId(id));
    frame.put(engagement, model);
    work(engagement, model);
    var lines = journey.timeline(engagement.id(), before, TIMELINE);
    model.addAttribute("timeline", lines.stream().map(words::of).toList());
    model.addAttribute("older", lines.size() == TIMELINE ? lines.getLast().number() : 0);
    model.addAttribute("choice", journey.whyThisAdvisor(engagement.id()));
    model.addAttribute("away", advisors.away(engagement.id()).orElse(null));
    model.addAttribute("people", people(engagement));
    model.addAttribute(
        "parts",
        parts.stream()
            .filter(part -> access.may(part.permission(), engagement.organisation()))
            .toList());
    documents(engagement, model);
    model.addAttribute("stages", stageNames());
    model.addAttribute(
        "said", words.answers(Questions.current(), journey.firstContact(engagement.id()), null));
    return "journey/engagement";
  }

  private void work(Engagement engagement, Model model) {
    var side = journey.mySide(engagement.id()).orElse(null);
    var steps = journey.steps(engagement.id());
    var next = NextStep.choose(steps, side).orElse(null);
    model.addAttribute("next", next);
    model.addAttribute("mine", next != null && next.who() == side);
    model.addAttribute("tasks", journey.tasks(engagement.id()));
    model.addAttribute(
        "others",
        steps.stream().filter(step -> step.task() == null && !step.equals(next)).toList());
  }

  private void documents(Engagement engagement, Model model) {
    var page = "/engagements/" + engagement.id().value() + "#documents";
    if (access.may("document:read", engagement.organisation())) {
      model.addAttribute("documents", documents.about(engagement.id()));
    }
    if (access.may("document:write", engagement.organisation())) {
      model.addAttribute("upload", documents.uploadForm(engagement.id(), page));
    }
  }

  private List<Member> people(Engagement engagement) {
    return access.may("member:read", engagement.organisation())
        ? identity.members(engagement.organisation())
        : List.of();
  }

  @Needs("engagement:advise")
  @GetMapping("/engagements/{id}/stage")
  String stage(@PathVariable UUID id, Model model) {
    var engagement = journey.engagement(new EngagementId(id));
    return stage(
        engagement,
        Form.empty().with("stage", engagement.stage().code()).with("version", engagement.version()),
        model);
  }

  private String stage(Engagement engagement, Form form, Model model) {
    frame.put(engagement, model);
    model.addAttribute("form", form);
    model.addAttribute("stages", stages());
    return "journey/stage";
  }

  @Needs("engagement:advise")
  @PostMapping("/engagements/{id}/stage")
  String move(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String stage,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam int version,
      Model model) {
    var engagement = new EngagementId(id);
    var chosen = stages().stream().anyMatch(choice -> choice.value().equals(stage));
    var target = chosen ? Engagements.stage(stage) : journey.engagement(engagement).stage();
    return switch (journey.move(engagement, target, reason, version)) {
      case Done(_) -> "redirect:/engagements/" + id;
      case Refused(var why) -> {
        var now = journey.engagement(engagement);
        var form = Form.empty().with("stage", stage).with("reason", reason).with(why);
        if (!(why instanceof Refusal.Changed))
          yield stage(now, form.with("version", version), model);
        if (now.stage() != target) {
          model.addAttribute("changes", List.of(words.differ(now.stage(), target)));
        }
        yield stage(now, form.with("version", now.version()), model);
      }
    };
  }

  static List<Choice> stages() {
    return Arrays.stream(Stage.values())
        .map(stage -> Choice.key(stage.code(), stage.messageKey()))
        .toList();
  }

  private static List<String> stageNames() {
    return Arrays.stream(Stage.values()).map(Stage::messageKey).toList();
  }
}
