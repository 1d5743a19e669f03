package lu.aifactory.platform.workshop;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.usecase.UseCaseId;
import lu.aifactory.platform.workshop.OpenQuestions.OpenQuestion;
import lu.aifactory.platform.workshop.Workshop.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Workshops over REST: planning, dates and people. What they come to is [MinutesResource]'s.
@RestController
@RequestMapping("/api")
class WorkshopResource {

  /// @param at what the clock on the wall in Luxembourg shows
  /// @param second the later of the two, in the night in which the clock shows it twice
  record Time(@Nullable LocalDateTime at, @Nullable Boolean second) {

    WallTime wall() {
      return new WallTime(Objects.requireNonNull(at), PlanForm.zone(), Boolean.TRUE.equals(second));
    }
  }

  record Planning(
      @Nullable UUID id,
      @Nullable String title,
      @Nullable String purpose,
      @Nullable UUID useCase,
      @Nullable String place,
      @Nullable String link,
      @Nullable Integer minutes,
      @Nullable List<Workshop.Item> agenda,
      @Nullable Set<UUID> people,
      @Nullable List<Time> dates,
      @Nullable Integer version) {

    Outcome<Plan> plan() {
      var times = dates == null ? List.<Time>of() : dates;
      if (times.stream().anyMatch(time -> time.at() == null)) {
        return Outcome.refused(
            new Refusal.Invalid(List.of(new Fault("dates", "workshop.fault.day"))));
      }
      var accounts = people == null ? Set.<UUID>of() : people;
      return Outcome.done(
          new Plan(
              text(title),
              text(purpose),
              useCase == null ? null : new UseCaseId(useCase),
              text(place),
              text(link),
              minutes == null ? 0 : minutes,
              agenda == null ? List.of() : agenda,
              accounts.stream().map(AccountId::new).collect(Collectors.toSet()),
              times.stream().map(Time::wall).toList()));
    }
  }

  record Answering(@Nullable Map<Integer, String> answers) {}

  record Fixing(@Nullable Integer number, int version) {}

  record Cancelling(@Nullable String reason, int version) {}

  record Holding(@Nullable Set<UUID> attended, int version) {}

  /// @param moment the same in UTC
  record TimeJson(LocalDateTime at, String zone, boolean second, Instant moment) {

    static TimeJson of(WallTime time) {
      return new TimeJson(time.at(), time.zone().getId(), time.second(), time.moment());
    }

    static @Nullable TimeJson ofNullable(@Nullable WallTime time) {
      return time == null ? null : of(time);
    }
  }

  record DateJson(int number, TimeJson at, Map<UUID, String> answers) {}

  record PersonJson(
      UUID account,
      String name,
      String side,
      @Nullable String partner,
      @Nullable Boolean attended) {}

  record DecisionJson(
      UUID id,
      String what,
      String side,
      @Nullable String person,
      @Nullable LocalDate until,
      UUID task,
      String by,
      Instant at) {}

  record WorkshopJson(
      UUID id,
      UUID engagement,
      @Nullable UUID useCase,
      String title,
      String purpose,
      String place,
      String link,
      int minutes,
      List<Workshop.Item> agenda,
      @Nullable TimeJson date,
      @Nullable TimeJson end,
      List<DateJson> proposed,
      List<PersonJson> people,
      List<DecisionJson> decisions,
      String state,
      int sequence,
      @Nullable String cancelled,
      @Nullable UUID document,
      int version) {

    static WorkshopJson of(Workshop workshop) {
      var useCase = workshop.useCase();
      return new WorkshopJson(
          workshop.id().value(),
          workshop.engagement().value(),
          useCase == null ? null : useCase.value(),
          workshop.title(),
          workshop.purpose(),
          workshop.place(),
          workshop.link(),
          workshop.minutes(),
          workshop.agenda(),
          TimeJson.ofNullable(workshop.date()),
          TimeJson.ofNullable(workshop.end().orElse(null)),
          workshop.proposed().stream().map(WorkshopJson::date).toList(),
          workshop.participants().stream()
              .map(one ->
                  new PersonJson(
                      one.account().value(),
                      one.name(),
                      one.side().code(),
                      one.partner(),
                      one.attended()))
              .toList(),
          workshop.decisions().stream()
              .map(one ->
                  new DecisionJson(
                      one.id(),
                      one.what(),
                      one.side().code(),
                      one.person(),
                      one.until(),
                      one.task(),
                      one.by(),
                      one.at()))
              .toList(),
          workshop.state().code(),
          workshop.sequence(),
          workshop.cancelled(),
          workshop.document(),
          workshop.version());
    }

    private static DateJson date(Workshop.Proposed one) {
      var answers = new HashMap<UUID, String>();
      one.answers().forEach((account, answer) -> answers.put(account.value(), answer.code()));
      return new DateJson(one.number(), TimeJson.of(one.at()), answers);
    }
  }

  record LineJson(
      UUID id,
      String title,
      UUID organisation,
      String organisationName,
      @Nullable TimeJson date,
      long dates,
      long people,
      String state) {}

  private final Workshops workshops;

  WorkshopResource(Workshops workshops) {
    this.workshops = workshops;
  }

  @Needs("workshop:read")
  @GetMapping("/workshops")
  Page<LineJson> list(
      @Listing(
              sorts = {"-date", "title", "state", "changed"},
              filters = "state")
          ListQuery query) {
    return workshops
        .list(query)
        .map(one ->
            new LineJson(
                one.id().value(),
                one.title(),
                one.organisation().value(),
                one.organisationName(),
                TimeJson.ofNullable(one.date()),
                one.dates(),
                one.people(),
                one.state().code()));
  }

  @Needs("workshop:read")
  @GetMapping("/engagements/{engagement}/workshops")
  List<WorkshopJson> of(@PathVariable UUID engagement) {
    return workshops.of(new EngagementId(engagement)).stream().map(WorkshopJson::of).toList();
  }

  @Needs("workshop:write")
  @GetMapping("/engagements/{engagement}/workshops/open-questions")
  List<OpenQuestion> openQuestions(@PathVariable UUID engagement, Locale language) {
    return workshops.openQuestions(new EngagementId(engagement), language);
  }

  @Needs("workshop:write")
  @GetMapping("/engagements/{engagement}/workshops/guests")
  List<PersonJson> guests(@PathVariable UUID engagement) {
    return workshops.guests(new EngagementId(engagement)).stream()
        .map(one ->
            new PersonJson(
                one.account().value(), one.name(), one.side().code(), one.partner(), null))
        .toList();
  }

  @Needs("workshop:write")
  @PostMapping("/engagements/{engagement}/workshops")
  Outcome<WorkshopJson> plan(@PathVariable UUID engagement, @RequestBody Planning body) {
    var id = body.id() == null ? UUID.randomUUID() : body.id();
    return body.plan()
        .then(plan -> workshops.plan(new EngagementId(engagement), new WorkshopId(id), plan))
        .map(WorkshopJson::of);
  }

  @Needs("workshop:read")
  @GetMapping("/workshops/{id}")
  WorkshopJson show(@PathVariable UUID id) {
    return WorkshopJson.of(workshops.show(new WorkshopId(id)));
  }

  @Needs("workshop:write")
  @PutMapping("/workshops/{id}")
  Outcome<WorkshopJson> change(@PathVariable UUID id, @RequestBody Planning body) {
    return body.plan()
        .then(plan ->
            workshops.change(new WorkshopId(id), plan, body.version() == null ? 0 : body.version()))
        .map(WorkshopJson::of);
  }

  @Needs("workshop:take-part")
  @PutMapping("/workshops/{id}/answers")
  Outcome<WorkshopJson> answer(@PathVariable UUID id, @RequestBody Answering body) {
    var answers = new HashMap<Integer, Answer>();
    var faults = new ArrayList<Fault>();
    var given = body.answers() == null ? Map.<Integer, String>of() : body.answers();
    given.forEach((number, code) ->
        Answer.of(code)
            .ifPresentOrElse(
                answer -> answers.put(number, answer),
                () -> faults.add(new Fault("answers." + number, "workshop.fault.answer"))));
    return faults.isEmpty()
        ? workshops.answer(new WorkshopId(id), answers).map(WorkshopJson::of)
        : Outcome.refused(new Refusal.Invalid(faults));
  }

  @Needs("workshop:write")
  @PutMapping("/workshops/{id}/date")
  Outcome<WorkshopJson> fix(@PathVariable UUID id, @RequestBody Fixing body) {
    return workshops
        .fix(new WorkshopId(id), body.number() == null ? 0 : body.number(), body.version())
        .map(WorkshopJson::of);
  }

  @Needs("workshop:write")
  @PostMapping("/workshops/{id}/cancel")
  Outcome<WorkshopJson> cancel(@PathVariable UUID id, @RequestBody Cancelling body) {
    return workshops
        .cancel(new WorkshopId(id), text(body.reason()), body.version())
        .map(WorkshopJson::of);
  }

  @Needs("workshop:write")
  @PostMapping("/workshops/{id}/held")
  Outcome<WorkshopJson> hold(@PathVariable UUID id, @RequestBody Holding body) {
    var attended = new HashSet<AccountId>();
    if (body.attended() != null) body.attended().forEach(one -> attended.add(new AccountId(one)));
    return workshops.hold(new WorkshopId(id), attended, body.version()).map(WorkshopJson::of);
  }

  @Needs("workshop:read")
  @GetMapping("/workshops/{id}/workshop.ics")
  ResponseEntity<byte[]> calendar(@PathVariable UUID id) {
    return workshops
        .calendar(new WorkshopId(id))
        .map(bytes ->
            WorkshopPages.file(
                bytes,
                new MediaType("text", "calendar", StandardCharsets.UTF_8),
                "workshop-" + id + ".ics"))
        .orElseThrow(() -> new NotVisible("date of " + id));
  }

  static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
