package lu.aifactory.platform.organisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.organisation.Enterprise.Relation;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Difference;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
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

/// The other enterprises of the group, one form for each.
@Controller
class GroupPages {

  private final Organisations organisations;
  private final Words words;

  GroupPages(Organisations organisations, Words words) {
    this.organisations = organisations;
    this.words = words;
  }

  /// An enterprise as a row of the list.
  record Row(int index, String name, String tie, String share, List<String> figures) {}

  @Needs("organisation:write")
  @GetMapping("/organisations/{id}/group")
  String ask(@PathVariable UUID id, Model model) {
    return page(portrait(id), Form.empty(), model);
  }

  private Portrait portrait(UUID id) {
    var portrait =
        organisations
            .portrait(new OrganisationId(id))
            .orElseThrow(() -> new NotVisible("organisation " + id));
    if (!Paths.hasGroup(portrait.profile().kind())) throw new NotVisible("group of " + id);
    return portrait;
  }

  private String page(Portrait portrait, Form form, Model model) {
    var profile = portrait.profile();
    var steps = Paths.steps(profile.kind());
    model.addAttribute("organisation", portrait.organisation());
    model.addAttribute("form", form.with("version", portrait.version()));
    model.addAttribute("rows", rows(profile));
    model.addAttribute("year", profile.answer("year"));
    model.addAttribute("twoYears", isTwoYears(profile));
    model.addAttribute(
        "relations",
        Stream.of(Relation.values())
            .map(relation ->
                Choice.key(
                    relation.code(),
                    "organisation.relation." + relation.code(),
                    "organisation.relation." + relation.code() + ".hint"))
            .toList());
    model.addAttribute("step", steps.size());
    model.addAttribute("total", steps.size());
    return "organisation/group";
  }

  private List<Row> rows(Profile profile) {
    var rows = new ArrayList<Row>();
    for (var enterprise : profile.group()) {
      rows.add(
          new Row(
              rows.size(),
              enterprise.name(),
              words.of("organisation.relation." + enterprise.relation().code()),
              words.percent(enterprise.share()),
              List.of(
                  words.number(enterprise.last().headcount()),
                  words.euros(enterprise.last().turnover()),
                  words.euros(enterprise.last().balance()))));
    }
    return rows;
  }

  private static boolean isTwoYears(Profile profile) {
    return profile.answer("accounts").equals("two-years");
  }

  @Needs("organisation:write")
  @PostMapping("/organisations/{id}/group")
  String add(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var portrait = portrait(id);
    var form = Form.of(typed);
    var faults = new ArrayList<Fault>();
    var enterprise = enterprise(form, isTwoYears(portrait.profile()), faults);
    if (enterprise == null) return page(portrait, form.with(faults), model);
    var group = new ArrayList<>(portrait.profile().group());
    group.add(enterprise);
    return save(id, version, group, form, model);
  }

  // What stands there now beside what would stand there with the caller's enterprise.
  private Difference difference(Portrait now, Form form) {
    var theirs = now.profile().group().stream().map(Enterprise::name).toList();
    var yours = new ArrayList<>(theirs);
    yours.add(form.value("enterpriseName").strip());
    return new Difference(
        words.of("organisation.group.listed"),
        theirs.isEmpty() ? words.of("organisation.group.none") : String.join(", ", theirs),
        String.join(", ", yours));
  }

  @Needs("organisation:write")
  @PostMapping("/organisations/{id}/group/{index}/remove")
  String remove(
      @PathVariable UUID id, @PathVariable String index, @RequestParam int version, Model model) {
    var group = new ArrayList<>(portrait(id).profile().group());
    if (!index.matches("\\d{1,3}") || Integer.parseInt(index) >= group.size()) {
      throw new NotVisible("enterprise " + index);
    }
    group.remove(Integer.parseInt(index));
    return save(id, version, group, Form.empty(), model);
  }

  private String save(UUID id, int version, List<Enterprise> group, Form form, Model model) {
    return switch (organisations.saveGroup(new OrganisationId(id), version, group)) {
      case Done(_) -> "redirect:/organisations/" + id + "/group";
      case Refused(var why) -> {
        var now = portrait(id);
        if (why instanceof Refusal.Changed && !form.value("enterpriseName").isBlank()) {
          model.addAttribute("changes", List.of(difference(now, form)));
        }
        yield page(now, form.with(why), model);
      }
    };
  }

  private static @Nullable Enterprise enterprise(Form form, boolean twoYears, List<Fault> faults) {
    var name = form.value("enterpriseName").strip();
    if (name.isEmpty()) faults.add(new Fault("enterpriseName", "organisation.fault.required"));
    var relation =
        Stream.of(Relation.values())
            .filter(one -> one.code().equals(form.value("relation")))
            .findFirst();
    if (relation.isEmpty()) faults.add(new Fault("relation", "organisation.fault.required"));
    var share = read(form, "share", AnswerCheck.number(form.value("share")), faults);
    var last = figures(form, "", faults);
    var before = twoYears ? figures(form, "Before", faults) : null;
    return faults.isEmpty() && relation.isPresent()
        ? new Enterprise(name, relation.get(), share, last, before)
        : null;
  }

  private static Figures figures(Form form, String suffix, List<Fault> faults) {
    var headcount = "headcount" + suffix;
    var turnover = "turnover" + suffix;
    var balance = "balance" + suffix;
    return new Figures(
        read(form, headcount, AnswerCheck.number(form.value(headcount)), faults),
        read(form, turnover, AnswerCheck.amount(form.value(turnover)), faults),
        read(form, balance, AnswerCheck.amount(form.value(balance)), faults));
  }

  private static BigDecimal read(
      Form form, String field, Optional<BigDecimal> number, List<Fault> faults) {
    if (number.isEmpty()) {
      var key = form.value(field).isBlank() ? "required" : "number";
      faults.add(new Fault(field, "organisation.fault." + key));
    }
    return number.orElse(BigDecimal.ZERO);
  }
}
