package lu.aifactory.platform.notice;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lu.aifactory.platform.identity.Secret;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Which letters one gets, and how to end digests from a letter.
@Controller
class NoticeMailPages {

  private static final List<Choice> PACES =
      Arrays.stream(Pace.values())
          .map(pace -> Choice.key(pace.code(), "notice.pace." + pace.code()))
          .toList();

  private final NoticeMail mail;
  private final DigestLetter letter;

  NoticeMailPages(NoticeMail mail, DigestLetter letter) {
    this.mail = mail;
    this.letter = letter;
  }

  @Needs("notice:read")
  @GetMapping("/notices/mail")
  String show(@RequestParam(required = false) @Nullable String saved, Model model) {
    var form = Form.empty();
    for (var chosen : mail.mine().entrySet()) {
      form = form.with(chosen.getKey().code(), chosen.getValue().code());
    }
    model.addAttribute("saved", saved != null);
    return show(form, model);
  }

  @Needs("notice:write")
  @PostMapping("/notices/mail")
  String choose(@RequestParam MultiValueMap<String, String> typed, Model model) {
    var form = Form.of(typed);
    var chosen = new LinkedHashMap<String, String>();
    for (var kind : NoticeKind.values()) {
      if (!form.value(kind.code()).isEmpty()) chosen.put(kind.code(), form.value(kind.code()));
    }
    return switch (mail.choose(chosen)) {
      case Done<?> _ -> "redirect:/notices/mail?saved";
      case Refused<?>(var why) -> {
        model.addAttribute("saved", false);
        yield show(form.with(why), model);
      }
    };
  }

  private String show(Form form, Model model) {
    var news = mail.preview();
    model.addAttribute("form", form);
    model.addAttribute("kinds", NoticeKind.values());
    model.addAttribute("paces", PACES);
    model.addAttribute("available", mail.available());
    model.addAttribute("preview", news.isEmpty() ? null : letter.of(news));
    return "notice/mail";
  }

  @Open("whoever holds the link got the digest")
  @GetMapping("/notices/mail/stop/{link}")
  String askToStop(@PathVariable String link, Model model) {
    if (!mail.isStop(new Secret(link))) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    model.addAttribute("link", link);
    model.addAttribute("stopped", false);
    return "notice/stop";
  }

  @Open("whoever holds the link got the digest")
  @PostMapping("/notices/mail/stop/{link}")
  String stop(@PathVariable String link, Model model) {
    return switch (mail.stop(new Secret(link))) {
      case Done<?> _ -> {
        model.addAllAttributes(Map.of("link", link, "stopped", true));
        yield "notice/stop";
      }
      case Refused<?>(var why) ->
          throw new ResponseStatusException(HttpStatus.valueOf(why.kind().status()));
    };
  }
}
