package lu.aifactory.platform.schedule;

import java.util.List;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The clockwork for programs that watch over the platform.
@RestController
@RequestMapping("/api/schedule")
class ScheduleResource {

  private final Schedule schedule;

  ScheduleResource(Schedule schedule) {
    this.schedule = schedule;
  }

  @Needs("schedule:read")
  @GetMapping
  List<Schedule.Entry> recurring() {
    return schedule.recurring();
  }

  @Needs("schedule:read")
  @GetMapping("/work")
  List<WorkState> work() {
    return schedule.work();
  }

  @Needs("schedule:run")
  @PostMapping("/{name}/run")
  Outcome<String> run(@PathVariable String name) {
    return schedule.runNow(name);
  }
}
