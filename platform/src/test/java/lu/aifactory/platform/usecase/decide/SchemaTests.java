package lu.aifactory.platform.usecase.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published schema says of every section what its definition says.
class SchemaTests {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void thePublishedSchemaIsThatOfTheDefinition() throws IOException {
    var schema =
        JSON.readTree(Files.readString(Path.of("../docs/reference/use-case-1.schema.json")));
    var sections = schema.at("/properties/content/properties/sections");

    assertThat(sections.get("required"))
        .isEqualTo(tree(Examples.DEFINITION.sections().stream().map(Section::key).toList()));
    for (var section : Examples.DEFINITION.sections()) {
      assertThat(sections.at("/properties/" + section.key()))
          .as(section.key())
          .isEqualTo(tree(object(section.fields())));
    }
  }

  private static JsonNode tree(Object plain) {
    return JSON.readTree(JSON.writeValueAsString(plain));
  }

  private static Map<String, Object> object(List<Field> fields) {
    var properties = new LinkedHashMap<String, Object>();
    fields.forEach(field -> properties.put(field.key(), of(field)));
    return Map.of("type", "object", "additionalProperties", false, "properties", properties);
  }

  private static Map<String, Object> of(Field field) {
    return switch (field.type()) {
      case TEXT, LONG -> Map.of("type", "string", "minLength", 1, "maxLength", field.longest());
      case NUMBER ->
          field.least() == null
              ? Map.of("type", "number")
              : Map.of("type", "number", "minimum", field.least());
      case DATE -> Map.of("type", "string", "format", "date");
      case YES_NO -> Map.of("type", "boolean");
      case CHOICE -> Map.of("enum", field.options());
      case ROWS ->
          Map.of("type", "array", "maxItems", field.mostRows(), "items", object(field.columns()));
    };
  }
}
