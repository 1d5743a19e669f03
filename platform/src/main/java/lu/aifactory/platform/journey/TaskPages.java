package lu.aifactory.platform.journey;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Identity;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The tasks of an engagement.
@Controller
@RequestMapping("/engagements/{id}/tasks")
class TaskPages {

  private static final int COMMENTS = 50;

  private final Journey journey;
  private final Identity identity;
  private final Access access;
  private final EngagementFrame frame;
  private final Comments comments;
  private final CommentPages commentPages;

  TaskPages(
      Journey journey,
      Identity identity,
      Access access,
      EngagementFrame frame,
      Comments comments,
      CommentPages commentPages) {
    this.journey = journey;
    this.identity = identity;
    this.access = access;
    this.frame = frame;
    this.comments = comments;
    this.commentPages = commentPages;
  }

  @Needs("engagement:write")
  @GetMapping("/new")
  String blank(@PathVariable UUID id, Model model) {
    return form(new EngagementId(id), Form.empty().with("task", UUID.randomUUID()), model);
  }

  private String form(EngagementId id, Form form, Model model) {
    var engagement = journey.engagement(id);
    frame.put(engagement, model);
    model.addAttribute("form", form);
    model.addAttribute(
        "sides",
        Arrays.stream(Waiting.Who.values())
            .map(who -> Choice.key(who.code(), "journey.side." + who.code()))
            .toList());
    model.addAttribute("people", people(engagement));
    return "journey/new-task";
  }

  private List<Choice> people(Engagement engagement) {
    var people = new ArrayList<Choice>();
    if (access.may("member:read", engagement.organisation())) {
      identity
          .members(engagement.organisation())
          .forEach(one -> people.add(Choice.text(one.account().value().toString(), one.name())));
    }
    var advisor = engagement.advisor();
    if (advisor != null) {
      people.add(Choice.text(advisor.value().toString(), String.valueOf(engagement.advisorName())));
    }
    var substitute = engagement.substitute();
    if (substitute != null) {
      people.add(Choice.text(substitute.account().value().toString(), substitute.name()));
    }
    return people;
  }

  @Needs("engagement:write")
  @PostMapping
  String add(
      @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, Model model) {
    var form = Form.of(typed);
    var faults = new ArrayList<Fault>();
    var due = day(form.value("due"), faults);
    var task =
        new NewTask(
            new TaskId(id(form.value("task")).orElseGet(UUID::randomUUID)),
            form.value("what"),
            side(form.value("side")),
            id(form.value("person")).map(AccountId::new).orElse(null),
            due,
            null);
    if (!faults.isEmpty()) {
      return form(new EngagementId(id), form.with(faults), model);
    }
    return switch (journey.addTask(new EngagementId(id), task)) {
      case Done(_) -> "redirect:/engagements/" + id + "#tasks";
      case Refused(var why) -> form(new EngagementId(id), form.with(why), model);
    };
  }

  @Needs("engagement:read")
  @GetMapping("/{task}")
  String one(@PathVariable UUID id, @PathVariable UUID task, Model model) {
    return one(new EngagementId(id), new TaskId(task), Form.empty(), model);
  }

  private String one(EngagementId id, TaskId taskId, Form form, Model model) {
    frame.put(journey.engagement(id), model);
    var task = journey.task(id, taskId);
    model.addAttribute("task", task);
    model.addAttribute("reasons", journey.whyThisTask(id, taskId).orElse(null));
    model.addAttribute("said", comments.latest(id, taskId, COMMENTS));
    commentPages.write(id, Form.empty().with("id", UUID.randomUUID()), taskId, model);
    model.addAttribute("skip", form.with("version", task.version()));
    return "journey/task";
  }

  @Needs("engagement:write")
  @PostMapping("/{task}/done")
  String done(
      @PathVariable UUID id, @PathVariable UUID task, @RequestParam int version, Model model) {
    return switch (journey.finishTask(new EngagementId(id), new TaskId(task), version)) {
      case Done(_) -> "redirect:/engagements/" + id;
      case Refused(var why) -> refused(id, task, "", why, model);
    };
  }

  @Needs("engagement:write")
  @PostMapping("/{task}/skip")
  String skip(
      @PathVariable UUID id,
      @PathVariable UUID task,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam int version,
      Model model) {
    return switch (journey.skipTask(new EngagementId(id), new TaskId(task), reason, version)) {
      case Done(_) -> "redirect:/engagements/" + id;
      case Refused(var why) -> refused(id, task, reason, why, model);
    };
  }

  private String refused(UUID id, UUID task, String reason, Refusal why, Model model) {
    var form = Form.empty().with("reason", reason).with(why);
    return one(new EngagementId(id), new TaskId(task), form, model);
  }

  static Waiting.@Nullable Who side(String code) {
    return Arrays.stream(Waiting.Who.values())
        .filter(who -> who.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  static Optional<UUID> id(String typed) {
    try {
      return typed.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static @Nullable LocalDate day(String typed, List<Fault> faults) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed);
    } catch (DateTimeException _) {
      faults.add(new Fault("due", "journey.fault.day"));
      return null;
    }
  }
}
