package lu.aifactory.platform.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lu.aifactory.platform.Cases;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.usecase.decide.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class DataSpecificationTests {

  private static final Path SCHEMA = Path.of("../docs/reference/data-specification-1.schema.json");

  @Autowired Cases cases;
  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  private Cases.Opened bakery;
  private String id;
  private String home;

  @BeforeEach
  void aUseCaseOfABakery() {
    bakery = cases.open();
    id =
        cases
            .call(
                "POST",
                "/api/engagements/" + bakery.engagement() + "/use-cases",
                bakery.token(),
                "{\"title\":\"Bake what sells\",\"language\":\"en\"}")
            .get("id")
            .asString();
    home = "/api/use-cases/" + id + "/data-specification";
  }

  @Test
  void isEmptyAndSaysSoBeforeAnybodyWroteIt() {
    var specification = get(home);

    assertThat(specification.get("complete").booleanValue()).isFalse();
    assertThat(specification.get("sets")).isEmpty();
    fitsTheSchema(specification);
  }

  @Test
  void saysEverythingOfADataSetWithItsFields() {
    save(0, tills());

    var specification = get(home);
    var set = specification.get("sets").get(0);
    assertThat(specification.get("complete").booleanValue()).isTrue();
    assertThat(set.get("granularity").asString()).isEqualTo("one row a sale");
    assertThat(set.get("personal").booleanValue()).isFalse();
    assertThat(set.get("fields").get(0).get("needed").booleanValue()).isTrue();
    assertThat(set.get("fields").get(1).get("needed").booleanValue()).isFalse();
    fitsTheSchema(specification);
    var file = page("/use-cases/" + id + "/data-specification.json");
    assertThat(json.readTree(file.getResponse().getContentAsByteArray())).isEqualTo(specification);
  }

  @Test
  void aDataSetWithoutFieldsPurposeOrRetentionIsNotComplete() {
    var set = tills();
    set.remove("columns");
    set.remove("purpose");
    set.remove("retention");
    save(0, set);

    var reasons = get("/api/use-cases/" + id + "/sections/data").get("reasons");
    assertThat(reasons.valueStream().map(one -> one.get("field").asString()))
        .containsExactlyInAnyOrder("sets.0.columns", "sets.0.purpose", "sets.0.retention");
    assertThat(page("/use-cases/" + id + "/sections/data"))
        .bodyText()
        .contains("href=\"#f-sets.0.columns\"", "list at least one");
  }

  @Test
  void theDocumentShowsEachDataSetAndItsFields() {
    save(0, tills());

    assertThat(page("/use-cases/" + id + "/document"))
        .bodyText()
        .contains("Till receipts", "one row a sale", "Fields: Till receipts", "Time of the sale");
  }

  @Test
  void fieldsAreAddedAndRemovedWithoutAScriptAndNothingTypedIsLost() {
    var address = "/use-cases/" + id + "/sections/data";
    var typed =
        Map.of(
            "version", "0",
            "sets.0.name", "Till receipts",
            "sets.0.columns.0.name", "shop",
            "sets.0.columns.1.name", "sold_at",
            "sets.1.name", "Weather",
            "gaps", "short");

    assertThat(form(address, typed, "add", "sets.0.columns"))
        .bodyText()
        .contains("sets.0.columns.2.name", "value=\"sold_at\"", "value=\"Weather\"", ">short<");
    assertThat(form(address, typed, "remove", "sets.0.columns.0"))
        .bodyText()
        .contains("value=\"sold_at\"", "value=\"Weather\"")
        .doesNotContain("value=\"shop\"", "sets.0.columns.1.name");
    assertThat(form(address, typed, "remove", "sets.0"))
        .bodyText()
        .contains("value=\"Weather\"")
        .doesNotContain("value=\"Till receipts\"", "value=\"shop\"");
    assertThat(form(address, typed, "add", "sets.0.name"))
        .as("a field that is no table")
        .hasStatus3xxRedirection();
  }

  @Test
  void aFaultInAFieldStandsBesideItAndTheRestStays() {
    var answer =
        form(
            "/use-cases/" + id + "/sections/data",
            Map.of(
                "version", "0",
                "sets.0.name", "Till receipts",
                "sets.0.columns.0.name", "x".repeat(121),
                "sets.0.columns.0.type", "feeling"),
            "stay",
            "true");

    assertThat(answer)
        .bodyText()
        .contains(
            "f-sets.0.columns.0.name-error",
            "f-sets.0.columns.0.type-error",
            "value=\"" + "x".repeat(121) + "\"",
            "value=\"Till receipts\"");
  }

  @Test
  void theSecondOfTwoSeesWhatTheFirstWroteAboutAField() {
    save(0, tills());

    var late =
        form(
            "/use-cases/" + id + "/sections/data",
            Map.of("version", "0", "sets.0.name", "Receipts", "sets.0.columns.0.name", "price"),
            "stay",
            "true");

    assertThat(late).bodyText().contains("Somebody else saved", "Time of the sale", "price");
  }

  @Test
  void theFieldsOfAFileAreAddedAndTheFileIsNotKept() {
    save(0, tills());

    var csv = "sold_at;pieces;secret\n2026-01-01 10:00;3;Mme Dupont\n";
    assertThat(upload("0", "1", csv)).hasStatus3xxRedirection();

    var fields = get(home).get("sets").get(0).get("fields");
    assertThat(fields.valueStream().map(one -> one.get("name").asString()))
        .containsExactly("sold_at", "shop", "pieces", "secret");
    assertThat(fields.get(0).get("meaning").asString()).isEqualTo("Time of the sale");
    assertThat(fields.get(2).get("type").asString()).isEqualTo("whole");
    assertThat(get(home).get("complete").booleanValue())
        .as("nobody said yet what the new fields mean")
        .isFalse();
    assertThat(get("/api/use-cases/" + id + "/document.json").toString())
        .doesNotContain("Mme Dupont");
  }

  @Test
  void aFileWithoutNamesOrForNoDataSetIsRefusedInWords() {
    save(0, tills());

    assertThat(upload("0", "1", "")).bodyText().contains("Choose a CSV file");
    assertThat(upload("5", "1", "a,b\n")).bodyText().contains("Save the data set first");
    assertThat(upload("0", "0", "a,b\n")).as("overtaken").hasStatusOk();
    var body = Map.of("set", 0, "csv", "pieces\n3\n", "version", 1);
    var added = cases.call("POST", home + "/fields", bakery.token(), json.writeValueAsString(body));
    assertThat(added.get("sets").get(0).get("fields")).hasSize(3);
  }

  @Test
  void theSchemaHasTheTypesThatTheDefinitionHas() throws IOException {
    var schema = json.readTree(Files.readString(SCHEMA));
    var properties = schema.at("/properties/sets/items/properties");
    var sets = Examples.DEFINITION.section("data").orElseThrow().field("sets").orElseThrow();

    for (var column : sets.columns()) {
      var name = Map.of("fields", "remark", "columns", "fields").get(column.key());
      var said = properties.get(name == null ? column.key() : name);
      assertThat(said).as(column.key()).isNotNull();
      if (!column.options().isEmpty()) {
        var options = new ArrayList<>(column.options());
        options.add("");
        assertThat(said.get("enum").valueStream().map(JsonNode::asString))
            .containsExactlyElementsOf(options);
      }
    }
    assertThat(names(properties))
        .containsExactlyElementsOf(components(DataSpecification.DataSet.class));
    assertThat(names(properties.at("/fields/items/properties")))
        .containsExactlyElementsOf(components(DataSpecification.Field.class));
  }

  private void fitsTheSchema(JsonNode specification) {
    try {
      var schema = json.readTree(Files.readString(SCHEMA));
      assertThat(names(specification)).containsExactlyElementsOf(names(schema.get("properties")));
      assertThat(specification.get("format").asString())
          .isEqualTo(schema.at("/properties/format/const").asString());
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static List<String> names(JsonNode node) {
    return node.propertyNames().stream().toList();
  }

  private static List<String> components(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(one -> one.getName()).toList();
  }

  private static HashMap<String, Object> tills() {
    var set = new HashMap<String, Object>();
    set.put("name", "Till receipts");
    set.put("purpose", "To learn what sells when");
    set.put("holder", "We ourselves");
    set.put("volume", "9 million rows");
    set.put("period", "2023 to 2026");
    set.put("refresh", "daily");
    set.put("granularity", "one row a sale");
    set.put("population", "All 14 shops");
    set.put("sensitivity", "internal");
    set.put("personal", false);
    set.put("quality", "No day missing");
    set.put("custody", "Only we");
    set.put("retention", "Three years");
    set.put("access", "available");
    set.put(
        "columns",
        List.of(
            field("sold_at", "Time of the sale", "moment", "needed"),
            field("shop", "Number of the shop", "identifier", "nice")));
    return set;
  }

  private static Map<String, String> field(String name, String meaning, String type, String need) {
    return Map.of("name", name, "meaning", meaning, "type", type, "need", need);
  }

  private void save(int version, Map<String, Object> set) {
    var content = Map.of("sets", List.of(set), "gaps", "Nobody has looked at the data yet.");
    cases.call(
        "PUT",
        "/api/use-cases/" + id + "/sections/data",
        bakery.token(),
        json.writeValueAsString(Map.of("version", version, "content", content)));
  }

  private JsonNode get(String address) {
    return cases.call("GET", address, bakery.token(), "");
  }

  private MvcTestResult page(String address) {
    return mvc.get()
        .uri(address)
        .header("Authorization", "Bearer " + bakery.token())
        .header("Accept-Language", "en")
        .exchange();
  }

  private MvcTestResult form(
      String address, Map<String, String> typed, String button, String value) {
    var request =
        mvc.method(HttpMethod.POST)
            .uri(address)
            .header("Authorization", "Bearer " + bakery.token())
            .header("Accept-Language", "en")
            .with(SecurityMockMvcRequestPostProcessors.csrf())
            .param(button, value);
    typed.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult upload(String row, String version, String csv) {
    return mvc.post()
        .uri("/use-cases/" + id + "/data-header")
        .multipart()
        .file(
            new MockMultipartFile(
                "file",
                "sales.csv",
                MediaType.TEXT_PLAIN_VALUE,
                csv.getBytes(StandardCharsets.UTF_8)))
        .param("row", row)
        .param("version", version)
        .header("Authorization", "Bearer " + bakery.token())
        .header("Accept-Language", "en")
        .with(SecurityMockMvcRequestPostProcessors.csrf())
        .exchange();
  }
}
