package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lu.aifactory.platform.identity.ProviderTickets.Purpose;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an invited person sees.
@Controller
class InvitationPages {

  private static final String LINK_HOLDER = "whoever holds the link was invited";

  private final Invitations invitations;
  private final Sessions sessions;
  private final CurrentPerson current;
  private final Provider provider;
  private final ProviderTickets tickets;

  InvitationPages(
      Invitations invitations,
      Sessions sessions,
      CurrentPerson current,
      Provider provider,
      ProviderTickets tickets) {
    this.provider = provider;
    this.tickets = tickets;
    this.invitations = invitations;
    this.sessions = sessions;
    this.current = current;
  }

  @Open(LINK_HOLDER)
  @GetMapping("/invitations/{link}")
  String invitation(@PathVariable String link, Model model, HttpServletRequest request) {
    return show(link, Form.empty(), model, request);
  }

  @Open(LINK_HOLDER)
  @PostMapping("/invitations/{link}")
  String accept(
      @PathVariable String link,
      @RequestParam MultiValueMap<String, String> typed,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var form = Form.of(typed);
    var outcome =
        invitations.accept(
            new Secret(link),
            form.value("name"),
            form.value("password"),
            new Invitations.From(request.getRemoteAddr()));
    return switch (outcome) {
      case Done(var made) -> {
        sessions.begin(made, request, response);
        yield "redirect:/";
      }
      case Refused(var why) -> show(link, form.with(why), model, request);
    };
  }

  @Needs("profile:write")
  @PostMapping("/invitations/{link}/join")
  String join(@PathVariable String link, Model model, HttpServletRequest request) {
    var from = new Invitations.From(request.getRemoteAddr());
    return switch (invitations.join(new Secret(link), from)) {
      case Done(var joined) -> "redirect:/";
      case Refused(var why) -> ended(why, model);
    };
  }

  private String show(String link, Form form, Model model, HttpServletRequest request) {
    return switch (invitations.open(new Secret(link))) {
      case Refused(var why) -> ended(why, model);
      case Done(var found) -> {
        model.addAttribute("invitation", found);
        model.addAttribute("link", link);
        model.addAttribute("form", form);
        model.addAttribute("someone", current.find().orElse(null));
        var name = provider.name();
        model.addAttribute("provider", name.orElse(null));
        if (name.isPresent()) {
          model.addAttribute("ticket", tickets.fresh(Purpose.INVITATION, link, request));
        }
        yield "identity/invitation";
      }
    };
  }

  private static String ended(@Nullable Object why, Model model) {
    model.addAttribute("why", why);
    return "identity/link-ended";
  }
}
