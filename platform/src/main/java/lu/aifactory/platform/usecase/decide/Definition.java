package lu.aifactory.platform.usecase.decide;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The sections of a use-case document as data, in one version. `mostBytes` limits one section's canonical JSON.
public record Definition(int version, int mostBytes, List<Section> sections) {

  /// Copies the sections.
  public Definition {
    sections = List.copyOf(sections);
  }

  /// Reads a definition; an unknown property in it is a mistake.
  public static Definition read(InputStream json) throws IOException {
    try (json) {
      return JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build()
          .readValue(json, Definition.class);
    }
  }

  /// The section of that key.
  public Optional<Section> section(String key) {
    return sections.stream().filter(section -> section.key().equals(key)).findFirst();
  }
}
