package lu.aifactory.platform.workshop;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.usecase.Phase;
import lu.aifactory.platform.usecase.UseCases;
import lu.aifactory.platform.workshop.Workshop.Participant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Planning a workshop and changing the plan: one form.
@Controller
class PlanPages {

  private static final List<Integer> LENGTHS =
      List.of(30, 45, 60, 90, 120, 150, 180, 240, 300, 360, 480);

  private final Workshops workshops;
  private final UseCases useCases;
  private final Access access;
  private final TenantOf<EngagementId> tenants;
  private final Texts texts;

  PlanPages(
      Workshops workshops,
      UseCases useCases,
      Access access,
      TenantOf<EngagementId> tenants,
      Texts texts) {
    this.workshops = workshops;
    this.useCases = useCases;
    this.access = access;
    this.tenants = tenants;
    this.texts = texts;
  }

  @Needs("workshop:write")
  @GetMapping("/engagements/{engagement}/workshops/new")
  String blank(@PathVariable UUID engagement, Locale language, Model model) {
    var id = new EngagementId(engagement);
    writable(id);
    var open = workshops.openQuestions(id, language);
    var form = PlanForm.blank(UUID.randomUUID(), workshops.guests(id), open);
    return page(id, null, form, language, model);
  }

  @Needs("workshop:write")
  @PostMapping("/engagements/{engagement}/workshops")
  String plan(
      @PathVariable UUID engagement,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var id = new EngagementId(engagement);
    writable(id);
    var form = new PlanForm(Form.of(typed));
    var moved = form.moved(workshops.openQuestions(id, language));
    if (moved.isPresent()) return page(id, null, moved.get(), language, model);
    var read = form.read();
    var outcome =
        read.faults().isEmpty()
            ? workshops.plan(id, new WorkshopId(form.form().id()), read.plan())
            : Outcome.<Workshop>refused(new Refusal.Invalid(read.faults()));
    return afterwards(id, null, form, outcome, language, model);
  }

  @Needs("workshop:write")
  @GetMapping("/workshops/{id}/change")
  String change(@PathVariable UUID id, Locale language, Model model) {
    var workshop = workshops.show(new WorkshopId(id));
    writable(workshop.engagement());
    return page(workshop.engagement(), workshop, PlanForm.of(workshop), language, model);
  }

  @Needs("workshop:write")
  @PostMapping("/workshops/{id}/change")
  String change(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var workshop = workshops.show(new WorkshopId(id));
    var engagement = workshop.engagement();
    writable(engagement);
    var form = new PlanForm(Form.of(typed));
    var moved = form.moved(workshops.openQuestions(engagement, language));
    if (moved.isPresent()) return page(engagement, workshop, moved.get(), language, model);
    var read = form.read();
    var outcome =
        read.faults().isEmpty()
            ? workshops.change(workshop.id(), read.plan(), version)
            : Outcome.<Workshop>refused(new Refusal.Invalid(read.faults()));
    return afterwards(engagement, workshop, form, outcome, language, model);
  }

  private String afterwards(
      EngagementId engagement,
      @Nullable Workshop before,
      PlanForm form,
      Outcome<Workshop> outcome,
      Locale language,
      Model model) {
    return switch (outcome) {
      case Done<Workshop>(var workshop) -> "redirect:" + Invitations.page(workshop);
      case Refused<Workshop>(var why) -> {
        var shown = form.form().with(why);
        if (before != null && why instanceof Refusal.Changed(var version)) {
          // What somebody else planned meanwhile is shown, and saving again is a decision.
          shown = shown.with("version", version);
          model.addAttribute("theirs", workshops.show(before.id()));
        }
        yield page(engagement, before, new PlanForm(shown), language, model);
      }
    };
  }

  private String page(
      EngagementId engagement,
      @Nullable Workshop workshop,
      PlanForm form,
      Locale language,
      Model model) {
    var words = new WorkshopWords(texts, language);
    var organisation = organisation(engagement);
    model.addAttribute("engagement", engagement.value());
    model.addAttribute("organisation", organisation.value());
    model.addAttribute("workshop", workshop);
    model.addAttribute("form", form.form());
    model.addAttribute("rows", IntStream.range(0, form.rows()).boxed().toList());
    model.addAttribute("twice", form.twice());
    model.addAttribute("words", words);
    model.addAttribute("needConsent", workshops.someNeedConsent(engagement));
    model.addAttribute(
        "people",
        people(engagement, workshop).stream()
            .map(one ->
                new Choice(
                    one.account().value().toString(),
                    one.name(),
                    words.say("workshop.side." + one.side().code()),
                    false))
            .toList());
    model.addAttribute(
        "useCases",
        useCases.of(engagement).stream()
            .filter(one ->
                one.id().equals(workshop == null ? null : workshop.useCase())
                    || one.phase() != Phase.SEALED)
            .map(one -> Choice.text(one.id().value().toString(), one.title()))
            .toList());
    model.addAttribute(
        "lengths",
        Stream.concat(
                LENGTHS.stream(),
                workshop == null ? Stream.<Integer>of() : Stream.of(workshop.minutes()))
            .distinct()
            .sorted()
            .map(one -> Choice.text(String.valueOf(one), words.length(one)))
            .toList());
    model.addAttribute(
        "clocks",
        List.of(
            Choice.key("first", "workshop.clock.first"),
            Choice.key("second", "workshop.clock.second")));
    return "workshop/plan";
  }

  private List<Participant> people(EngagementId engagement, @Nullable Workshop workshop) {
    var guests = workshops.guests(engagement);
    if (workshop == null) return guests;
    return Stream.concat(
            workshop.participants().stream(),
            guests.stream().filter(one -> !workshop.invites(one.account())))
        .toList();
  }

  private void writable(EngagementId engagement) {
    if (!access.may("workshop:write", organisation(engagement))) {
      throw new NotVisible(engagement.toString());
    }
  }

  private OrganisationId organisation(EngagementId engagement) {
    return tenants
        .organisationOf(engagement)
        .orElseThrow(() -> new NotVisible(engagement.toString()));
  }
}
