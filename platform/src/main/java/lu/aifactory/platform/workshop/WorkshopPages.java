package lu.aifactory.platform.workshop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Waiting;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Csv;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.usecase.TextProposals;
import lu.aifactory.platform.workshop.Workshop.Answer;
import lu.aifactory.platform.workshop.Workshop.Participant;
import lu.aifactory.platform.workshop.Workshop.State;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Lists of workshops, and the page of one: its date, its people, and what can be done with it.
@Controller
class WorkshopPages {

  private final Workshops workshops;
  private final Minutes minutes;
  private final TextProposals proposals;
  private final Guests guests;
  private final Access access;
  private final CurrentPerson current;
  private final TenantOf<EngagementId> tenants;
  private final Texts texts;
  private final Clock clock;

  WorkshopPages(
      Workshops workshops,
      Minutes minutes,
      TextProposals proposals,
      Guests guests,
      Access access,
      CurrentPerson current,
      TenantOf<EngagementId> tenants,
      Texts texts,
      Clock clock) {
    this.workshops = workshops;
    this.minutes = minutes;
    this.proposals = proposals;
    this.guests = guests;
    this.access = access;
    this.current = current;
    this.tenants = tenants;
    this.texts = texts;
    this.clock = clock;
  }

  @Needs("workshop:read")
  @GetMapping("/workshops")
  String list(
      @Listing(
              sorts = {"-date", "title", "state", "changed"},
              filters = "state")
          ListQuery query,
      Locale language,
      Model model) {
    model.addAttribute("page", workshops.list(query));
    model.addAttribute("words", new WorkshopWords(texts, language));
    model.addAttribute("states", states());
    return "workshop/list";
  }

  @Needs("workshop:read")
  @GetMapping("/workshops.csv")
  ResponseEntity<byte[]> export(
      @Listing(
              sorts = {"-date", "title", "state", "changed"},
              filters = "state")
          ListQuery query)
      throws IOException {
    var text = new StringBuilder();
    var csv =
        Csv.to(text, List.of("id", "title", "organisation", "start", "zone", "people", "state"));
    var page = workshops.list(query.withSize(200));
    for (int number = 1; number <= page.pages(); number++) {
      for (var one : workshops.list(page.query().withPage(number)).items()) {
        var date = one.date();
        csv.row(
            List.of(
                one.id().value(),
                one.title(),
                one.organisationName(),
                date == null ? "" : date.at().toString(),
                date == null ? "" : date.zone().getId(),
                one.people(),
                one.state().code()));
      }
    }
    return file(
        text.toString().getBytes(StandardCharsets.UTF_8),
        new MediaType("text", "csv", StandardCharsets.UTF_8),
        "workshops.csv");
  }

  @Needs("workshop:read")
  @GetMapping("/engagements/{engagement}/workshops")
  String ofEngagement(@PathVariable UUID engagement, Locale language, Model model) {
    var id = new EngagementId(engagement);
    model.addAttribute("engagement", engagement);
    model.addAttribute("workshops", workshops.of(id));
    model.addAttribute("words", new WorkshopWords(texts, language));
    model.addAttribute(
        "writes",
        tenants
            .organisationOf(id)
            .map(organisation -> access.may("workshop:write", organisation))
            .orElse(false));
    return "workshop/engagement";
  }

  @Needs("workshop:read")
  @GetMapping("/workshops/{id}")
  String show(@PathVariable UUID id, Locale language, Model model) {
    return page(workshops.show(new WorkshopId(id)), Form.empty(), language, model);
  }

  @Needs("workshop:read")
  @GetMapping("/workshops/{id}/workshop.ics")
  ResponseEntity<byte[]> calendar(@PathVariable UUID id) {
    return workshops
        .calendar(new WorkshopId(id))
        .map(bytes ->
            file(
                bytes,
                new MediaType("text", "calendar", StandardCharsets.UTF_8),
                "workshop-" + id + ".ics"))
        .orElseThrow(() -> new NotVisible("date of " + id));
  }

  @Needs("workshop:take-part")
  @PostMapping("/workshops/{id}/answers")
  String answer(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var form = Form.of(typed);
    var answers = new HashMap<Integer, Answer>();
    for (int number = 1; number <= Plan.MOST_DATES; number++) {
      var at = number;
      Answer.of(form.value("answer." + number)).ifPresent(answer -> answers.put(at, answer));
    }
    var workshop = new WorkshopId(id);
    return afterwards(workshop, workshops.answer(workshop, answers), form, language, model);
  }

  @Needs("workshop:write")
  @PostMapping("/workshops/{id}/date")
  String fix(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int number,
      @RequestParam int version,
      Locale language,
      Model model) {
    var workshop = new WorkshopId(id);
    return afterwards(
        workshop, workshops.fix(workshop, number, version), Form.empty(), language, model);
  }

  @Needs("workshop:write")
  @PostMapping("/workshops/{id}/cancel")
  String cancel(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var workshop = new WorkshopId(id);
    var form = Form.of(typed);
    return afterwards(
        workshop, workshops.cancel(workshop, form.value("reason"), version), form, language, model);
  }

  @Needs("workshop:write")
  @PostMapping("/workshops/{id}/held")
  String hold(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var workshop = new WorkshopId(id);
    var form = Form.of(typed);
    var attended = new HashSet<AccountId>();
    form.all("attended")
        .forEach(one -> PlanForm.id(one).map(AccountId::new).ifPresent(attended::add));
    return afterwards(workshop, workshops.hold(workshop, attended, version), form, language, model);
  }

  private String afterwards(
      WorkshopId id, Outcome<?> outcome, Form form, Locale language, Model model) {
    return switch (outcome) {
      case Done<?> _ -> "redirect:/workshops/" + id.value();
      case Refused<?>(var why) -> page(workshops.show(id), form.with(why), language, model);
    };
  }

  String page(Workshop workshop, Form form, Locale language, Model model) {
    var me = current.get().id();
    var organisation = workshop.organisation();
    var writes = access.may("workshop:write", organisation);
    var words = new WorkshopWords(texts, language);
    var planned = workshop.state() == State.PLANNED;
    model.addAttribute("workshop", workshop);
    model.addAttribute("words", words);
    model.addAttribute("where", MinutesReport.where(workshop));
    model.addAttribute("writes", writes);
    model.addAttribute("planned", planned);
    model.addAttribute("sees", access.may("engagement:read", organisation));
    model.addAttribute("begun", workshop.hasBegun(clock.instant()));
    model.addAttribute(
        "changing", workshop.date() != null && workshop.date().changesWithin(workshop.minutes()));
    model.addAttribute(
        "answers",
        planned
            && workshop.date() == null
            && workshop.invites(me)
            && access.may("workshop:take-part", organisation));
    model.addAttribute("takesPart", access.may("workshop:take-part", organisation));
    model.addAttribute(
        "outside",
        workshop.participants().stream()
            .filter(one -> !guests.mayBeTold(organisation, one))
            .map(Participant::account)
            .toList());
    model.addAttribute("answerChoices", answerChoices());
    model.addAttribute("notes", minutes.notes(workshop.id()));
    model.addAttribute("proposed", minutes.proposed(workshop.id()));
    model.addAttribute(
        "proposes",
        workshop.useCase() != null
            && workshop.state() != State.CANCELLED
            && access.may("usecase:propose", organisation)
            && access.may("workshop:take-part", organisation));
    model.addAttribute("places", places(words));
    model.addAttribute("sides", sides());
    model.addAttribute("decisionPeople", decisionPeople(workshop));
    model.addAttribute("form", filled(form, workshop, me));
    return "workshop/show";
  }

  /// What was typed, else the caller's own answers and what a new decision or text carries.
  private static Form filled(Form typed, Workshop workshop, AccountId me) {
    var form = typed;
    for (var date : workshop.proposed()) {
      var mine = date.answers().get(me);
      var name = "answer." + date.number();
      if (mine != null && !form.values().containsKey(name)) form = form.with(name, mine.code());
    }
    if (!form.values().containsKey("attended")) {
      var values = new HashMap<>(form.values());
      values.put(
          "attended",
          workshop.participants().stream().map(one -> one.account().value().toString()).toList());
      form = new Form(values, form.faults());
    }
    return form.with("id", form.id());
  }

  private List<Choice> places(WorkshopWords words) {
    return proposals.places().stream()
        .map(place -> Choice.text(place.section() + "." + place.field(), words.place(place)))
        .toList();
  }

  private static List<Choice> decisionPeople(Workshop workshop) {
    return workshop.participants().stream()
        .filter(one -> one.side() != Workshop.Side.EXPERT)
        .map(one -> Choice.text(one.account().value().toString(), one.name()))
        .toList();
  }

  static List<Choice> sides() {
    return Arrays.stream(Waiting.Who.values())
        .map(who -> Choice.key(who.code(), "journey.side." + who.code()))
        .toList();
  }

  private static List<Choice> answerChoices() {
    return Arrays.stream(Answer.values())
        .map(one -> Choice.key(one.code(), "workshop.answer." + one.code()))
        .toList();
  }

  private static List<Choice> states() {
    return Arrays.stream(State.values())
        .map(one -> Choice.key(one.code(), "workshop.state." + one.code()))
        .toList();
  }

  static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }
}
