package lu.aifactory.platform.journey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Secret;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The first contact, one question a page.
@Controller
class StartPages {

  private static final String LINK = "the unguessable link is what lets a visitor in";

  private final FirstContact contact;
  private final CurrentPerson current;
  private final Promises promises;
  private final Words words;

  StartPages(FirstContact contact, CurrentPerson current, Promises promises, Words words) {
    this.contact = contact;
    this.current = current;
    this.promises = promises;
    this.words = words;
  }

  @Open("everybody may read what the first contact is")
  @GetMapping("/start")
  String start(Model model) {
    model.addAttribute("days", promises.firstContact().days());
    return "journey/start";
  }

  @Open("a visitor has no account yet")
  @PostMapping("/start")
  String begin() {
    return to(contact.begin().link().text());
  }

  @Open(LINK)
  @GetMapping("/start/{link}")
  String resume(@PathVariable String link) {
    return switch (contact.draft(new Secret(link))) {
      case Done(var intake) -> onward(link, intake);
      case Refused(_) -> "journey/over";
    };
  }

  private static String onward(String link, Intake intake) {
    return intake.open().map(question -> to(link, question.id())).orElse(to(link, "check"));
  }

  @Open(LINK)
  @GetMapping("/start/{link}/{question}")
  String question(
      @PathVariable String link,
      @PathVariable String question,
      @RequestParam(defaultValue = "false") boolean change,
      Model model) {
    return switch (contact.draft(new Secret(link))) {
      case Done(var intake) -> {
        var asked = asked(intake, question);
        if (asked.isEmpty()) {
          yield onward(link, intake);
        }
        var form = new Form(Map.of(question, intake.answers().all(question)), List.of());
        yield show(link, intake, asked.get(), form, change, model);
      }
      case Refused(_) -> "journey/over";
    };
  }

  @Open(LINK)
  @PostMapping("/start/{link}/{question}")
  String answer(
      @PathVariable String link,
      @PathVariable String question,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var change = "true".equals(typed.getFirst("change"));
    var values = typed.getOrDefault(question, List.of());
    return switch (contact.answer(new Secret(link), question, values)) {
      case Done(var intake) -> after(link, intake, question, change);
      case Refused(var why) -> again(link, question, typed, why, model);
    };
  }

  private String again(
      String link, String question, MultiValueMap<String, String> typed, Refusal why, Model model) {
    var change = "true".equals(typed.getFirst("change"));
    return switch (contact.draft(new Secret(link))) {
      case Done(var intake) ->
          asked(intake, question)
              .map(one -> show(link, intake, one, Form.of(typed).with(why), change, model))
              .orElseGet(() -> onward(link, intake));
      case Refused(_) -> "journey/over";
    };
  }

  private static String after(String link, Intake intake, String question, boolean change) {
    if (change) {
      return onward(link, intake);
    }
    var asked = intake.asked();
    var at = asked.stream().map(Question::id).toList().indexOf(question);
    return at + 1 < asked.size() ? to(link, asked.get(at + 1).id()) : onward(link, intake);
  }

  /// Saves what is there and shows the link to come back with. A question left blank is no fault here; an answer that
  /// does not fit is shown again, so that it is not lost.
  @Open(LINK)
  @PostMapping("/start/{link}/{question}/later")
  String later(
      @PathVariable String link,
      @PathVariable String question,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var values = typed.getOrDefault(question, List.of());
    if (Answers.clean(values).isEmpty()) return to(link, "later");
    return switch (contact.answer(new Secret(link), question, values)) {
      case Done(_) -> to(link, "later");
      case Refused(var why) -> again(link, question, typed, why, model);
    };
  }

  @Open(LINK)
  @GetMapping("/start/{link}/later")
  String link(@PathVariable String link, Model model) {
    return switch (contact.draft(new Secret(link))) {
      case Done(_) -> {
        model.addAttribute("link", link);
        model.addAttribute("address", address(link));
        yield "journey/later";
      }
      case Refused(_) -> "journey/over";
    };
  }

  @Open(LINK)
  @GetMapping("/start/{link}/check")
  String check(@PathVariable String link, Model model) {
    return switch (contact.draft(new Secret(link))) {
      case Done(var intake) -> {
        var open = intake.open();
        if (open.isPresent()) {
          yield to(link, open.get().id());
        }
        model.addAttribute("link", link);
        model.addAttribute("address", address(link));
        model.addAttribute(
            "rows", words.answers(intake.questions(), intake.answers(), "/start/" + link));
        model.addAttribute("signedIn", current.find().isPresent());
        yield "journey/check";
      }
      case Refused(_) -> "journey/over";
    };
  }

  private static Optional<Question> asked(Intake intake, String id) {
    return intake.asked().stream().filter(question -> question.id().equals(id)).findFirst();
  }

  private String show(
      String link, Intake intake, Question question, Form form, boolean change, Model model) {
    var before = intake.questions().before(question, intake.answers());
    model.addAttribute("link", link);
    model.addAttribute("asked", question);
    model.addAttribute("kind", question.kind().code());
    model.addAttribute("choices", words.choices(question));
    model.addAttribute("step", intake.questions().number(question, intake.answers()));
    model.addAttribute("total", intake.asked().size());
    model.addAttribute("form", form);
    model.addAttribute("change", change);
    model.addAttribute(
        "back",
        change
            ? "/start/" + link + "/check"
            : before.map(one -> "/start/" + link + "/" + one.id()).orElse("/start"));
    return "journey/question";
  }

  private static String address(String link) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path("/start/{link}")
        .build(link)
        .toString();
  }

  static String to(String link) {
    return "redirect:/start/" + link;
  }

  static String to(String link, String page) {
    return to(link) + "/" + page;
  }
}
