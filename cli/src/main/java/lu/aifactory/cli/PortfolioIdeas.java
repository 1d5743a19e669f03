package lu.aifactory.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Adds the ideas, judges them, and decides on those on which the case decides.
final class PortfolioIdeas {

  private final CaseFile file;
  private final Factory factory;
  private final RunFile kept;
  private final PrintWriter out;

  PortfolioIdeas(CaseFile file, Factory factory, RunFile kept, PrintWriter out) {
    this.file = file;
    this.factory = factory;
    this.kept = kept;
    this.out = out;
  }

  void decide(String token) {
    var ideas = file.content().path("portfolio").path("ideas");
    if (ideas.isMissingNode()) return;
    var all = "/api/engagements/" + kept.get("engagement") + "/portfolio";
    for (var idea : ideas) add(all, idea, token);
    out.println("Portfolio " + factory.address() + all.replaceFirst("/api", ""));
    for (var place : factory.get(all, token).json().get("places")) {
      out.println("  " + line(place));
    }
  }

  /// Portfolio and roadmap as one sealed document.
  void fetch(String token) {
    if (file.content().path("portfolio").isMissingNode()) return;
    var id = kept.id("portfolio");
    var path = "/api/engagements/" + kept.get("engagement") + "/portfolio/sealed";
    factory.post(path, token, Map.of("id", id), kept.key("portfolio")).fine();
    var pdf = factory.get("/api/documents/" + id + "/content", token).fine().bytes();
    out.println("Wrote " + kept.write("portfolio.pdf", pdf));
  }

  /// The path of an idea of the case.
  static String path(CaseFile file, RunFile kept, String key) {
    for (var idea : file.content().path("portfolio").path("ideas")) {
      if (idea.get("key").asString().equals(key)) return path(kept, key);
    }
    throw Stopped.badFile("$.useCase.idea: expected the key of an idea, found \"" + key + "\"");
  }

  private static String path(RunFile kept, String key) {
    return "/api/portfolio/ideas/" + kept.id("idea " + key);
  }

  private void add(String all, JsonNode idea, String token) {
    var key = idea.get("key").asString();
    var path = path(kept, key);
    var body = new HashMap<String, Object>();
    body.put("id", kept.id("idea " + key));
    body.put("title", idea.get("title"));
    body.put("description", idea.path("description").asString(""));
    if (idea.has("pattern")) body.put("pattern", idea.get("pattern"));
    factory.post(all, token, body, kept.key("idea " + key)).fine();
    var known = factory.get(path, token).json();
    if (known.get("scores").isEmpty()) {
      known = put(path + "/judgement", judgement(idea, known), token);
    }
    if (idea.has("decision") && !known.path("decided").isObject()) {
      put(path + "/decision", decision(idea, known), token);
    }
  }

  private JsonNode put(String path, HashMap<String, Object> body, String token) {
    return factory.put(path, token, body).json();
  }

  private static HashMap<String, Object> judgement(JsonNode idea, JsonNode known) {
    var body = new HashMap<String, Object>();
    body.put("scores", idea.get("scores"));
    body.put("vetoes", idea.get("vetoes"));
    body.put("version", known.get("version"));
    return body;
  }

  private static HashMap<String, Object> decision(JsonNode idea, JsonNode known) {
    var body = new HashMap<String, Object>();
    body.put("decision", idea.get("decision"));
    body.put("reason", idea.get("reason"));
    body.put("version", known.get("version"));
    return body;
  }

  private static String line(JsonNode place) {
    var idea = place.get("idea");
    var proposed = place.path("proposal").asString("open");
    var decided = idea.path("decided").path("what").asString("not decided");
    var priority = place.path("priority").asDouble();
    return "%s: priority %.0f, proposed %s, decided %s"
        .formatted(idea.get("title").asString(), priority, lower(proposed), lower(decided));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
