package lu.aifactory.platform.identity;

import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
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

/// One's own account: profile and API tokens.
@Controller
class AccountPages {

  private static final int DEFAULT_DAYS = 90;

  private final Administration administration;
  private final Tokens tokens;
  private final PermissionTable permissions;
  private final CurrentPerson current;

  AccountPages(
      Administration administration,
      Tokens tokens,
      PermissionTable permissions,
      CurrentPerson current) {
    this.administration = administration;
    this.tokens = tokens;
    this.permissions = permissions;
    this.current = current;
  }

  @Needs("profile:read")
  @GetMapping("/account")
  String account(Model model) {
    return show(model, profile());
  }

  @Needs("profile:write")
  @PostMapping("/account")
  String change(@RequestParam MultiValueMap<String, String> typed, Model model) {
    var form = Form.of(typed);
    return switch (administration.changeProfile(form.value("name"), form.value("language"))) {
      case Done(var changed) ->
          "redirect:/account?lang=" + form.value("language") + "&saved=profile";
      case Refused(var why) -> show(model, form.with(why));
    };
  }

  @Needs("token:manage")
  @GetMapping("/account/tokens")
  String tokens(Model model) {
    return showTokens(model, newToken(), null);
  }

  @Needs("token:manage")
  @PostMapping("/account/tokens")
  String makeToken(@RequestParam MultiValueMap<String, String> typed, Model model) {
    var form = Form.of(typed);
    return switch (make(form)) {
      // Shown in this very answer and nowhere else: a redirect would have to keep the secret
      // somewhere.
      case Done(var made) -> showTokens(model, newToken(), made.secret().text());
      case Refused(var why) -> showTokens(model, form.with(why), null);
    };
  }

  private Outcome<Tokens.Made> make(Form form) {
    var days = form.value("days").matches("\\d{1,4}") ? Integer.parseInt(form.value("days")) : 0;
    return tokens.make(new Tokens.Draft(form.id(), form.value("name"), form.all("scopes"), days));
  }

  @Needs("token:manage")
  @PostMapping("/account/tokens/{token}/revoke")
  String revoke(@PathVariable UUID token) {
    tokens.revoke(token);
    return "redirect:/account/tokens";
  }

  private String show(Model model, Form profile) {
    model.addAttribute("form", profile);
    model.addAttribute("person", current.get());
    model.addAttribute("languages", SignInPages.languages());
    return "identity/account";
  }

  private String showTokens(Model model, Form form, @Nullable String secret) {
    model.addAttribute("form", form);
    model.addAttribute("secret", secret);
    model.addAttribute("tokens", tokens.mine());
    model.addAttribute("scopes", scopes());
    return "identity/tokens";
  }

  private List<Choice> scopes() {
    return permissions.permissionsOf(current.get()).stream()
        .map(permission -> Choice.text(permission, permission))
        .toList();
  }

  private Form profile() {
    var person = current.get();
    return Form.empty()
        .with("name", person.name())
        .with("language", person.language().getLanguage());
  }

  private static Form newToken() {
    return Form.empty().with("id", UUID.randomUUID()).with("days", DEFAULT_DAYS);
  }
}
