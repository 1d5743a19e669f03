package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// How one signs in, and where one is signed in.
@Controller
class SecurityPages {

  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final OutsideIdentities outside;
  private final ComingIn comingIn;
  private final Provider provider;

  SecurityPages(
      SecondFactors factors,
      Passkeys passkeys,
      OutsideIdentities outside,
      ComingIn comingIn,
      Provider provider) {
    this.factors = factors;
    this.passkeys = passkeys;
    this.outside = outside;
    this.comingIn = comingIn;
    this.provider = provider;
  }

  @Needs("profile:read")
  @GetMapping("/account/security")
  String security(Model model, HttpServletRequest request) {
    model.addAttribute("ways", factors.myWays());
    model.addAttribute("factor", factors.mine());
    model.addAttribute("passkeys", passkeys.mine());
    model.addAttribute("outside", outside.mine());
    model.addAttribute("provider", provider.name().orElse(null));
    model.addAttribute("sessions", comingIn.mine(request.getSession(false)));
    return "identity/security";
  }

  @Needs("profile:write")
  @PostMapping("/account/security/sessions/{session}/end")
  String end(@PathVariable UUID session) {
    if (comingIn.end(session) instanceof Refused<?>) throw new NotVisible("session");
    return "redirect:/account/security?saved=session#sessions";
  }

  @Needs("profile:write")
  @PostMapping("/account/security/sessions/end")
  String endAll(HttpServletRequest request) {
    comingIn.endAll();
    var session = request.getSession(false);
    if (session != null) session.invalidate();
    return "redirect:/sign-in?out=everywhere";
  }
}
