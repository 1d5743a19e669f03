package lu.aifactory.platform.usecase;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Proposed texts beside what stands in the document, to be taken over or declined.
@Controller
@RequestMapping("/use-cases/{id}/proposals")
class TextProposalPages {

  /// @param now what stands in the field
  /// @param version of the section that shows it
  record Line(TextProposal proposal, String place, String now, int version) {}

  private final TextProposals proposals;
  private final UseCases useCases;
  private final Access access;
  private final MessageSource messages;

  TextProposalPages(
      TextProposals proposals, UseCases useCases, Access access, MessageSource messages) {
    this.proposals = proposals;
    this.useCases = useCases;
    this.access = access;
    this.messages = messages;
  }

  @GetMapping
  @Needs("usecase:read")
  String show(@PathVariable UUID id, Model model, Locale locale) {
    return page(new UseCaseId(id), Form.empty(), model, locale);
  }

  @PostMapping("/{proposal}/accept")
  @Needs("usecase:accept")
  String accept(
      @PathVariable UUID id,
      @PathVariable UUID proposal,
      @RequestParam int version,
      Model model,
      Locale locale) {
    var useCase = new UseCaseId(id);
    return afterwards(
        useCase, proposals.accept(useCase, proposal, version), Form.empty(), model, locale);
  }

  @PostMapping("/{proposal}/decline")
  @Needs("usecase:accept")
  String decline(
      @PathVariable UUID id,
      @PathVariable UUID proposal,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      Locale locale) {
    var useCase = new UseCaseId(id);
    var form = Form.empty().with("reason-" + proposal, reason);
    return afterwards(useCase, proposals.decline(useCase, proposal, reason), form, model, locale);
  }

  private String afterwards(
      UseCaseId id, Outcome<TextProposal> outcome, Form form, Model model, Locale locale) {
    return switch (outcome) {
      case Done<TextProposal> _ -> "redirect:/use-cases/" + id.value() + "/proposals";
      case Refused<TextProposal>(var why) -> page(id, form.with(why), model, locale);
    };
  }

  private String page(UseCaseId id, Form form, Model model, Locale locale) {
    var wording = new Wording(messages, locale);
    var useCase = useCases.show(id);
    var all = proposals.of(id);
    model.addAttribute("useCase", useCase);
    model.addAttribute("form", form);
    model.addAttribute("open", lines(all.stream().filter(TextProposal::isOpen).toList(), wording));
    model.addAttribute("over", lines(all.stream().filter(one -> !one.isOpen()).toList(), wording));
    model.addAttribute(
        "decides",
        useCase.sealed() == null && access.may("usecase:accept", useCase.summary().organisation()));
    return "usecase/proposals";
  }

  private List<Line> lines(List<TextProposal> all, Wording wording) {
    return all.stream()
        .map(one -> {
          var section = useCases.section(one.useCase(), one.section()).orElseThrow();
          return new Line(
              one,
              wording.section(one.section())
                  + " › "
                  + wording.label(one.section() + "." + one.field()),
              section.answers().text(one.field()),
              section.version());
        })
        .toList();
  }
}
