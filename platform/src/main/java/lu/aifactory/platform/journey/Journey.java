package lu.aifactory.platform.journey;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/// Engagements: where each stands, what happened, who is waited for, and what is next.
@Facade
public class Journey {

  private static final int LONGEST_REASON = 2000;

  private final Engagements engagements;
  private final EngagementList list;
  private final TimelineLines lines;
  private final Tasks tasks;
  private final NextSteps next;
  private final Sides sides;
  private final Access access;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Journey(
      Engagements engagements,
      EngagementList list,
      TimelineLines lines,
      Tasks tasks,
      NextSteps next,
      Sides sides,
      Access access,
      ApplicationEventPublisher events,
      Clock clock) {
    this.engagements = engagements;
    this.list = list;
    this.lines = lines;
    this.tasks = tasks;
    this.next = next;
    this.sides = sides;
    this.access = access;
    this.events = events;
    this.clock = clock;
  }

  /// One engagement.
  @Needs("engagement:read")
  public Engagement engagement(EngagementId id) {
    return found(id);
  }

  /// The engagements of an organisation, the newest first.
  @Needs("engagement:read")
  public List<Engagement> engagementsOf(OrganisationId organisation) {
    return engagements.of(organisation);
  }

  /// The advisor of an engagement, once there is one.
  @Needs("engagement:read")
  public Optional<AccountId> advisorOf(EngagementId id) {
    return Optional.ofNullable(found(id).advisor());
  }

  /// One page of the engagements that the caller may see.
  @Needs("engagement:read")
  public Page<Engagement> list(ListQuery query) {
    return list.page(access.visibility("engagement:read"), query);
  }

  /// The engagements of such a page alone, without how many others there are.
  @Needs("engagement:read")
  public List<Engagement> first(ListQuery query) {
    return list.first(access.visibility("engagement:read"), query);
  }

  /// All that the query finds, one after the other, to take away.
  @Needs("engagement:read")
  public void export(ListQuery query, Consumer<Engagement> each) {
    list.each(access.visibility("engagement:read"), query, each);
  }

  /// Those that wait for an advisor, the oldest first.
  @Needs("engagement:assign")
  public List<Engagement> unassigned() {
    return list.unassigned(access.visibility("engagement:assign"));
  }

  /// What the organisation said at its first contact.
  @Needs("engagement:read")
  public Answers firstContact(EngagementId id) {
    return engagements.answers(id);
  }

  /// Why the engagement has this advisor. What the other advisors lacked is for those who assign.
  @Needs("engagement:read")
  public AdvisorChoice whyThisAdvisor(EngagementId id) {
    var choice = engagements.choice(id);
    return access.may("engagement:assign", found(id).organisation())
        ? choice
        : new AdvisorChoice(choice.advisor(), choice.fits(), choice.because(), List.of());
  }

  /// What happened, the newest first: the lines before this number, or the newest of all when it is 0.
  @Needs("engagement:read")
  public List<TimelineLine> timeline(EngagementId id, long before, int limit) {
    return lines.of(id, before, Math.clamp(limit, 1, 200));
  }

  /// All that could be done next, the most urgent first.
  @Needs("engagement:read")
  public List<NextStep> steps(EngagementId id) {
    return next.ranked(id);
  }

  /// The one step to show to the caller: their own side's if it has any, else the one that is waited for.
  @Needs("engagement:read")
  public Optional<NextStep> nextStep(EngagementId id) {
    return NextStep.choose(next.ranked(id), sides.callersSide(found(id)).orElse(null));
  }

  /// The side of the engagement on which the caller stands; none for those who only look on.
  @Needs("engagement:read")
  public Optional<Waiting.Who> mySide(EngagementId id) {
    return sides.callersSide(found(id));
  }

  /// The tasks: open ones by their day, then the closed ones.
  @Needs("engagement:read")
  public List<Task> tasks(EngagementId id) {
    return tasks.of(id);
  }

  /// One task.
  @Needs("engagement:read")
  public Task task(EngagementId id, TaskId task) {
    return tasks.find(id, task).orElseThrow(() -> new NotVisible(task.toString()));
  }

  /// Sets a task. Asking twice with the same id makes one.
  @Needs(value = "engagement:write", records = "engagement.task-added")
  public Outcome<TaskId> addTask(EngagementId id, NewTask task) {
    var faults = new ArrayList<>(task.faults(Today.of(clock)));
    var engagement = found(id);
    if (task.person() != null && !sides.people(engagement).contains(task.person())) {
      faults.add(new Fault("person", "journey.fault.person"));
    }
    if (!faults.isEmpty() || task.side() == null) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    if (tasks.add(id, task, null, sides.actor().map(Person::id).orElse(null), clock.instant())) {
      publish(
          id,
          "journey.event.task-added",
          List.of(task.what().strip()),
          Timeline.sooner(engagement.waiting(), new Waiting(task.side(), task.due())),
          page(id, task.id()));
    } else if (tasks.find(id, task.id()).isEmpty()) {
      throw new NotVisible(task.id().toString());
    }
    return Outcome.done(task.id());
  }

  /// Marks a task as done.
  @Needs(value = "engagement:write", records = "engagement.task-done")
  public Outcome<TaskId> finishTask(EngagementId id, TaskId task, int version) {
    return close(id, task, Task.State.DONE, "", version);
  }

  /// Skips a task, with the reason.
  @Needs(value = "engagement:write", records = "engagement.task-skipped")
  public Outcome<TaskId> skipTask(EngagementId id, TaskId task, String reason, int version) {
    return reasonFault(reason)
        .<Outcome<TaskId>>map(fault -> Outcome.refused(new Refusal.Invalid(List.of(fault))))
        .orElseGet(() -> close(id, task, Task.State.SKIPPED, reason.strip(), version));
  }

  private Outcome<TaskId> close(
      EngagementId id, TaskId taskId, Task.State state, String reason, int version) {
    var found = tasks.find(id, taskId);
    if (found.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound());
    }
    var task = found.get();
    if (!task.isOpen()) {
      return task.state() == state && state == Task.State.DONE
          ? Outcome.done(taskId)
          : Outcome.refused(new JourneyRefusal.TaskClosed());
    }
    var actor = sides.actor().map(Person::id).orElse(null);
    if (!tasks.close(
        taskId, state, reason.isEmpty() ? null : reason, actor, clock.instant(), version)) {
      return Outcome.refused(new Refusal.Changed(task.version()));
    }
    var words = task.message() == null ? String.valueOf(task.what()) : "#" + task.message();
    publish(
        id,
        "journey.event.task-" + state.code(),
        reason.isEmpty() ? List.of(words) : List.of(words, reason),
        null,
        page(id, taskId));
    return Outcome.done(taskId);
  }

  /// Moves the engagement to another stage, forward or back, with the reason.
  @Needs(value = "engagement:advise", records = "engagement.moved")
  public Outcome<EngagementId> move(EngagementId id, Stage stage, String reason, int version) {
    var fault = reasonFault(reason);
    if (fault.isPresent()) {
      return Outcome.refused(new Refusal.Invalid(List.of(fault.get())));
    }
    var before = found(id);
    if (before.stage() == stage) {
      return Outcome.done(id);
    }
    if (!engagements.move(id, stage, clock.instant(), version)) {
      return Outcome.refused(new Refusal.Changed(before.version()));
    }
    publish(
        id,
        "journey.event.moved",
        List.of("#" + stage.messageKey(), reason.strip()),
        null,
        "/engagements/" + id.value());
    return Outcome.done(id);
  }

  static Optional<Fault> reasonFault(String reason) {
    if (reason.isBlank()) {
      return Optional.of(new Fault("reason", "journey.fault.reason"));
    }
    return reason.length() > LONGEST_REASON
        ? Optional.of(new Fault("reason", "journey.fault.too-long", List.of(LONGEST_REASON)))
        : Optional.empty();
  }

  private void publish(
      EngagementId id,
      String message,
      List<String> arguments,
      @Nullable Waiting waiting,
      String link) {
    events.publishEvent(new EngagementEvent(id, message, arguments, waiting, link));
  }

  private static String page(EngagementId id, TaskId task) {
    return "/engagements/" + id.value() + "/tasks/" + task.value();
  }

  private Engagement found(EngagementId id) {
    return engagements.find(id).orElseThrow(() -> new NotVisible(id.toString()));
  }
}
