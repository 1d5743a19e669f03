package lu.aifactory.platform.organisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Difference;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The questions about an organisation, a few on each page.
@Controller
class OrganisationFormPages {

  private final Organisations organisations;
  private final Identity identity;
  private final CurrentPerson current;
  private final Words words;
  private final Prefill prefill;

  OrganisationFormPages(
      Organisations organisations,
      Identity identity,
      CurrentPerson current,
      Words words,
      Prefill prefill) {
    this.organisations = organisations;
    this.identity = identity;
    this.current = current;
    this.words = words;
    this.prefill = prefill;
  }

  @Open("anybody who is signed in may register an organisation of their own")
  @GetMapping("/organisations/new")
  String ask(Model model) {
    var form = Form.empty().with("id", UUID.randomUUID()).with("language", ownLanguage());
    return start("/organisations/new", form, model);
  }

  @Open("anybody who is signed in may register an organisation of their own")
  @PostMapping("/organisations/new")
  String register(
      @RequestParam UUID id, @RequestParam MultiValueMap<String, String> typed, Model model) {
    var form = Form.of(typed);
    var kind = Kind.of(form.value("kind"));
    if (kind.isEmpty()) return start("/organisations/new", form.with(noKind()), model);
    var registration =
        Registration.of(kind.get(), form.value("name").strip(), form.value("language"));
    return switch (organisations.register(new OrganisationId(id), registration)) {
      case Done(_) -> "redirect:/organisations/" + id + "/edit/identity";
      case Refused(var why) -> start("/organisations/new", form.with(why), model);
    };
  }

  @Needs("organisation:write")
  @GetMapping("/organisations/{id}/describe")
  String askToDescribe(@PathVariable UUID id, Model model) {
    var name = identity.nameOf(new OrganisationId(id)).orElse("");
    var told = organisations.alreadyTold(new OrganisationId(id));
    var language = told.answer("language");
    var form =
        Form.empty()
            .with("id", id)
            .with("kind", told.kind() == null ? "" : told.kind().code())
            .with("name", name)
            .with("language", language.isEmpty() ? ownLanguage() : language);
    return start("/organisations/" + id + "/describe", form, model);
  }

  private String ownLanguage() {
    return current.get().language().getLanguage();
  }

  @Needs("organisation:write")
  @PostMapping("/organisations/{id}/describe")
  String describe(
      @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, Model model) {
    // Asked first, so that nobody learns from the form whether there is such an organisation.
    identity.nameOf(new OrganisationId(id));
    var form = Form.of(typed).with("id", id);
    var action = "/organisations/" + id + "/describe";
    var kind = Kind.of(form.value("kind"));
    if (kind.isEmpty()) return start(action, form.with(noKind()), model);
    var registration =
        Registration.of(kind.get(), form.value("name").strip(), form.value("language"));
    return switch (organisations.describe(new OrganisationId(id), registration)) {
      case Done(_) -> "redirect:/organisations/" + id + "/edit/identity";
      case Refused(var why) -> start(action, form.with(why), model);
    };
  }

  private static Fault noKind() {
    return new Fault("kind", "organisation.fault.required");
  }

  private static String start(String action, Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("action", action);
    model.addAttribute(
        "kinds",
        Arrays.stream(Kind.values())
            .map(kind -> Choice.key(kind.code(), kind.messageKey(), kind.messageKey() + ".hint"))
            .toList());
    model.addAttribute(
        "languages",
        List.of("en", "fr", "de", "lb").stream()
            .map(code -> Choice.key(code, "organisation.q.language." + code))
            .toList());
    return "organisation/start";
  }

  @Needs("organisation:write")
  @GetMapping("/organisations/{id}/edit/{step}")
  String askStep(@PathVariable UUID id, @PathVariable String step, Model model) {
    var portrait = portrait(id, step);
    var told = organisations.alreadyTold(portrait.organisation().id());
    var values = new LinkedHashMap<String, List<String>>();
    for (var question : Paths.of(portrait.profile().kind(), step)) {
      values.put(question.name(), List.of(prefill.value(portrait.profile(), question, told)));
    }
    return step(portrait, step, Form.of(values), List.of(), model);
  }

  private Portrait portrait(UUID id, String step) {
    var portrait =
        organisations
            .portrait(new OrganisationId(id))
            .orElseThrow(() -> new NotVisible("organisation " + id));
    if (Paths.of(portrait.profile().kind(), step).isEmpty()) throw new NotVisible("step " + step);
    return portrait;
  }

  @Needs("organisation:write")
  @PostMapping("/organisations/{id}/edit/{step}")
  String saveStep(
      @PathVariable UUID id,
      @PathVariable String step,
      @RequestParam int version,
      @RequestParam(defaultValue = "false") boolean later,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var portrait = portrait(id, step);
    var form = Form.of(typed);
    var answers = answers(portrait.profile(), step, form, later);
    return switch (organisations.save(new OrganisationId(id), version, answers)) {
      case Done(_) -> "redirect:" + (later ? "/organisations/" + id : next(portrait, step));
      case Refused(var why) -> {
        var now = portrait(id, step);
        var changes =
            why instanceof Refusal.Changed ? differences(now, answers) : List.<Difference>of();
        yield step(now, step, form.with(why), changes, model);
      }
    };
  }

  // Who comes back later may leave questions open; what was answered before stays then.
  private static Map<String, String> answers(
      Profile profile, String step, Form form, boolean later) {
    var answers = new LinkedHashMap<String, String>();
    for (var question : Paths.of(profile.kind(), step)) {
      if (!question.isAsked(profile.answers())) continue;
      var value = form.value(question.name());
      if (!later || !value.isBlank()) answers.put(question.name(), value);
    }
    return answers;
  }

  private List<Difference> differences(Portrait now, Map<String, String> typed) {
    var differences = new ArrayList<Difference>();
    typed.forEach((name, yours) -> {
      var question = Paths.find(now.profile().kind(), name).orElseThrow();
      var theirs = now.profile().answer(name);
      if (!theirs.equals(yours.strip())) {
        differences.add(
            new Difference(
                words.label(question, now.profile()), words.said(question, theirs), yours));
      }
    });
    return differences;
  }

  private static String next(Portrait portrait, String step) {
    var id = portrait.organisation().id().value();
    var steps = Paths.steps(portrait.profile().kind());
    var following = steps.indexOf(step) + 1;
    if (following >= steps.size()) return "/organisations/" + id;
    var name = steps.get(following);
    return name.equals(Paths.GROUP)
        ? "/organisations/" + id + "/group"
        : "/organisations/" + id + "/edit/" + name;
  }

  private static @Nullable String back(Portrait portrait, String step) {
    var id = portrait.organisation().id().value();
    var steps = Paths.steps(portrait.profile().kind());
    var at = steps.indexOf(step);
    return at <= 0 ? "/organisations/" + id : "/organisations/" + id + "/edit/" + steps.get(at - 1);
  }

  private String step(
      Portrait portrait, String step, Form form, List<Difference> changes, Model model) {
    var id = portrait.organisation().id().value();
    var steps = Paths.steps(portrait.profile().kind());
    var told = organisations.alreadyTold(portrait.organisation().id());
    model.addAttribute("organisation", portrait.organisation());
    model.addAttribute("form", form.with("version", portrait.version()));
    model.addAttribute("fields", words.fields(portrait.profile(), step, told));
    model.addAttribute("changes", changes);
    model.addAttribute("step", steps.indexOf(step) + 1);
    model.addAttribute("total", steps.size());
    model.addAttribute("topic", "organisation.step." + step);
    model.addAttribute("back", back(portrait, step));
    model.addAttribute("action", "/organisations/" + id + "/edit/" + step);
    return "organisation/step";
  }
}
