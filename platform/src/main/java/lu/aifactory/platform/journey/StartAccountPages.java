package lu.aifactory.platform.journey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lu.aifactory.platform.identity.Arrivals;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.NewAccount;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Secret;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The end of the first contact: a new account, or the one that somebody has.
@Controller
class StartAccountPages {

  private static final String LINK = "the unguessable link is what lets a visitor in";

  private final FirstContact contact;
  private final Identity identity;
  private final CurrentPerson current;
  private final Texts texts;
  private final Arrivals arrivals;

  StartAccountPages(
      FirstContact contact,
      Identity identity,
      CurrentPerson current,
      Texts texts,
      Arrivals arrivals) {
    this.arrivals = arrivals;
    this.contact = contact;
    this.identity = identity;
    this.current = current;
    this.texts = texts;
  }

  @Open(LINK)
  @GetMapping("/start/{link}/account")
  String account(@PathVariable String link, Model model) {
    return switch (contact.draft(new Secret(link))) {
      case Done(var intake) ->
          intake
              .open()
              .map(question -> StartPages.to(link, question.id()))
              .orElseGet(() -> account(link, filled(intake.answers()), model));
      case Refused(_) -> "journey/over";
    };
  }

  private static Form filled(Answers answers) {
    return Form.empty()
        .with("name", answers.first("name"))
        .with("email", answers.first("email"))
        .with("language", answers.first("language"));
  }

  private static String account(String link, Form form, Model model) {
    model.addAttribute("link", link);
    model.addAttribute("form", form);
    model.addAttribute(
        "taken",
        form.faults().stream()
            .anyMatch(fault -> fault.message().equals("identity.fault.email-taken")));
    model.addAttribute("languages", languages());
    return "journey/account";
  }

  static List<Choice> languages() {
    return Stream.of("lb", "fr", "de", "en")
        .map(code -> Choice.key(code, "journey.intake.language." + code))
        .toList();
  }

  @Open(LINK)
  @PostMapping("/start/{link}/account")
  String register(
      @PathVariable String link,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String language,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var account = new NewAccount(email, name, language, password);
    return switch (contact.register(new Secret(link), account)) {
      case Done(var engagement) -> {
        // Sent a second time with another password, the account stays as it was first made.
        if (current.find().isEmpty() && !arrivals.byPassword(email, password, request, response)) {
          yield "redirect:/sign-in";
        }
        yield "redirect:/engagements/" + engagement.value();
      }
      case Refused(var why) when why.kind() == Refusal.Kind.GONE -> "journey/over";
      case Refused(var why) ->
          account(
              link,
              Form.empty()
                  .with("name", name)
                  .with("email", email)
                  .with("language", language)
                  .with(why),
              model);
    };
  }

  /// For whoever has an account: asks to sign in first, then which organisation it is for.
  @Needs("profile:write")
  @GetMapping("/start/{link}/continue")
  String mine(@PathVariable String link, Model model) {
    return switch (contact.draft(new Secret(link))) {
      case Done(var intake) -> {
        model.addAttribute("link", link);
        model.addAttribute("form", Form.empty().with("organisation", ""));
        model.addAttribute("organisations", organisations(intake));
        yield "journey/continue";
      }
      case Refused(_) -> "journey/over";
    };
  }

  private List<Choice> organisations(Intake intake) {
    var own =
        current.get().organisations().stream()
            .map(id -> Choice.text(id.value().toString(), identity.nameOf(id).orElse("")))
            .toList();
    var all = new ArrayList<>(own);
    all.add(Choice.text("", intake.organisationName(), texts.of("journey.continue.new")));
    return all;
  }

  @Needs("profile:write")
  @PostMapping("/start/{link}/continue")
  String join(@PathVariable String link, @RequestParam Optional<UUID> organisation, Model model) {
    Outcome<EngagementId> outcome =
        organisation
            .map(id -> contact.join(new OrganisationId(id), new Secret(link)))
            .orElseGet(() -> contact.join(new Secret(link)));
    return switch (outcome) {
      case Done(var engagement) -> "redirect:/engagements/" + engagement.value();
      case Refused(var why) when why.kind() == Refusal.Kind.GONE -> "journey/over";
      case Refused(_) -> StartPages.to(link);
    };
  }
}
