package lu.aifactory.platform.journey;

import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Difference;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who looks after an engagement, for those who decide it.
@Controller
class AssignmentPages {

  private final Journey journey;
  private final Advisors advisors;
  private final EngagementFrame frame;
  private final Words words;
  private final Texts texts;

  AssignmentPages(
      Journey journey, Advisors advisors, EngagementFrame frame, Words words, Texts texts) {
    this.journey = journey;
    this.advisors = advisors;
    this.frame = frame;
    this.words = words;
    this.texts = texts;
  }

  @Needs("engagement:assign")
  @GetMapping("/engagements/{id}/advisor")
  String advisor(@PathVariable UUID id, Model model) {
    var engagement = journey.engagement(new EngagementId(id));
    var chosen = engagement.advisor() == null ? "" : engagement.advisor().value().toString();
    return advisor(
        engagement,
        Form.empty().with("advisor", chosen).with("version", engagement.version()),
        model);
  }

  private String advisor(Engagement engagement, Form form, Model model) {
    frame.put(engagement, model);
    model.addAttribute("form", form);
    model.addAttribute("choice", journey.whyThisAdvisor(engagement.id()));
    model.addAttribute("choices", advisors.all().stream().map(this::choice).toList());
    return "journey/assign";
  }

  private Choice choice(Advisors.Advisor advisor) {
    return Choice.text(advisor.account().value().toString(), advisor.name(), words.loadOf(advisor));
  }

  @Needs("engagement:assign")
  @PostMapping("/engagements/{id}/advisor")
  String reassign(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String advisor,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam int version,
      Model model) {
    var engagement = new EngagementId(id);
    var chosen =
        advisors.all().stream()
            .map(Advisors.Advisor::account)
            .filter(account -> account.value().toString().equals(advisor))
            .findFirst()
            .orElseGet(() -> new AccountId(new UUID(0, 0)));
    return switch (advisors.reassign(engagement, chosen, reason, version)) {
      case Done(_) -> "redirect:/engagements/" + id;
      case Refused(var why) -> {
        var now = journey.engagement(engagement);
        var form = Form.empty().with("advisor", advisor).with("reason", reason).with(why);
        if (!(why instanceof Refusal.Changed)) {
          yield advisor(now, form.with("version", version), model);
        }
        if (!chosen.equals(now.advisor())) {
          model.addAttribute("changes", List.of(difference(now, chosen)));
        }
        yield advisor(now, form.with("version", now.version()), model);
      }
    };
  }

  private Difference difference(Engagement now, AccountId chosen) {
    var theirs = now.advisorName();
    var yours =
        advisors.all().stream()
            .filter(one -> one.account().equals(chosen))
            .map(Advisors.Advisor::name)
            .findFirst()
            .orElse("");
    return new Difference(
        texts.of("journey.assign.advisor"),
        theirs == null ? texts.of("journey.engagement.no-advisor") : theirs,
        yours);
  }
}
