package lu.aifactory.platform.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Engagements for programs.
@RestController
@RequestMapping("/api/engagements")
class EngagementResource {

  private final Journey journey;
  private final Advisors advisors;
  private final Progress progress;
  private final Words words;

  EngagementResource(Journey journey, Advisors advisors, Progress progress, Words words) {
    this.journey = journey;
    this.advisors = advisors;
    this.progress = progress;
    this.words = words;
  }

  record Awaited(String who, @Nullable LocalDate until) {

    static @Nullable Awaited of(@Nullable Waiting waiting) {
      return waiting == null ? null : new Awaited(waiting.who().code(), waiting.until());
    }
  }

  record Brief(
      UUID id,
      UUID organisation,
      String organisationName,
      String title,
      String stage,
      String state,
      String language,
      String sector,
      @Nullable UUID advisor,
      @Nullable String advisorName,
      @Nullable UUID substitute,
      @Nullable Awaited waiting,
      @Nullable Instant firstContactBy,
      @Nullable Instant firstContactAt,
      Instant openedAt,
      Instant changedAt,
      @Nullable Instant closedAt,
      @Nullable String outcome,
      int version) {

    static Brief of(Engagement one) {
      var advisor = one.advisor();
      var substitute = one.substitute();
      var closed = one.closed();
      return new Brief(
          one.id().value(),
          one.organisation().value(),
          one.organisationName(),
          one.title(),
          one.stage().code(),
          one.state().code(),
          one.language(),
          one.sector(),
          advisor == null ? null : advisor.value(),
          one.advisorName(),
          substitute == null ? null : substitute.account().value(),
          Awaited.of(one.waiting()),
          one.promised().until(),
          one.promised().kept(),
          one.openedAt(),
          one.changedAt(),
          closed == null ? null : closed.at(),
          closed == null ? null : closed.how().code(),
          one.version());
    }
  }

  /// What is next, in the words of the language that the request asks for.
  record Next(String what, String why, String who, @Nullable LocalDate due, String link) {}

  record Whole(
      Brief engagement,
      @Nullable Next next,
      List<String> whyThisAdvisor,
      Map<String, List<String>> firstContact) {}

  record Listed(
      UUID id,
      String what,
      String side,
      @Nullable UUID person,
      @Nullable LocalDate due,
      @Nullable String link,
      String state,
      @Nullable String reason,
      int version) {}

  record Line(
      long number,
      Instant at,
      @Nullable String actor,
      String message,
      String text,
      String link,
      @Nullable Awaited waiting) {}

  record TaskBody(
      @Nullable UUID id,
      @Nullable String what,
      @Nullable String side,
      @Nullable UUID person,
      @Nullable LocalDate due,
      @Nullable String link) {}

  record Version(int version) {}

  record Skip(@Nullable String reason, int version) {}

  /// @param ending `skipped` when the present stage is left without having been worked through
  record Move(
      @Nullable String stage, @Nullable String ending, @Nullable String reason, int version) {}

  record End(@Nullable String outcome, @Nullable String reason, int version) {}

  record Visit(
      String stage,
      Instant enteredAt,
      @Nullable Instant leftAt,
      @Nullable String ending,
      @Nullable String reason) {}

  /// Why the factory's table set a task.
  record Because(String text, Map<String, @Nullable Object> inputs, String version, int line) {}

  record Assignment(@Nullable UUID advisor, @Nullable String reason, int version) {}

  record Made(UUID id) {}

  @Needs("engagement:read")
  @GetMapping
  Page<Brief> list(
      @Listing(
              sorts = {"-changed", "opened", "title", "organisation", "advisor", "stage", "until"},
              filters = {"stage", "waiting", "state", "sector", "advisor"})
          ListQuery query) {
    return journey.list(query).map(Brief::of);
  }

  @Needs("engagement:read")
  @GetMapping("/{id}")
  Whole one(@PathVariable UUID id) {
    var engagement = new EngagementId(id);
    return new Whole(
        Brief.of(journey.engagement(engagement)),
        journey.nextStep(engagement).map(this::next).orElse(null),
        journey.whyThisAdvisor(engagement).because().stream().map(words::of).toList(),
        journey.firstContact(engagement).given());
  }

  private Next next(NextStep step) {
    return new Next(words.of(step), words.reason(step), step.who().code(), step.due(), step.link());
  }

  @Needs("engagement:read")
  @GetMapping("/{id}/tasks")
  List<Listed> tasks(@PathVariable UUID id) {
    return journey.tasks(new EngagementId(id)).stream().map(this::listed).toList();
  }

  private Listed listed(Task task) {
    var person = task.person();
    return new Listed(
        task.id().value(),
        words.of(task),
        task.side().code(),
        person == null ? null : person.value(),
        task.due(),
        task.link(),
        task.state().code(),
        task.reason(),
        task.version());
  }

  @Needs("engagement:write")
  @PostMapping("/{id}/tasks")
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<Made> add(@PathVariable UUID id, @RequestBody TaskBody body) {
    var person = body.person();
    var task =
        new NewTask(
            new TaskId(body.id() == null ? UUID.randomUUID() : body.id()),
            text(body.what()),
            TaskPages.side(text(body.side())),
            person == null ? null : new AccountId(person),
            body.due(),
            body.link());
    return journey.addTask(new EngagementId(id), task).map(made -> new Made(made.value()));
  }

  @Needs("engagement:write")
  @PostMapping("/{id}/tasks/{task}/done")
  Outcome<Made> done(@PathVariable UUID id, @PathVariable UUID task, @RequestBody Version body) {
    return journey
        .finishTask(new EngagementId(id), new TaskId(task), body.version())
        .map(closed -> new Made(closed.value()));
  }

  @Needs("engagement:write")
  @PostMapping("/{id}/tasks/{task}/skip")
  Outcome<Made> skip(@PathVariable UUID id, @PathVariable UUID task, @RequestBody Skip body) {
    return journey
        .skipTask(new EngagementId(id), new TaskId(task), text(body.reason()), body.version())
        .map(closed -> new Made(closed.value()));
  }

  /// The newest first; `before` is the number of the oldest line that the caller already has.
  @Needs("engagement:read")
  @GetMapping("/{id}/timeline")
  List<Line> timeline(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") long before,
      @RequestParam(defaultValue = "50") int limit) {
    return journey.timeline(new EngagementId(id), before, limit).stream()
        .map(line ->
            new Line(
                line.number(),
                line.at(),
                line.actor(),
                line.message(),
                words.of(line).text(),
                line.link(),
                Awaited.of(line.waiting())))
        .toList();
  }

  @Needs("engagement:advise")
  @PostMapping("/{id}/stage")
  Outcome<Brief> move(@PathVariable UUID id, @RequestBody Move body) {
    var stage =
        Arrays.stream(Stage.values()).filter(one -> one.code().equals(body.stage())).findFirst();
    if (stage.isEmpty()) {
      return fault("stage", "journey.fault.choice");
    }
    var engagement = new EngagementId(id);
    var skipped = "skipped".equals(body.ending());
    return progress
        .move(engagement, stage.get(), skipped, text(body.reason()), body.version())
        .map(_ -> Brief.of(journey.engagement(engagement)));
  }

  @Needs("engagement:read")
  @GetMapping("/{id}/stages")
  List<Visit> stages(@PathVariable UUID id) {
    return progress.visits(new EngagementId(id)).stream()
        .map(visit -> {
          var ending = visit.ending();
          return new Visit(
              visit.stage().code(),
              visit.enteredAt(),
              visit.leftAt(),
              ending == null ? null : ending.code(),
              visit.reason());
        })
        .toList();
  }

  @Needs("engagement:advise")
  @PostMapping("/{id}/end")
  Outcome<Brief> end(@PathVariable UUID id, @RequestBody End body) {
    var how = Closing.of(text(body.outcome())).orElse(null);
    var engagement = new EngagementId(id);
    return progress
        .close(engagement, how, text(body.reason()), body.version())
        .map(_ -> Brief.of(journey.engagement(engagement)));
  }

  @Needs("engagement:advise")
  @PostMapping("/{id}/reopen")
  Outcome<Brief> reopen(@PathVariable UUID id, @RequestBody Skip body) {
    var engagement = new EngagementId(id);
    return progress
        .reopen(engagement, text(body.reason()), body.version())
        .map(_ -> Brief.of(journey.engagement(engagement)));
  }

  @Needs("engagement:read")
  @GetMapping("/{id}/tasks/{task}/why")
  Outcome<Because> why(@PathVariable UUID id, @PathVariable UUID task) {
    return journey
        .whyThisTask(new EngagementId(id), new TaskId(task))
        .map(why ->
            Outcome.done(new Because(words.because(why), why.inputs(), why.version(), why.line())))
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  @Needs("engagement:assign")
  @PutMapping("/{id}/advisor")
  Outcome<Brief> advisor(@PathVariable UUID id, @RequestBody Assignment body) {
    var advisor = body.advisor();
    if (advisor == null) {
      return fault("advisor", "journey.fault.required");
    }
    var engagement = new EngagementId(id);
    return advisors
        .reassign(engagement, new AccountId(advisor), text(body.reason()), body.version())
        .map(_ -> Brief.of(journey.engagement(engagement)));
  }

  private static <T> Outcome<T> fault(String field, String message) {
    return Outcome.refused(new Refusal.Invalid(List.of(new Fault(field, message))));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
