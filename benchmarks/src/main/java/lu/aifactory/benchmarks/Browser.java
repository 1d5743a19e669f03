package lu.aifactory.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What somebody does with a browser: read a page or send a form, and then think. A page that is not what was asked for
/// (a form that came back with faults) is an error.
final class Browser {

  private static final Duration THINK = Duration.ofSeconds(5);
  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private Browser() {}

  /// Reads the page at an address.
  static ChainBuilder read(String name, String path, CheckBuilder... kept) {
    return page(http(name).get(path), kept);
  }

  /// Sends a form with the ticket of the page that was read last. The page that comes next belongs to it.
  static ChainBuilder send(
      String name, String path, Map<String, String> fields, CheckBuilder... kept) {
    var request = http(name).post(path).formParam("_csrf", "#{ticket}");
    for (var field : fields.entrySet()) {
      request = request.formParam(field.getKey(), field.getValue());
    }
    return page(request.check(substring("class=\"error-summary\"").notExists()), kept);
  }

  private static ChainBuilder page(HttpRequestActionBuilder request, CheckBuilder... kept) {
    var fine =
        request
            .check(
                status().is(200),
                substring("</html>").exists(),
                regex("name=\"_csrf\" value=\"([^\"]+)\"").optional().saveAs("ticket"))
            .check(kept);
    return group(session -> Rounds.now()).on(exec(fine)).pause(THINK);
  }

  /// Keeps the id of any one of the links that begin so, for example with `/use-cases/`.
  static CheckBuilder link(String name, String before) {
    return regex("href=\"" + before + "(" + ID + ")[\"?]")
        .findRandom()
        .withDefault("")
        .saveAs(name);
  }

  /// Keeps what the pattern finds first.
  static CheckBuilder kept(String name, String pattern) {
    return regex(pattern).find().withDefault("").saveAs(name);
  }

  /// Does something only where the page that was to have what it takes had it.
  static ChainBuilder having(String name, ChainBuilder... then) {
    return doIf(session -> session.contains(name) && !"".equals(session.getString(name)))
        .then(exec(List.of(then)));
  }

  /// Something that somebody does, and how often in comparison to the others.
  record Habit(double weight, ChainBuilder what) {}

  static Habit habit(double weight, ChainBuilder... what) {
    return new Habit(weight, exec(List.of(what)));
  }

  /// Does one of these, drawn by their weights.
  static ChainBuilder any(List<Habit> habits) {
    double sum = habits.stream().mapToDouble(Habit::weight).sum();
    return randomSwitch()
        .on(
            habits.stream()
                .map(habit -> percent(100 * habit.weight / sum).then(habit.what))
                .toArray(Choice.WithWeight[]::new));
  }
}
