package lu.aifactory.platform.identity;

import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The way back in for whoever forgot the password.
@Controller
class ResetPages {

  private static final Logger log = LoggerFactory.getLogger(ResetPages.class);

  private final PasswordResets resets;
  private final CurrentPerson current;

  ResetPages(PasswordResets resets, CurrentPerson current) {
    this.resets = resets;
    this.current = current;
  }

  @Open("people must be able to come in")
  @GetMapping("/forgotten")
  String forgotten(Model model) {
    return forgotten(Form.empty(), false, model);
  }

  /// Answers before anything is looked up, so that neither the words nor the time tell which addresses exist.
  @Open("people must be able to come in")
  @PostMapping("/forgotten")
  String send(@RequestParam(defaultValue = "") String email, Model model) {
    var fault = NewAccount.emailFault("email", email);
    if (fault.isPresent()) {
      return forgotten(Form.empty().with("email", email).with(fault.get()), false, model);
    }
    Thread.ofVirtual().name("password-reset").start(() -> sendQuietly(email));
    return forgotten(Form.empty(), true, model);
  }

  private void sendQuietly(String email) {
    try {
      current.asSystem("password-reset", () -> resets.send(email));
    } catch (RuntimeException failed) {
      log.error("A link for a new password could not be sent", failed);
    }
  }

  private String forgotten(Form form, boolean asked, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("asked", asked);
    model.addAttribute("byMail", resets.byMail());
    return "identity/forgotten";
  }

  @Open("whoever holds the link was sent it")
  @GetMapping("/reset/{link}")
  String reset(@PathVariable String link, Model model) {
    return switch (resets.open(new Secret(link))) {
      case Done(var account) -> show(Form.empty(), model);
      case Refused(var why) -> ended(why, model);
    };
  }

  @Open("whoever holds the link was sent it")
  @PostMapping("/reset/{link}")
  String set(
      @PathVariable String link, @RequestParam(defaultValue = "") String fresh, Model model) {
    return switch (resets.reset(new Secret(link), fresh)) {
      case Done(var account) -> "redirect:/sign-in?reset";
      case Refused(var why) when why.kind() == Refusal.Kind.GONE -> ended(why, model);
      case Refused(var why) -> show(Form.empty().with(why), model);
    };
  }

  private static String show(Form form, Model model) {
    model.addAttribute("form", form);
    return "identity/reset";
  }

  private static String ended(Refusal why, Model model) {
    model.addAttribute("why", why);
    return "identity/reset-ended";
  }
}
