package lu.aifactory.platform.feedback;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Where everybody tells the factory something about the portal, and reads the answer.
@Controller
class FeedbackPages {

  static final List<Choice> KINDS =
      Arrays.stream(Feedback.Kind.values())
          .map(kind ->
              Choice.key(
                  kind.code(),
                  "feedback.kind." + kind.code(),
                  "feedback.kind." + kind.code() + ".hint"))
          .toList();

  private final FeedbackRoom room;
  private final CurrentPerson current;

  FeedbackPages(FeedbackRoom room, CurrentPerson current) {
    this.room = room;
    this.current = current;
  }

  @Open("whoever cannot use the portal cannot sign in first")
  @GetMapping("/feedback")
  String ask(
      @RequestParam(defaultValue = "") String kind, HttpServletRequest request, Model model) {
    var form =
        Form.of(Map.of())
            .with("id", UUID.randomUUID())
            .with("page", pageBefore(request.getHeader(HttpHeaders.REFERER)));
    return show(Feedback.Kind.of(kind).isPresent() ? form.with("kind", kind) : form, model);
  }

  // The way within the portal only; a link from elsewhere, or one that holds a secret, says
  // nothing.
  static String pageBefore(@Nullable String referrer) {
    if (referrer == null) return "";
    try {
      var path = new URI(referrer).getPath();
      var secret =
          path != null
              && path.matches("/(invitations|start|first|notices/mail/stop|reset|.*password.*)/.*");
      return path == null || secret || path.equals("/feedback") || path.length() > 500 ? "" : path;
    } catch (URISyntaxException noAddress) {
      return "";
    }
  }

  @Open("whoever cannot use the portal cannot sign in first")
  @PostMapping("/feedback")
  String give(@RequestParam MultiValueMap<String, String> typed, Model model) {
    var form = Form.of(typed);
    var given =
        new NewFeedback(
            form.id(),
            form.value("kind"),
            form.value("text"),
            form.value("page"),
            form.value("email"));
    return switch (room.give(given)) {
      case Done<?> _ -> "redirect:/feedback/thanks" + (given.email().isEmpty() ? "" : "?answer");
      case Refused<?>(var why) -> show(form.with(why), model);
    };
  }

  @Open("whoever cannot use the portal cannot sign in first")
  @GetMapping("/feedback/thanks")
  String thanks(@RequestParam(required = false) @Nullable String answer, Model model) {
    model.addAttribute("answer", answer != null || current.find().isPresent());
    return "feedback/thanks";
  }

  @Needs("notice:read")
  @GetMapping("/feedback/given/{id}")
  String own(@PathVariable UUID id, Model model) {
    return switch (room.own(new FeedbackId(id))) {
      case Done(var feedback) -> {
        model.addAttribute("feedback", feedback);
        yield "feedback/given";
      }
      case Refused(var why) ->
          throw new ResponseStatusException(HttpStatus.valueOf(why.kind().status()));
    };
  }

  private String show(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("kinds", KINDS);
    model.addAttribute("signedIn", current.find().isPresent());
    return "feedback/form";
  }
}
