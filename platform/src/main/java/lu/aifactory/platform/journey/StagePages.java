package lu.aifactory.platform.journey;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where an engagement stands, how it ends, and how it goes on again.
@Controller
@RequestMapping("/engagements/{id}")
class StagePages {

  private final Journey journey;
  private final Progress progress;
  private final EngagementFrame frame;
  private final Words words;

  StagePages(Journey journey, Progress progress, EngagementFrame frame, Words words) {
    this.journey = journey;
    this.progress = progress;
    this.frame = frame;
    this.words = words;
  }

  @Needs("engagement:advise")
  @GetMapping("/stage")
  String stage(@PathVariable UUID id, Model model) {
    var engagement = journey.engagement(new EngagementId(id));
    var form =
        Form.empty()
            .with("stage", engagement.stage().code())
            .with("ending", "done")
            .with("version", engagement.version());
    return show("journey/stage", engagement, form, model);
  }

  @Needs("engagement:advise")
  @GetMapping("/end")
  String end(@PathVariable UUID id, Model model) {
    var engagement = journey.engagement(new EngagementId(id));
    var form = Form.empty().with("version", engagement.version());
    return show("journey/end", engagement, form, model);
  }

  private String show(String template, Engagement engagement, Form form, Model model) {
    frame.put(engagement, model);
    model.addAttribute("form", form);
    model.addAttribute("visits", progress.visits(engagement.id()));
    model.addAttribute("stages", stages());
    model.addAttribute("endings", choices("journey.ending.", "done", "skipped"));
    model.addAttribute(
        "closings",
        Arrays.stream(Closing.values())
            .map(one -> Choice.key(one.code(), "journey.closing." + one.code()))
            .toList());
    return template;
  }

  private static List<Choice> choices(String key, String... codes) {
    return Arrays.stream(codes).map(code -> Choice.key(code, key + code)).toList();
  }

  @Needs("engagement:advise")
  @PostMapping("/stage")
  String move(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String stage,
      @RequestParam(defaultValue = "done") String ending,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam int version,
      Model model) {
    var engagement = new EngagementId(id);
    var chosen = stages().stream().anyMatch(choice -> choice.value().equals(stage));
    var target = chosen ? Engagements.stage(stage) : journey.engagement(engagement).stage();
    var form = Form.empty().with("stage", stage).with("ending", ending).with("reason", reason);
    return switch (progress.move(engagement, target, ending.equals("skipped"), reason, version)) {
      case Done(_) -> "redirect:/engagements/" + id;
      case Refused(var why) -> {
        var now = journey.engagement(engagement);
        if (why instanceof Refusal.Changed && now.stage() != target) {
          model.addAttribute("changes", List.of(words.differ(now.stage(), target)));
        }
        var kept = why instanceof Refusal.Changed ? now.version() : version;
        yield show("journey/stage", now, form.with("version", kept).with(why), model);
      }
    };
  }

  @Needs("engagement:advise")
  @PostMapping("/end")
  String end(
      @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, Model model) {
    var form = Form.of(typed);
    var engagement = new EngagementId(id);
    return ended(
        engagement,
        form,
        progress.close(
            engagement,
            Closing.of(form.value("outcome")).orElse(null),
            form.value("reason"),
            version(form)),
        model);
  }

  @Needs("engagement:advise")
  @PostMapping("/reopen")
  String reopen(
      @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, Model model) {
    var form = Form.of(typed);
    var engagement = new EngagementId(id);
    return ended(
        engagement, form, progress.reopen(engagement, form.value("reason"), version(form)), model);
  }

  private String ended(EngagementId id, Form form, Outcome<EngagementId> outcome, Model model) {
    return switch (outcome) {
      case Done(_) -> "redirect:/engagements/" + id.value();
      case Refused(var why) -> {
        var now = journey.engagement(id);
        yield show("journey/end", now, form.with("version", now.version()).with(why), model);
      }
    };
  }

  private static int version(Form form) {
    return form.value("version").matches("[0-9]{1,9}")
        ? Integer.parseInt(form.value("version"))
        : 0;
  }

  static List<Choice> stages() {
    return Arrays.stream(Stage.values())
        .map(stage -> Choice.key(stage.code(), stage.messageKey()))
        .toList();
  }
}
