package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own passkeys, and what browsers ask for when one is made or used.
@Controller
class PasskeyPages {

  private static final String NEW = "/account/security/passkeys/new";

  private final Passkeys passkeys;
  private final Ceremonies ceremonies;
  private final RelyingParty party;
  private final Sessions sessions;

  PasskeyPages(Passkeys passkeys, Ceremonies ceremonies, RelyingParty party, Sessions sessions) {
    this.passkeys = passkeys;
    this.ceremonies = ceremonies;
    this.party = party;
    this.sessions = sessions;
  }

  @Open("people must be able to come in")
  @PostMapping("/sign-in/passkey/options")
  ResponseEntity<String> challenge(
      @RequestParam(defaultValue = "") String email, HttpServletRequest request) {
    return ceremonies.ask(passkeys.challenge(email), request);
  }

  @Needs("profile:write")
  @GetMapping(NEW)
  String fresh(Model model, HttpServletRequest request) {
    return sessions.isFresh(request) ? showNew(Form.empty(), model) : ConfirmPages.before(NEW);
  }

  @Needs("profile:write")
  @PostMapping("/account/security/passkeys/options")
  ResponseEntity<String> options(HttpServletRequest request) {
    return sessions.isFresh(request)
        ? ceremonies.ask(passkeys.wanted(), request)
        : ResponseEntity.status(HttpStatus.CONFLICT).build();
  }

  @Needs("profile:write")
  @PostMapping(NEW)
  String add(
      @RequestParam MultiValueMap<String, String> typed, Model model, HttpServletRequest request) {
    var form = Form.of(typed);
    if (!sessions.isFresh(request)) return ConfirmPages.before(NEW);
    var asked = ceremonies.takeCreation(request);
    if (asked.isEmpty()) {
      return showNew(form.with(IdentityRefusal.WRONG_PASSKEY), model);
    }
    return switch (passkeys.add(asked.get(), form.value("credential"), form.value("name"))) {
      case Done(var account) -> {
        // Whoever has just made it was verified by it.
        sessions.proved(request, true);
        yield "redirect:/account/security?saved=passkey";
      }
      case Refused(var why) -> showNew(form.with(why), model);
    };
  }

  private String showNew(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("relyingParty", party.name());
    return "identity/passkey-new";
  }

  @Needs("profile:write")
  @GetMapping("/account/security/passkeys/{passkey}")
  String one(@PathVariable UUID passkey, Model model, HttpServletRequest request) {
    if (!sessions.isFresh(request)) {
      return ConfirmPages.before("/account/security/passkeys/" + passkey);
    }
    return show(passkey, null, model);
  }

  @Needs("profile:write")
  @PostMapping("/account/security/passkeys/{passkey}")
  String rename(
      @PathVariable UUID passkey,
      @RequestParam MultiValueMap<String, String> typed,
      Model model,
      HttpServletRequest request) {
    var form = Form.of(typed);
    if (!sessions.isFresh(request)) {
      return ConfirmPages.before("/account/security/passkeys/" + passkey);
    }
    return after(passkeys.rename(new PasskeyId(passkey), form.value("name")), passkey, form, model);
  }

  @Needs("profile:write")
  @PostMapping("/account/security/passkeys/{passkey}/remove")
  String remove(@PathVariable UUID passkey, Model model, HttpServletRequest request) {
    if (!sessions.isFresh(request)) {
      return ConfirmPages.before("/account/security/passkeys/" + passkey);
    }
    return after(passkeys.remove(new PasskeyId(passkey)), passkey, null, model);
  }

  private String after(Outcome<AccountId> outcome, UUID passkey, @Nullable Form form, Model model) {
    return switch (outcome) {
      case Done(var account) -> "redirect:/account/security?saved=passkey";
      case Refused(var why) ->
          show(passkey, (form == null ? named(passkey) : form).with(why), model);
    };
  }

  private String show(UUID passkey, @Nullable Form form, Model model) {
    model.addAttribute("passkey", mine(passkey));
    model.addAttribute("form", form == null ? named(passkey) : form);
    return "identity/passkey";
  }

  private Form named(UUID passkey) {
    return Form.empty().with("name", mine(passkey).name());
  }

  private Passkey mine(UUID passkey) {
    return passkeys.mine().stream()
        .filter(one -> one.id().equals(passkey))
        .findFirst()
        .orElseThrow(() -> new NotVisible("passkey " + passkey));
  }
}
