package lu.aifactory.acceptance;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Somebody from a bakery who goes through the first contact over REST.
record Visitor(RunningFactory factory) {

  static final String PASSWORD = "correct horse battery staple";

  private static final Map<String, String> ANSWERS =
      Map.of(
          "organisation-name", "Bakery",
          "sector", "C",
          "size", "10-49",
          "goal", "Throw away less bread.",
          "standing", "idea",
          "data", "tables",
          "when", "quarter",
          "language", "fr",
          "name", "Jeanne Baker");

  record Opened(UUID engagement, UUID organisation, String email, String token) {}

  Opened open() {
    var link =
        factory.call("POST", "/api/intakes", null, Map.of()).fine().json().get("link").asString();
    var email = UUID.randomUUID() + "@example.lu";
    answer(link, "kind", "company-lu");
    ANSWERS.forEach((question, value) -> answer(link, question, value));
    answer(link, "email", email);
    var opened =
        factory
            .call(
                "POST",
                "/api/intakes/" + link + "/account",
                null,
                Map.of("name", "Jeanne", "email", email, "password", PASSWORD, "language", "fr"))
            .fine()
            .json();
    return new Opened(
        UUID.fromString(opened.get("engagement").asString()),
        UUID.fromString(opened.get("organisation").asString()),
        email,
        opened.get("token").asString());
  }

  private void answer(String link, String question, String value) {
    factory
        .call(
            "PUT",
            "/api/intakes/" + link + "/answers/" + question,
            null,
            Map.of("values", List.of(value)))
        .fine();
  }
}
