package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// Proving once more who one is, before one changes how one signs in: an unlocked computer must not be enough for that.
@Controller
class ConfirmPages {

  private static final Pattern OWN_PAGE = Pattern.compile("/account/security(/[a-z0-9-]+)*");

  private final SignIn signIn;
  private final Arrivals arrivals;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Ceremonies ceremonies;
  private final RelyingParty party;
  private final Provider provider;
  private final ProviderTickets tickets;
  private final Sessions sessions;
  private final CurrentPerson current;

  ConfirmPages(
      SignIn signIn,
      Arrivals arrivals,
      SecondFactors factors,
      Passkeys passkeys,
      Ceremonies ceremonies,
      RelyingParty party,
      Provider provider,
      ProviderTickets tickets,
      Sessions sessions,
      CurrentPerson current) {
    this.signIn = signIn;
    this.arrivals = arrivals;
    this.factors = factors;
    this.passkeys = passkeys;
    this.ceremonies = ceremonies;
    this.party = party;
    this.provider = provider;
    this.tickets = tickets;
    this.sessions = sessions;
    this.current = current;
  }

  /// Leads to the proof, and from there to a page of the account.
  static String before(String next) {
    return "redirect:"
        + UriComponentsBuilder.fromPath("/account/confirm").queryParam("next", next).toUriString();
  }

  /// The page of the account that was asked for, and no other place.
  static String checked(String next) {
    return OWN_PAGE.matcher(next).matches() ? next : "/account/security";
  }

  @Needs("profile:write")
  @GetMapping("/account/confirm")
  String confirm(
      @RequestParam(defaultValue = "") String next, Model model, HttpServletRequest request) {
    return show(Form.empty().with("next", checked(next)), model, request);
  }

  @Needs("profile:write")
  @PostMapping("/account/confirm")
  String byPassword(
      @RequestParam MultiValueMap<String, String> typed, Model model, HttpServletRequest request) {
    var form = Form.of(typed);
    var person = current.get();
    if (signIn.byPassword(person.email(), form.value("password")).isEmpty()) {
      return show(
          form.with(new Fault("password", "identity.refusal.wrong-password")), model, request);
    }
    if (factors.isAskedOf(person.id())
        && arrivals.proveByCode(person.id(), form.value("code")) instanceof Refused(var why)) {
      return show(form.with(why), model, request);
    }
    return proved(factors.isAskedOf(person.id()), form, request);
  }

  @Needs("profile:write")
  @PostMapping("/account/confirm/passkey/options")
  ResponseEntity<String> options(HttpServletRequest request) {
    return ceremonies.ask(passkeys.challenge(current.get().email()), request);
  }

  @Needs("profile:write")
  @PostMapping("/account/confirm/passkey")
  String byPasskey(
      @RequestParam MultiValueMap<String, String> typed, Model model, HttpServletRequest request) {
    var form = Form.of(typed);
    var asked = ceremonies.takeRequest(request);
    if (asked.isPresent()
        && passkeys.prove(asked.get(), form.value("credential")) instanceof Done(var person)
        && person.id().equals(current.get().id())) {
      return proved(true, form, request);
    }
    return show(form.with(IdentityRefusal.WRONG_PASSKEY), model, request);
  }

  private String proved(boolean strong, Form form, HttpServletRequest request) {
    sessions.proved(request, strong);
    return "redirect:" + checked(form.value("next"));
  }

  private String show(Form form, Model model, HttpServletRequest request) {
    var next = checked(form.value("next"));
    model.addAttribute("form", form);
    model.addAttribute("next", next);
    model.addAttribute("ways", factors.myWays());
    model.addAttribute("relyingParty", party.name());
    model.addAttribute("provider", provider.name().orElse(null));
    model.addAttribute("ticket", tickets.fresh(ProviderTickets.Purpose.CONFIRM, next, request));
    return "identity/confirm";
  }
}
