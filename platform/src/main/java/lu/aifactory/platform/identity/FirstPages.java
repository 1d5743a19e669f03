package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Making the first administrator.
@Controller
class FirstPages {

  private final Administration administration;
  private final FirstAdministrator firstAdministrator;
  private final Sessions sessions;

  FirstPages(
      Administration administration, FirstAdministrator firstAdministrator, Sessions sessions) {
    this.administration = administration;
    this.firstAdministrator = firstAdministrator;
    this.sessions = sessions;
  }

  @Open("whoever started the factory holds this one-time link")
  @GetMapping("/first/{link}")
  String first(@PathVariable String link, Model model) {
    if (!firstAdministrator.opens(link)) {
      throw new NotVisible("first administrator's link");
    }
    model.addAttribute("form", Form.empty().with("language", "en"));
    model.addAttribute("languages", SignInPages.languages());
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
        model.addAttribute("languages", SignInPages.languages());
        yield "identity/first";
      }
    };
  }
}
