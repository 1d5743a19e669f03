package lu.aifactory.cli;

import java.util.ArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// What the factory answered.
///
/// @param asked method and path of the request
record Answer(String asked, int status, byte[] bytes) {

  boolean isFine() {
    return status >= 200 && status < 300;
  }

  /// This answer.
  ///
  /// @throws Stopped with the problem in one sentence when it is none that was hoped for
  Answer fine() {
    if (isFine()) return this;
    throw Stopped.refused(sentence());
  }

  /// The body of a fine answer.
  JsonNode json() {
    var json = fine().read();
    if (json.isMissingNode()) {
      throw Stopped.refused(asked + ": what answered is no AI Factory: is --url right?");
    }
    return json;
  }

  private JsonNode read() {
    try {
      return JsonMapper.shared().readTree(bytes);
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }

  private String sentence() {
    var problem = read();
    var detail = problem.path("detail").asString("");
    if (detail.isEmpty()) {
      return "%s was answered with status %d and no reason: is --url right?"
          .formatted(asked, status);
    }
    var fields = new ArrayList<String>();
    for (var error : problem.path("errors")) {
      fields.add(error.path("field").asString() + ": " + error.path("message").asString());
    }
    var reference = problem.path("reference").asString("");
    return "%s was refused (%d): %s%s%s"
        .formatted(
            asked,
            status,
            detail,
            fields.isEmpty() ? "" : " [" + String.join("; ", fields) + "]",
            reference.isEmpty() ? "" : " (reference " + reference + ")");
  }
}
