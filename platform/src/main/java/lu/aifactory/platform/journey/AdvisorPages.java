package lu.aifactory.platform.journey;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
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

/// An advisor's profile, and all advisors for those who assign them.
@Controller
class AdvisorPages {

  private final Advisors advisors;
  private final Journey journey;
  private final CurrentPerson current;
  private final Words words;
  private final ProfileDifferences differences;

  AdvisorPages(
      Advisors advisors,
      Journey journey,
      CurrentPerson current,
      Words words,
      ProfileDifferences differences) {
    this.advisors = advisors;
    this.journey = journey;
    this.current = current;
    this.words = words;
    this.differences = differences;
  }

  @Needs("engagement:assign")
  @GetMapping("/advisors")
  String all(Model model) {
    var all = advisors.all();
    model.addAttribute("advisors", all);
    model.addAttribute(
        "names",
        all.stream().collect(Collectors.toMap(Advisors.Advisor::account, Advisors.Advisor::name)));
    model.addAttribute("unassigned", journey.unassigned());
    model.addAttribute("words", words);
    return "journey/advisors";
  }

  @Needs("advisor:profile")
  @GetMapping("/advisor-profile")
  String mine(Model model) {
    var caller = current.get();
    return caller.is(Role.ADVISOR)
        ? profile(caller.id(), "/advisor-profile", false, model)
        : "redirect:/advisors";
  }

  @Needs("engagement:assign")
  @GetMapping("/advisors/{account}")
  String one(@PathVariable UUID account, Model model) {
    return profile(new AccountId(account), "/advisors/" + account, false, model);
  }

  private String profile(AccountId account, String action, boolean saved, Model model) {
    return form(account, action, filled(advisors.advisor(account).profile()), saved, model);
  }

  private static Form filled(AdvisorProfile profile) {
    var substitute = profile.substitute();
    var form =
        new Form(
            Map.of(
                "sectors", List.copyOf(profile.sectors()),
                "languages", List.copyOf(profile.languages())),
            List.of());
    return form.with("capacity", profile.capacity())
        .with("absentFrom", profile.absentFrom())
        .with("absentUntil", profile.absentUntil())
        .with("substitute", substitute == null ? null : substitute.value())
        .with("version", profile.version());
  }

  private String form(AccountId account, String action, Form form, boolean saved, Model model) {
    var sector = Questions.current().question("sector").orElseThrow();
    model.addAttribute("advisor", advisors.advisor(account));
    model.addAttribute("action", action);
    model.addAttribute("form", form);
    model.addAttribute("saved", saved);
    model.addAttribute("sectors", words.choices(sector));
    model.addAttribute("languages", StartAccountPages.languages());
    model.addAttribute(
        "colleagues",
        advisors.colleagues(account).stream()
            .map(one -> Choice.text(one.account().value().toString(), one.name()))
            .toList());
    return "journey/advisor-profile";
  }

  @Needs("advisor:profile")
  @PostMapping("/advisor-profile")
  String save(@RequestParam MultiValueMap<String, String> typed, Model model) {
    return save(current.get().id(), "/advisor-profile", Form.of(typed), model);
  }

  @Needs("engagement:assign")
  @PostMapping("/advisors/{account}")
  String save(
      @PathVariable UUID account, @RequestParam MultiValueMap<String, String> typed, Model model) {
    return save(new AccountId(account), "/advisors/" + account, Form.of(typed), model);
  }

  private String save(AccountId account, String action, Form typed, Model model) {
    var faults = new ArrayList<Fault>();
    var substitute = typed.value("substitute");
    var profile =
        new AdvisorProfile(
            new HashSet<>(typed.all("sectors")),
            new HashSet<>(typed.all("languages")),
            number("capacity", typed, faults),
            day("absentFrom", typed, faults),
            day("absentUntil", typed, faults),
            TaskPages.id(substitute).map(AccountId::new).orElse(null),
            number("version", typed, faults));
    if (!faults.isEmpty()) {
      return form(account, action, typed.with(faults), false, model);
    }
    return switch (advisors.save(account, profile)) {
      case Done(_) -> profile(account, action, true, model);
      case Refused(var why) -> {
        if (!(why instanceof Refusal.Changed)) {
          yield form(account, action, typed.with(why), false, model);
        }
        var now = advisors.advisor(account).profile();
        model.addAttribute("changes", differences.between(now, profile, colleagues(account)));
        yield form(account, action, typed.with("version", now.version()).with(why), false, model);
      }
    };
  }

  private Map<AccountId, String> colleagues(AccountId account) {
    return advisors.colleagues(account).stream()
        .collect(Collectors.toMap(Advisors.Advisor::account, Advisors.Advisor::name));
  }

  private static int number(String field, Form typed, List<Fault> faults) {
    var text = typed.value(field).strip();
    if (text.matches("[0-9]{1,6}")) {
      return Integer.parseInt(text);
    }
    faults.add(new Fault(field, "journey.fault.number", List.of(0, 200)));
    return 0;
  }

  private static @Nullable LocalDate day(String field, Form typed, List<Fault> faults) {
    var text = typed.value(field).strip();
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException _) {
      faults.add(new Fault(field, "journey.fault.day"));
      return null;
    }
  }
}
