package lu.aifactory.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Writes the use case, section by section.
final class UseCaseSections {

  private final CaseFile file;
  private final Factory factory;
  private final RunFile kept;
  private final PrintWriter out;

  UseCaseSections(CaseFile file, Factory factory, RunFile kept, PrintWriter out) {
    this.file = file;
    this.factory = factory;
    this.kept = kept;
    this.out = out;
  }

  /// Answers the path of the complete use case.
  String write(String token) {
    var given = file.content().get("useCase");
    var id = kept.id("use case").toString();
    var path = "/api/use-cases/" + id;
    if (kept.find("useCase").isEmpty()) {
      begin(given, id, token);
      kept.keep("useCase", id);
    }
    out.println("Use case " + factory.address() + "/use-cases/" + id);
    if (isSealed(factory.get(path, token).json())) return path;
    given
        .get("sections")
        .properties()
        .forEach(section -> save(path, section.getKey(), section.getValue(), token));
    requireComplete(factory.get(path, token).json());
    return path;
  }

  private void begin(JsonNode given, String id, String token) {
    var key = kept.key("use case");
    if (given.has("idea")) {
      var body = Map.of("id", id, "language", given.get("language"));
      var idea = PortfolioIdeas.path(file, kept, given.get("idea").asString());
      factory.post(idea + "/use-case", token, body, key).fine();
      return;
    }
    var body = Map.of("id", id, "title", given.get("title"), "language", given.get("language"));
    var useCases = "/api/engagements/" + kept.get("engagement") + "/use-cases";
    factory.post(useCases, token, body, key).fine();
  }

  static boolean isSealed(JsonNode useCase) {
    return !useCase.path("sealed").path("at").isMissingNode();
  }

  private void save(String useCase, String key, JsonNode content, String token) {
    var path = useCase + "/sections/" + key;
    var version = factory.get(path, token).json().path("version").asInt();
    var saved = factory.put(path, token, Map.of("version", version, "content", content)).json();
    out.println("  section " + key + ": " + saved.path("state").asString());
  }

  private void requireComplete(JsonNode useCase) {
    if (useCase.path("complete").asBoolean()) return;
    var open = new ArrayList<String>();
    for (var section : useCase.path("sections")) {
      for (var reason : section.path("reasons")) {
        open.add(
            section.path("key").asString()
                + "."
                + reason.path("field").asString()
                + ": "
                + reason.path("message").asString());
      }
      if (section.path("state").asString().equals("missing")) {
        open.add(section.path("key").asString() + ": missing");
      }
    }
    throw Stopped.refused(
        "The use case is not complete, so nobody can sign it [" + String.join("; ", open) + "]");
  }
}
