package lu.aifactory.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// From the first contact to an account with an engagement, and the token with which the rest is done.
final class Opening {

  private static final int TOKEN_DAYS = 7;

  private final CaseFile file;
  private final Factory factory;
  private final RunFile kept;
  private final PrintWriter out;

  Opening(CaseFile file, Factory factory, RunFile kept, PrintWriter out) {
    this.file = file;
    this.factory = factory;
    this.kept = kept;
    this.out = out;
  }

  String token() {
    if (kept.find("engagement").isEmpty()) open();
    var token = kept.get("token");
    return factory.get("/api/me", token).status() == 401 ? fresh() : token;
  }

  private void open() {
    if (kept.find("email").isEmpty()) kept.keep("email", freshAddress());
    if (kept.find("link").isEmpty()) {
      var begun = factory.post("/api/intakes", null, Map.of(), kept.key("intake")).json();
      kept.keep("link", begun.get("link").asString());
    }
    if (kept.find("answered").isEmpty()) {
      answer("/api/intakes/" + kept.get("link"));
      kept.keep("answered", "yes");
    }
    out.println("First contact answered");
    register("/api/intakes/" + kept.get("link") + "/account");
    out.println("Account " + kept.get("email"));
  }

  // The factory says which question is next, so that questions that do not arise are never
  // answered.
  private void answer(String intake) {
    var next = factory.get(intake, null).json().path("next").asString("");
    while (!next.isEmpty()) {
      var state =
          factory.put(intake + "/answers/" + next, null, Map.of("values", values(next))).json();
      var then = state.path("next").asString("");
      if (then.equals(next)) {
        throw Stopped.refused("The factory keeps asking \"" + next + "\" of the first contact.");
      }
      next = then;
    }
  }

  private List<String> values(String question) {
    var given =
        switch (question) {
          case "name" -> file.content().at("/account/name");
          case "email" -> null;
          default -> file.content().path("firstContact").path(question);
        };
    if (given == null) return List.of(kept.get("email"));
    if (given.isMissingNode()) {
      throw Stopped.badFile(
          "$.firstContact."
              + question
              + ": expected a value, because the factory asks for it, found nothing");
    }
    return given.isArray()
        ? StreamSupport.stream(given.spliterator(), false).map(JsonNode::asString).toList()
        : List.of(given.asString());
  }

  private void register(String path) {
    var account = file.content().get("account");
    var body =
        Map.of(
            "name", account.get("name"),
            "email", kept.get("email"),
            "password", kept.get("password"),
            "language", account.get("language"));
    var opened = factory.post(path, null, body, kept.key("account")).json();
    kept.keep("organisation", opened.get("organisation").asString());
    kept.keep("token", opened.get("token").asString());
    kept.keep("engagement", opened.get("engagement").asString());
  }

  private String fresh() {
    var body =
        Map.of(
            "email",
            kept.get("email"),
            "password",
            kept.get("password"),
            "name",
            "case " + file.name(),
            "days",
            TOKEN_DAYS);
    var made = factory.post("/api/tokens", null, body, null).json();
    kept.keep("token", made.get("token").asString());
    return kept.get("token");
  }

  // Every run is somebody else, so that a case can be run as often as one likes.
  private String freshAddress() {
    var address = file.content().at("/account/email").asString();
    var at = address.lastIndexOf('@');
    return address.substring(0, at) + "+" + kept.get("run") + address.substring(at);
  }
}
