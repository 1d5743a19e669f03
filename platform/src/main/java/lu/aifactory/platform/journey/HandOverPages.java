package lu.aifactory.platform.journey;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Handing an engagement over, and answering a hand-over.
@Controller
class HandOverPages {

  private final HandOvers handOvers;
  private final Journey journey;
  private final Advisors advisors;
  private final CurrentPerson current;
  private final EngagementFrame frame;
  private final Words words;

  HandOverPages(
      HandOvers handOvers,
      Journey journey,
      Advisors advisors,
      CurrentPerson current,
      EngagementFrame frame,
      Words words) {
    this.handOvers = handOvers;
    this.journey = journey;
    this.advisors = advisors;
    this.current = current;
    this.frame = frame;
    this.words = words;
  }

  @Needs("engagement:advise")
  @GetMapping("/engagements/{id}/hand-over")
  String propose(@PathVariable UUID id, Model model) {
    var engagement = new EngagementId(id);
    var points =
        journey.tasks(engagement).stream()
            .filter(Task::isOpen)
            .map(task ->
                "– "
                    + words.of(task)
                    + (task.due() == null ? "" : " (" + words.day(task.due()) + ")"))
            .collect(Collectors.joining("\n"));
    var form = Form.empty().with("id", UUID.randomUUID()).with("openPoints", points);
    return propose(engagement, form, model);
  }

  private String propose(EngagementId id, Form form, Model model) {
    var engagement = journey.engagement(id);
    frame.put(engagement, model);
    model.addAttribute("form", form);
    model.addAttribute("pending", handOvers.pending(id).orElse(null));
    model.addAttribute("colleagues", colleagues(engagement));
    return "journey/hand-over";
  }

  private List<Choice> colleagues(Engagement engagement) {
    return advisors.colleagues(current.get().id()).stream()
        .filter(one -> !one.account().equals(engagement.advisor()))
        .map(one -> Choice.text(one.account().value().toString(), one.name(), words.loadOf(one)))
        .toList();
  }

  @Needs("engagement:advise")
  @PostMapping("/engagements/{id}/hand-over")
  String propose(
      @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, Model model) {
    var form = Form.of(typed);
    var engagement = new EngagementId(id);
    var receiver =
        TaskPages.id(form.value("receiver"))
            .map(AccountId::new)
            .orElse(new AccountId(new UUID(0, 0)));
    return switch (handOvers.propose(
        engagement,
        new HandOverId(form.id()),
        receiver,
        form.value("reason"),
        form.value("openPoints"))) {
      case Done(_) -> "redirect:/engagements/" + id;
      case Refused(var why) -> propose(engagement, form.with(why), model);
    };
  }

  @Needs("engagement:advise")
  @PostMapping("/engagements/{id}/hand-over/withdraw")
  String withdraw(@PathVariable UUID id) {
    handOvers.withdraw(new EngagementId(id));
    return "redirect:/engagements/" + id;
  }

  @Needs("hand-over:answer")
  @GetMapping("/hand-overs/{id}")
  String one(@PathVariable UUID id, Model model) {
    return one(new HandOverId(id), Form.empty(), model);
  }

  private String one(HandOverId id, Form form, Model model) {
    var handOver = handOvers.handOver(id);
    model.addAttribute("handOver", handOver);
    model.addAttribute("form", form);
    model.addAttribute("mine", handOver.receiver().equals(current.get().id()));
    return "journey/hand-over-answer";
  }

  @Needs("hand-over:answer")
  @PostMapping("/hand-overs/{id}/accept")
  String accept(@PathVariable UUID id, Model model) {
    return answered(id, "", handOvers.accept(new HandOverId(id)), model);
  }

  @Needs("hand-over:answer")
  @PostMapping("/hand-overs/{id}/decline")
  String decline(@PathVariable UUID id, @RequestParam(defaultValue = "") String note, Model model) {
    return answered(id, note, handOvers.decline(new HandOverId(id), note), model);
  }

  private String answered(UUID id, String note, Outcome<HandOverId> outcome, Model model) {
    return switch (outcome) {
      case Done(var handOver) -> {
        var answered = handOvers.handOver(handOver);
        yield answered.answer() == HandOver.Answer.ACCEPTED
            ? "redirect:/engagements/" + answered.engagement().value()
            : "redirect:/hand-overs/" + id;
      }
      case Refused(var why) ->
          one(new HandOverId(id), Form.empty().with("note", note).with(why), model);
    };
  }
}
