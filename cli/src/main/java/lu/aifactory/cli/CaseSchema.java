package lu.aifactory.cli;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The published schema of case files, and what it finds in words.
final class CaseSchema {

  private static final String RESOURCE = "case-1.schema.json";
  private static final int LONGEST_SHOWN = 60;

  private CaseSchema() {}

  static String text() {
    try (var stream = Objects.requireNonNull(CaseSchema.class.getResourceAsStream(RESOURCE))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static List<Mistake> mistakes(JsonNode content) {
    return schema().validate(content).stream()
        .map(CaseSchema::mistake)
        .distinct()
        .sorted(Comparator.comparing(Mistake::path))
        .toList();
  }

  private static Schema schema() {
    var config =
        SchemaRegistryConfig.builder()
            .pathType(PathType.JSON_PATH)
            .formatAssertionsEnabled(true)
            .build();
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
        .getSchema(text());
  }

  private static Mistake mistake(Error error) {
    var place = error.getInstanceLocation();
    var rule = error.getSchemaNode();
    var found = error.getInstanceNode();
    return switch (error.getKeyword()) {
      case "required" ->
          new Mistake(place.append(error.getProperty()).toString(), "a value", "nothing");
      case "additionalProperties" ->
          new Mistake(
              place.append(error.getProperty()).toString(),
              "no field of this name",
              shown(found.path(error.getProperty())));
      case "minLength", "maxLength" ->
          new Mistake(
              place.toString(),
              limit(error.getKeyword()) + counted(rule.asInt(), "character", "characters"),
              counted(length(found.asString()), "character", "characters"));
      case "minItems", "maxItems" ->
          new Mistake(
              place.toString(),
              limit(error.getKeyword()) + counted(rule.asInt(), "entry", "entries"),
              counted(found.size(), "entry", "entries"));
      default -> new Mistake(place.toString(), expected(error, rule), shown(found));
    };
  }

  private static String expected(Error error, JsonNode rule) {
    return switch (error.getKeyword()) {
      case "type" -> "a value of type " + rule.asString();
      case "const" -> shown(rule);
      case "enum" ->
          "one of "
              + StreamSupport.stream(rule.spliterator(), false)
                  .map(JsonNode::asString)
                  .collect(Collectors.joining(", "));
      case "minimum", "maximum" -> "a number of " + limit(error.getKeyword()) + rule.asString();
      case "uniqueItems" -> "every entry once";
      case "format" ->
          rule.asString().equals("date") ? "a date such as 2027-01-31" : "an " + rule.asString();
      case "pattern" -> "a text that matches " + rule.asString();
      case "contains", "minContains" -> described(error, rule);
      default -> error.getMessage();
    };
  }

  // What must be contained says in the schema what it is in words.
  private static String described(Error error, JsonNode rule) {
    var words = rule.findValue("description");
    return words == null ? error.getMessage() : words.asString();
  }

  private static String limit(String keyword) {
    return keyword.startsWith("min") ? "at least " : "at most ";
  }

  private static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String shown(JsonNode value) {
    var text = value.toString();
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
