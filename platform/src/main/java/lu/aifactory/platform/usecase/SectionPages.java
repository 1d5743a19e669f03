package lu.aifactory.platform.usecase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.portal.Difference;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.usecase.decide.FormInput;
import lu.aifactory.platform.usecase.decide.Section;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The editor of one section. Adding and removing rows sends the form like everything else, so it needs no script.
@Controller
@RequestMapping("/use-cases/{id}/sections/{key}")
class SectionPages {

  private static final Pattern TABLE = Pattern.compile("[a-z]+(\\.\\d{1,3}\\.[a-z]+)?");
  private static final Pattern ROW = Pattern.compile("(" + TABLE.pattern() + ")\\.(\\d{1,3})");

  private final UseCases useCases;
  private final Parts parts;
  private final Access access;
  private final MessageSource messages;

  SectionPages(UseCases useCases, Parts parts, Access access, MessageSource messages) {
    this.useCases = useCases;
    this.parts = parts;
    this.access = access;
    this.messages = messages;
  }

  @GetMapping
  @Needs("usecase:read")
  String edit(
      @PathVariable("id") UUID number,
      @PathVariable String key,
      @RequestParam Optional<String> saved,
      Model model,
      Locale locale) {
    var id = new UseCaseId(number);
    var useCase = useCases.show(id);
    var section = section(key);
    var view = useCases.section(id, key).orElseThrow();
    if (useCase.sealed() != null
        || !access.may("usecase:write", useCase.summary().organisation())) {
      return "redirect:/use-cases/" + id.value() + "/document#chapter-" + key;
    }
    model.addAttribute("saved", saved.isPresent());
    // Long tables are folded until somebody works on them.
    model.addAttribute("folded", true);
    var input = FormInput.of(section, view.answers());
    return page(useCase, view, input, List.of(), view.version(), model, locale);
  }

  @PostMapping
  @Needs("usecase:write")
  String save(
      @PathVariable("id") UUID number,
      @PathVariable String key,
      @RequestParam MultiValueMap<String, String> typed,
      Model model,
      Locale locale) {
    var id = new UseCaseId(number);
    var useCase = useCases.show(id);
    var section = section(key);
    var view = useCases.section(id, key).orElseThrow();
    var input = new FormInput(section, single(typed));
    var seen = version(typed);
    var moved = moved(section, input, typed);
    if (moved.isPresent()) {
      return page(useCase, view, moved.get(), List.of(), seen, model, locale);
    }
    var reading = input.read(parts.definition().mostBytes());
    if (!reading.faults().isEmpty()) {
      return page(useCase, view, input, reading.faults(), seen, model, locale);
    }
    return switch (useCases.save(id, key, reading.answers(), seen)) {
      case Outcome.Done<SectionView>(var done) -> onwards(useCase, done, typed);
      case Outcome.Refused<SectionView>(Refusal.Changed(_)) ->
          overtaken(useCase, section, reading.answers(), seen, model, locale);
      case Outcome.Refused<SectionView>(var why) ->
          page(
              useCase,
              view,
              input,
              List.of(new Fault("", why.message(), why.arguments())),
              seen,
              model,
              locale);
    };
  }

  private String onwards(
      UseCaseView useCase, SectionView done, MultiValueMap<String, String> typed) {
    var home = "redirect:/use-cases/" + useCase.id().value();
    var header = typed.getFirst("header");
    if (header != null && header.matches("\\d{1,3}")) {
      return home + "/data-header?row=" + header;
    }
    if (!typed.containsKey("next")) {
      return home + "/sections/" + done.key() + "?saved";
    }
    var open =
        useCases.show(useCase.id()).gate().open().stream()
            .map(Gate.Part::key)
            .filter(key -> !key.equals(done.key()))
            .toList();
    var order = parts.all().stream().map(UseCasePart::key).toList();
    return open.stream()
        .filter(key -> order.indexOf(key) > order.indexOf(done.key()))
        .findFirst()
        .or(() -> open.stream().findFirst())
        .map(key -> home + "/sections/" + key)
        .orElse(home);
  }

  /// Somebody saved first: show what, keep the caller's text, and carry the new version, so that saving again is a
  /// decision.
  private String overtaken(
      UseCaseView useCase, Section section, Answers yours, int seen, Model model, Locale locale) {
    var id = useCase.id();
    var theirs = useCases.section(id, section.key()).orElseThrow();
    var differences =
        new Differences(
            section, useCases.sectionAt(id, section.key(), seen), theirs.answers(), yours);
    model.addAttribute("conflicts", differences.conflicts(new Wording(messages, locale)));
    model.addAttribute("overtaken", true);
    var input = FormInput.of(section, differences.merged());
    return page(useCase, theirs, input, List.of(), theirs.version(), model, locale);
  }

  private String page(
      UseCaseView useCase,
      SectionView view,
      FormInput input,
      List<Fault> faults,
      int version,
      Model model,
      Locale locale) {
    var wording = new Wording(messages, locale);
    var form = new SectionForm(input, faults, wording);
    model.addAttribute("useCase", useCase);
    model.addAttribute("section", view);
    model.addAttribute("heading1", wording.section(view.key()));
    model.addAttribute("intro", wording.say("usecase.section." + view.key() + ".intro"));
    model.addAttribute("form", form.form());
    model.addAttribute("fields", form.fields());
    model.addAttribute("gaps", form.gaps(view.completeness()));
    model.addAttribute("version", version);
    if (!model.containsAttribute("conflicts")) {
      model.addAttribute("conflicts", List.<Difference>of());
    }
    return "usecase/section";
  }

  /// The form after a press on a button that adds or removes a row.
  private static Optional<FormInput> moved(
      Section section, FormInput input, MultiValueMap<String, String> typed) {
    var add = Optional.ofNullable(typed.getFirst("add"));
    if (add.isPresent()) {
      return add.filter(TABLE.asMatchPredicate())
          .filter(table -> section.table(table).isPresent())
          .map(table -> SectionForm.withBlankRow(input, table));
    }
    return Optional.ofNullable(typed.getFirst("remove"))
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(row -> input.withoutRow(row.group(1), Integer.parseInt(row.group(3))));
  }

  private Section section(String key) {
    return parts
        .definition()
        .section(key)
        .filter(_ -> !parts.isForeign(key))
        .orElseThrow(() -> new NotVisible("section " + key));
  }

  private static LinkedHashMap<String, String> single(MultiValueMap<String, String> typed) {
    var single = new LinkedHashMap<String, String>();
    typed.forEach((name, values) -> single.put(name, values.getFirst()));
    return single;
  }

  private static int version(MultiValueMap<String, String> typed) {
    var text = typed.getFirst("version");
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }
}
