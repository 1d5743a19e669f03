package lu.aifactory.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.World;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes cases as a program at the other end of the wire would: over REST, from first contact on.
@TestComponent
public class Cases {

  private static final Map<String, String> BAKERY =
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

  private final MockMvc mvc;
  private final JsonMapper json;
  private final World.Maker worlds;

  Cases(MockMvc mvc, JsonMapper json, World.Maker worlds) {
    this.mvc = mvc;
    this.json = json;
    this.worlds = worlds;
  }

  /// A company that has just opened its engagement.
  public record Opened(UUID engagement, UUID organisation, UUID account, String token) {}

  /// Goes through the first contact.
  public Opened open() {
    var link = call("POST", "/api/intakes", null, "{}").get("link").asString();
    var email = UUID.randomUUID() + "@example.lu";
    answer(link, "kind", "company-lu");
    BAKERY.forEach((question, value) -> answer(link, question, value));
    answer(link, "email", email);
    var registration =
        Map.of(
            "name",
            "Jeanne Baker",
            "email",
            email,
            "password",
            "correct horse battery staple",
            "language",
            "fr");
    var opened =
        call(
            "POST",
            "/api/intakes/" + link + "/account",
            null,
            json.writeValueAsString(registration));
    return new Opened(
        id(opened, "engagement"),
        id(opened, "organisation"),
        id(opened, "account"),
        opened.get("token").asString());
  }

  /// A world around such a company, with a thing of every kind.
  public World world() {
    var opened = open();
    var things = new HashMap<String, UUID>();
    var engagement = "/api/engagements/" + opened.engagement();
    things.put("engagements", opened.engagement());
    things.put("readiness", made(opened, engagement + "/readiness", "{}"));
    things.put(
        "use-cases",
        made(
            opened,
            engagement + "/use-cases",
            "{\"title\":\"Less bread thrown away\",\"language\":\"en\"}"));
    things.put("ideas", made(opened, engagement + "/portfolio", "{\"title\":\"Less bread\"}"));
    things.put("workshops", made(opened, engagement + "/workshops", workshop(opened)));
    return worlds.around(
        new OrganisationId(opened.organisation()), new AccountId(opened.account()), things);
  }

  private String workshop(Opened opened) {
    return json.writeValueAsString(
        Map.of(
            "title",
            "What data there is",
            "place",
            "Belval",
            "minutes",
            60,
            "people",
            List.of(opened.account()),
            "dates",
            List.of(Map.of("at", LocalDate.now(Today.LUXEMBOURG).plusDays(30) + "T09:00"))));
  }

  private UUID made(Opened opened, String address, String body) {
    return id(call("POST", address, opened.token(), body), "id");
  }

  private void answer(String link, String question, String value) {
    var body = json.writeValueAsString(Map.of("values", List.of(value)));
    call("PUT", "/api/intakes/" + link + "/answers/" + question, null, body);
  }

  /// Calls and expects success.
  public JsonNode call(String method, String address, @Nullable String token, String body) {
    var request =
        MockMvcRequestBuilders.request(HttpMethod.valueOf(method), address)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var response = mvc.perform(request).andReturn().getResponse();
      assertThat(response.getStatus())
          .as("%s %s: %s", method, address, response.getContentAsString())
          .isBetween(200, 299);
      return json.readTree(response.getContentAsString());
    } catch (Exception broken) {
      throw new AssertionError(method + " " + address, broken);
    }
  }

  private static UUID id(JsonNode node, String field) {
    return UUID.fromString(node.get(field).asString());
  }
}
