package lu.aifactory.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static lu.aifactory.benchmarks.Browser.having;
import static lu.aifactory.benchmarks.Browser.kept;
import static lu.aifactory.benchmarks.Browser.link;
import static lu.aifactory.benchmarks.Browser.send;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.Map;

/// What both sides do with the engagement that they found in a list.
final class Engagement {

  private static final String PATH = "/engagements/#{engagement}";

  private Engagement() {}

  static ChainBuilder read() {
    return having(
        "engagement",
        Browser.read(
            "Engagement",
            PATH,
            kept("older", "\\?before=(\\d+)\""),
            kept("task", "/tasks/([0-9a-f-]{36})\"")));
  }

  static ChainBuilder readOlder() {
    return having("older", Browser.read("Engagement, older events", PATH + "?before=#{older}"));
  }

  static ChainBuilder addTask() {
    return having(
        "engagement",
        Browser.read(
            "New task", PATH + "/tasks/new", kept("fresh", "name=\"task\" value=\"([^\"]+)\"")),
        send(
            "Save a new task",
            PATH + "/tasks",
            Map.of(
                "task", "#{fresh}",
                "what", "Look at the figures of last week",
                "side", "organisation",
                "due", "2030-01-31")));
  }

  /// Finishes the task that stands first, if it is open.
  static ChainBuilder finishTask() {
    return having(
        "task",
        Browser.read(
            "Task",
            PATH + "/tasks/#{task}",
            kept("done", "action=\"([^\"]+/done)\""),
            kept("version", "name=\"version\" value=\"(\\d+)\"")),
        having("done", send("Finish a task", "#{done}", Map.of("version", "#{version}"))));
  }

  static ChainBuilder readiness() {
    return having(
        "engagement",
        exec(
            Browser.read("Readiness", PATH + "/readiness", link("report", "/readiness/")),
            having("report", Browser.read("Readiness report", "/readiness/#{report}"))));
  }
}
