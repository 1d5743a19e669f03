package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own password: changed, given to an account that has none, or removed from one that has another way in.
@Controller
class PasswordPages {

  private static final String HERE = "/account/security/password";

  private final Administration administration;
  private final SecondFactors factors;
  private final Sessions sessions;

  PasswordPages(Administration administration, SecondFactors factors, Sessions sessions) {
    this.administration = administration;
    this.factors = factors;
    this.sessions = sessions;
  }

  @Needs("profile:write")
  @GetMapping(HERE)
  String password(Model model, HttpServletRequest request) {
    return needsProof(request) ? ConfirmPages.before(HERE) : show(Form.empty(), model);
  }

  @Needs("profile:write")
  @PostMapping(HERE)
  String change(
      @RequestParam MultiValueMap<String, String> typed, Model model, HttpServletRequest request) {
    var form = Form.of(typed);
    if (needsProof(request)) return ConfirmPages.before(HERE);
    var fresh = form.value("fresh");
    return after(
        factors.myWays().password()
            ? administration.changePassword(form.value("old"), fresh)
            : administration.givePassword(fresh),
        form,
        model,
        request);
  }

  @Needs("profile:write")
  @PostMapping(HERE + "/remove")
  String remove(Model model, HttpServletRequest request) {
    return sessions.isFresh(request)
        ? after(administration.removePassword(), Form.empty(), model, request)
        : ConfirmPages.before(HERE);
  }

  // Whoever changes a password proves themselves by the old one.
  private boolean needsProof(HttpServletRequest request) {
    return !factors.myWays().password() && !sessions.isFresh(request);
  }

  private String after(
      Outcome<AccountId> outcome, Form form, Model model, HttpServletRequest request) {
    return switch (outcome) {
      case Done(var changed) -> {
        sessions.endOthers(changed, request);
        yield "redirect:/account/security?saved=password";
      }
      case Refused(var why) -> show(form.with(why), model);
    };
  }

  private String show(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("ways", factors.myWays());
    return "identity/password";
  }
}
