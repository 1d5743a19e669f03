package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own one-time codes and recovery codes.
@Controller
class SecondFactorPages {

  private static final String HERE = "/account/security/second-factor";

  private final SecondFactors factors;
  private final Sessions sessions;
  private final CurrentPerson current;
  private final Texts texts;

  SecondFactorPages(SecondFactors factors, Sessions sessions, CurrentPerson current, Texts texts) {
    this.factors = factors;
    this.sessions = sessions;
    this.current = current;
    this.texts = texts;
  }

  @Needs("profile:read")
  @GetMapping(HERE)
  String secondFactor(Model model, HttpServletRequest request) {
    return show(Form.empty(), model, request);
  }

  @Needs("profile:write")
  @PostMapping(HERE + "/begin")
  String begin(Model model, HttpServletRequest request) {
    if (!sessions.isFresh(request)) return ConfirmPages.before(HERE);
    return switch (factors.begin()) {
      case Done(var account) -> "redirect:" + HERE + "/app";
      case Refused(var why) -> show(Form.empty().with(why), model, request);
    };
  }

  @Needs("profile:write")
  @GetMapping(HERE + "/app")
  String app(Model model, HttpServletRequest request) {
    if (!sessions.isFresh(request)) return ConfirmPages.before(HERE);
    return enrol(Form.empty(), model);
  }

  @Needs("profile:write")
  @PostMapping(HERE + "/app")
  String confirm(
      @RequestParam(defaultValue = "") String code, Model model, HttpServletRequest request) {
    if (!sessions.isFresh(request)) return ConfirmPages.before(HERE);
    return switch (factors.confirm(code)) {
      case Done(var codes) -> {
        sessions.proved(request, true);
        sessions.endOthers(current.get().id(), request);
        yield codes(codes, model);
      }
      case Refused(var why) -> enrol(Form.empty().with("code", code).with(why), model);
    };
  }

  @Needs("profile:write")
  @PostMapping(HERE + "/codes")
  String newCodes(Model model, HttpServletRequest request) {
    if (!sessions.isFresh(request)) return ConfirmPages.before(HERE);
    return switch (factors.newCodes()) {
      case Done(var codes) -> codes(codes, model);
      case Refused(var why) -> show(Form.empty().with(why), model, request);
    };
  }

  @Needs("profile:write")
  @PostMapping(HERE + "/remove")
  String remove(Model model, HttpServletRequest request) {
    if (!sessions.isFresh(request)) return ConfirmPages.before(HERE);
    return switch (factors.remove()) {
      case Done(var account) -> "redirect:/account/security?saved=second-factor";
      case Refused(var why) -> show(Form.empty().with(why), model, request);
    };
  }

  private String show(Form form, Model model, HttpServletRequest request) {
    model.addAttribute("form", form);
    model.addAttribute("factor", factors.mine());
    model.addAttribute("ways", factors.myWays());
    model.addAttribute("ledHere", factors.mine().required() && !sessions.isStrong(request));
    return "identity/second-factor";
  }

  private String enrol(Form form, Model model) {
    var waiting = factors.waiting(texts.of("portal.brand.name"));
    if (waiting.isEmpty()) return "redirect:" + HERE;
    model.addAttribute("form", form);
    model.addAttribute("enrolment", waiting.get());
    model.addAttribute("person", current.get());
    return "identity/second-factor-app";
  }

  // Shown in this very answer and nowhere else: a redirect would have to keep them somewhere.
  private static String codes(List<String> codes, Model model) {
    model.addAttribute("codes", codes);
    return "identity/recovery-codes";
  }
}
