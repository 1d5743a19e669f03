package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in: with a password, with the code of an app after it, or with a passkey.
@Controller
class SignInPages {

  private static final String COME_IN = "people must be able to come in";

  private final SignIn signIn;
  private final Arrivals arrivals;
  private final Passkeys passkeys;
  private final Ceremonies ceremonies;
  private final RelyingParty party;
  private final Provider provider;
  private final ObjectProvider<OneClickSignIn> oneClick;

  SignInPages(
      SignIn signIn,
      Arrivals arrivals,
      Passkeys passkeys,
      Ceremonies ceremonies,
      RelyingParty party,
      Provider provider,
      ObjectProvider<OneClickSignIn> oneClick) {
    this.signIn = signIn;
    this.arrivals = arrivals;
    this.passkeys = passkeys;
    this.ceremonies = ceremonies;
    this.party = party;
    this.provider = provider;
    this.oneClick = oneClick;
  }

  @Open(COME_IN)
  @GetMapping("/sign-in")
  String signIn(Model model) {
    return show(Form.empty(), model);
  }

  @Open(COME_IN)
  @PostMapping("/sign-in")
  String byPassword(
      @RequestParam MultiValueMap<String, String> typed,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var form = Form.of(typed);
    return signIn
        .byPassword(form.value("email"), form.value("password"))
        .map(person -> arrivals.after(person, How.PASSWORD, false, request, response))
        .map(next -> went(next, form, model))
        .orElseGet(() -> {
          model.addAttribute("failed", true);
          return show(form, model);
        });
  }

  private String went(Arrivals.Next next, Form form, Model model) {
    return switch (next) {
      case Arrivals.Next.In(var to) -> "redirect:" + to;
      case Arrivals.Next.Code() -> "redirect:/sign-in/code";
      case Arrivals.Next.Passkey() -> show(form.with(IdentityRefusal.USE_PASSKEY), model);
    };
  }

  @Open("half of the sign-in was done")
  @GetMapping("/sign-in/code")
  String code(Model model, HttpServletRequest request) {
    return arrivals.half(request).isEmpty() ? "redirect:/sign-in" : askCode(Form.empty(), model);
  }

  @Open("half of the sign-in was done")
  @PostMapping("/sign-in/code")
  String byCode(
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var half = arrivals.half(request);
    if (half.isEmpty()) return "redirect:/sign-in";
    return switch (arrivals.proveByCode(half.get(), code)) {
      case Done(var account) -> "redirect:" + arrivals.complete(account, request, response).to();
      case Refused(var why) -> askCode(Form.empty().with(why), model);
    };
  }

  private static String askCode(Form form, Model model) {
    model.addAttribute("form", form);
    return "identity/code";
  }

  @Open(COME_IN)
  @PostMapping("/sign-in/passkey")
  String byPasskey(
      @RequestParam(defaultValue = "") String credential,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var proved = ceremonies.takeRequest(request).map(asked -> passkeys.prove(asked, credential));
    if (proved.isPresent() && proved.get() instanceof Done(var person)) {
      return went(
          arrivals.after(person, How.PASSKEY, true, request, response), Form.empty(), model);
    }
    return show(Form.empty().with(IdentityRefusal.WRONG_PASSKEY), model);
  }

  private String show(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("relyingParty", party.name());
    model.addAttribute("provider", provider.name().orElse(null));
    model.addAttribute(
        "people", oneClick.stream().flatMap(demo -> demo.people().stream()).toList());
    return "identity/sign-in";
  }

  static List<Choice> languages() {
    return List.of(
        Choice.text("en", "English"),
        Choice.text("fr", "Français"),
        Choice.text("de", "Deutsch"),
        Choice.text("lb", "Lëtzebuergesch"));
  }
}
