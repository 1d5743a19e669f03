package lu.aifactory.platform.schedule;

import java.time.format.DateTimeFormatter;
import java.util.List;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.schedule.RecurringWork.Cadence;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// What runs by the clock and in the workplace.
@Controller
class SchedulePages {

  /// A row as it is shown.
  record Row(String name, String words, String cadence, Schedule.Runs runs) {}

  private final Schedule schedule;
  private final Texts texts;
  private final Runner runner;

  SchedulePages(Schedule schedule, Texts texts, Runner runner) {
    this.schedule = schedule;
    this.texts = texts;
    this.runner = runner;
  }

  @Needs("schedule:read")
  @GetMapping("/schedule")
  String show(
      @RequestParam(required = false) @Nullable String asked, Authentication caller, Model model) {
    List<Row> rows = schedule.recurring().stream().map(this::row).toList();
    model.addAttribute("rows", rows);
    model.addAttribute("work", schedule.work());
    model.addAttribute(
        "mayRun",
        caller.getAuthorities().stream()
            .anyMatch(held -> "schedule:run".equals(held.getAuthority())));
    model.addAttribute("jailed", runner instanceof JailedRunner);
    model.addAttribute(
        "asked", rows.stream().filter(row -> row.name().equals(asked)).findFirst().orElse(null));
    return "schedule/overview";
  }

  @Needs("schedule:run")
  @PostMapping("/schedule/{name}/run")
  String run(@PathVariable String name) {
    if (schedule.runNow(name) instanceof Outcome.Refused<?>(var why))
      throw new ResponseStatusException(HttpStatus.valueOf(why.kind().status()));
    return "redirect:/schedule?asked=" + name;
  }

  private Row row(Schedule.Entry entry) {
    var key = entry.name().replaceFirst("\\.", ".schedule.");
    var words = texts.of(key);
    return new Row(
        entry.name(),
        words.equals(key) ? entry.name() : words,
        cadence(entry.cadence()),
        entry.runs());
  }

  private String cadence(Cadence cadence) {
    return switch (cadence) {
      case Cadence.Daily(var at) ->
          texts.of("schedule.cadence.daily", DateTimeFormatter.ofPattern("HH:mm").format(at));
      case Cadence.Every(var pause) when pause.toHours() > 0 && pause.toMinutesPart() == 0 ->
          texts.of("schedule.cadence.hours", pause.toHours());
      case Cadence.Every(var pause) when pause.toMinutes() > 0 && pause.toSecondsPart() == 0 ->
          texts.of("schedule.cadence.minutes", pause.toMinutes());
      case Cadence.Every(var pause) -> texts.of("schedule.cadence.seconds", pause.toSeconds());
    };
  }
}
