package lu.aifactory.cli;

import java.io.PrintWriter;
import java.util.Map;

/// The assessment, light or full: facts, one answer for each item that is asked, the result.
final class ReadinessAnswers {

  private final CaseFile file;
  private final Factory factory;
  private final RunFile kept;
  private final PrintWriter out;

  ReadinessAnswers(CaseFile file, Factory factory, RunFile kept, PrintWriter out) {
    this.file = file;
    this.factory = factory;
    this.kept = kept;
    this.out = out;
  }

  void give(String token) {
    var given = file.content().get("readiness");
    var all = "/api/engagements/" + kept.get("engagement") + "/readiness";
    var id = kept.id("readiness").toString();
    var one = all + "/" + id;
    if (kept.find("assessment").isEmpty()) {
      var depth = given.path("depth").asString("light");
      var body = Map.of("id", id, "depth", depth, "facts", given.get("facts"));
      factory.post(all, token, body, kept.key("readiness")).fine();
      kept.keep("assessment", id);
    }
    var assessment = factory.get(one, token).json();
    if (assessment.path("finishedAt").asString("").isEmpty()) {
      for (var item : assessment.get("asked")) {
        answer(one, item.asString(), token);
      }
      factory.post(one + "/finish", token).fine();
    }
    var finding = factory.get(one + "/result", token).json().path("finding").asString("");
    out.println("Readiness assessed: " + finding);
  }

  private void answer(String assessment, String item, String token) {
    var answer = file.content().path("readiness").path("answers").path(item);
    if (answer.isMissingNode()) {
      throw Stopped.badFile(
          "$.readiness.answers['"
              + item
              + "']: expected a value, because the factory asks for it, found nothing");
    }
    factory.put(assessment + "/answers/" + item, token, answer).fine();
  }
}
