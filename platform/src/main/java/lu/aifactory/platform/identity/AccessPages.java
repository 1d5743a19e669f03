package lu.aifactory.platform.identity;

import java.util.UUID;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// How one person comes in, and what an administrator can do when they cannot, or when somebody else can.
@Controller
@RequestMapping("/accounts/{account}")
class AccessPages {

  private final ComingIn comingIn;
  private final SecondFactors factors;
  private final PasswordResets resets;
  private final Access access;
  private final CurrentPerson current;

  AccessPages(
      ComingIn comingIn,
      SecondFactors factors,
      PasswordResets resets,
      Access access,
      CurrentPerson current) {
    this.comingIn = comingIn;
    this.factors = factors;
    this.resets = resets;
    this.access = access;
    this.current = current;
  }

  @Needs("account:read")
  @GetMapping
  String one(@PathVariable UUID account, Model model) {
    return show(account, Form.empty(), null, model);
  }

  @Needs("account:manage")
  @PostMapping("/reset-link")
  String resetLink(@PathVariable UUID account, Model model) {
    return switch (resets.make(new AccountId(account))) {
      // Shown in this very answer and nowhere else.
      case Done(var secret) -> show(account, Form.empty(), address(secret), model);
      case Refused(var why) -> show(account, Form.empty().with(why), null, model);
    };
  }

  @Needs("account:manage")
  @PostMapping("/sign-out")
  String signOut(@PathVariable UUID account, Model model) {
    return after(comingIn.endAllOf(new AccountId(account)), account, Form.empty(), model);
  }

  @Needs("account:manage")
  @PostMapping("/second-factor/take")
  String takeSecondFactor(
      @PathVariable UUID account, @RequestParam(defaultValue = "") String because, Model model) {
    var form = Form.empty().with("because", because);
    return after(factors.take(new AccountId(account), because), account, form, model);
  }

  private String after(Outcome<AccountId> outcome, UUID account, Form form, Model model) {
    return switch (outcome) {
      case Done(var done) -> "redirect:/accounts/" + account + "?saved";
      case Refused(var why) -> show(account, form.with(why), null, model);
    };
  }

  private String show(UUID account, Form form, @Nullable String link, Model model) {
    if (!(comingIn.accessOf(new AccountId(account)) instanceof Done(var found))) {
      throw new NotVisible("account " + account);
    }
    model.addAttribute("access", found);
    model.addAttribute("form", form);
    model.addAttribute("link", link);
    model.addAttribute("manages", access.holds(current.get(), "account:manage"));
    return "identity/access";
  }

  private static String address(Secret secret) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path("/reset/{secret}")
        .buildAndExpand(secret.text())
        .toUriString();
  }
}
