package lu.aifactory.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Plans the roadmap, step by step.
final class RoadmapSteps {

  private final CaseFile file;
  private final Factory factory;
  private final RunFile kept;
  private final PrintWriter out;

  RoadmapSteps(CaseFile file, Factory factory, RunFile kept, PrintWriter out) {
    this.file = file;
    this.factory = factory;
    this.kept = kept;
    this.out = out;
  }

  void plan(String token) {
    var given = file.content().path("roadmap");
    if (given.isMissingNode()) return;
    var path = "/api/engagements/" + kept.get("engagement") + "/roadmap";
    var known = factory.get(path, token).json();
    if (!known.get("start").equals(given.get("start"))) {
      var body = Map.of("start", given.get("start"), "version", known.get("version"));
      known = factory.put(path + "/start", token, body).json();
    }
    var planned = new HashSet<String>();
    known.get("steps").forEach(step -> planned.add(step.get("id").asString()));
    for (var step : given.get("steps")) {
      if (planned.contains(id(step.get("key").asString()).toString())) continue;
      // No key that makes it happen once: the step's own id does, and the version would differ.
      known = factory.post(path + "/steps", token, body(step, known), null).json();
    }
    out.println("Roadmap until " + known.path("end").asString() + ", EUR " + known.get("cost"));
  }

  private Map<String, Object> body(JsonNode step, JsonNode known) {
    var body = new HashMap<String, Object>();
    body.put("id", id(step.get("key").asString()));
    body.put("name", step.get("title"));
    body.put("owner", step.get("owner"));
    body.put("weeks", step.get("weeks"));
    var after = new ArrayList<UUID>();
    step.path("after").forEach(one -> after.add(id(one.asString())));
    body.put("after", after);
    if (step.has("notBefore")) body.put("notBefore", step.get("notBefore"));
    body.put("cost", step.path("cost").asLong(0));
    body.put("days", step.path("days").asInt(0));
    body.put("version", known.get("version"));
    return body;
  }

  private UUID id(String key) {
    return kept.id("step " + key);
  }
}
