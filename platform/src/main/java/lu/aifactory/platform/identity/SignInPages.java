package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Coming in: the sign-in page, the first administrator, an accepted invitation.
@Controller
class SignInPages {

  private static final String LINK_HOLDER = "whoever holds the link was invited";

  private final Administration administration;
  private final Invitations invitations;
  private final FirstAdministrator firstAdministrator;
  private final Sessions sessions;
  private final ObjectProvider<OneClickSignIn> oneClick;

  SignInPages(
      Administration administration,
      Invitations invitations,
      FirstAdministrator firstAdministrator,
      Sessions sessions,
      ObjectProvider<OneClickSignIn> oneClick) {
    this.administration = administration;
    this.invitations = invitations;
    this.firstAdministrator = firstAdministrator;
    this.sessions = sessions;
    this.oneClick = oneClick;
  }

  @Open("people must be able to come in")
  @GetMapping("/sign-in")
  String signIn(@RequestParam(required = false) @Nullable String failed, Model model) {
    model.addAttribute("failed", failed != null);
    model.addAttribute(
        "people", oneClick.stream().flatMap(demo -> demo.people().stream()).toList());
    return "identity/sign-in";
  }

  @Open("whoever started the factory holds this one-time link")
  @GetMapping("/first/{link}")
  String first(@PathVariable String link, Model model) {
    if (!firstAdministrator.opens(link)) {
      throw new NotVisible("first administrator's link");
    }
    model.addAttribute("form", Form.empty().with("language", "en"));
    model.addAttribute("languages", languages());
    return "identity/first";
  }

  @Open("whoever started the factory holds this one-time link")
  @PostMapping("/first/{link}")
  String makeFirst(
      @PathVariable String link,
      @RequestParam MultiValueMap<String, String> typed,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!firstAdministrator.opens(link)) {
      throw new NotVisible("first administrator's link");
    }
    var form = Form.of(typed);
    var account =
        new NewAccount(
            form.value("email"),
            form.value("name"),
            form.value("language"),
            form.value("password"));
    return switch (administration.first(account)) {
      case Done(var made) -> {
        firstAdministrator.used();
        sessions.begin(made, request, response);
        yield "redirect:/";
      }
      case Refused(var why) -> {
        model.addAttribute("form", form.with(why));
        model.addAttribute("languages", languages());
        yield "identity/first";
      }
    };
  }

  @Open(LINK_HOLDER)
  @GetMapping("/invitations/{link}")
  String invitation(@PathVariable String link, Model model) {
    return invitations
        .behind(new Secret(link))
        .map(found -> {
          model.addAttribute("invitation", found);
          model.addAttribute("link", link);
          model.addAttribute("form", Form.empty());
          return "identity/invitation";
        })
        .orElse("identity/link-ended");
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
    var secret = new Secret(link);
    var found = invitations.behind(secret);
    if (found.isEmpty()) {
      return "identity/link-ended";
    }
    return switch (invitations.accept(secret, form.value("name"), form.value("password"))) {
      case Done(var made) -> {
        sessions.begin(made, request, response);
        yield "redirect:/";
      }
      case Refused(var why) -> {
        model.addAttribute("invitation", found.get());
        model.addAttribute("link", link);
        model.addAttribute("form", form.with(why));
        yield "identity/invitation";
      }
    };
  }

  @Needs("profile:write")
  @PostMapping("/invitations/{link}/join")
  String join(@PathVariable String link, Model model) {
    return switch (invitations.join(new Secret(link))) {
      case Done(var joined) -> "redirect:/";
      case Refused(var why) -> {
        model.addAttribute("why", why);
        yield "identity/link-ended";
      }
    };
  }

  static List<Choice> languages() {
    return List.of(
        Choice.text("en", "English"),
        Choice.text("fr", "Français"),
        Choice.text("de", "Deutsch"),
        Choice.text("lb", "Lëtzebuergesch"));
  }
}
