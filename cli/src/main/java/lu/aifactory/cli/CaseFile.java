package lu.aifactory.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A case that fits the schema.
///
/// @param name of the file without its ending; the files of a run are named after it
record CaseFile(String name, JsonNode content) {

  private static final int MOST_BYTES = 1024 * 1024;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /// @throws Stopped with one line for each mistake
  static CaseFile read(Path file) {
    var bytes = bytes(file);
    List<Mistake> mistakes;
    try {
      var content = JSON.readTree(bytes);
      mistakes = CaseSchema.mistakes(content);
      if (mistakes.isEmpty()) return new CaseFile(name(file), content);
    } catch (JacksonException broken) {
      mistakes = List.of(notJson(broken));
    }
    throw Stopped.badFile(
        mistakes.stream()
            .map(mistake -> file + ": " + mistake.line())
            .collect(Collectors.joining(System.lineSeparator())));
  }

  /// What the organisation is called; a founder has a project and no organisation yet.
  JsonNode organisationName() {
    var said = content.path("firstContact");
    var name = said.path("organisation-name");
    return name.isMissingNode() ? said.path("project-name") : name;
  }

  private static byte[] bytes(Path file) {
    try {
      if (!Files.isRegularFile(file)) throw Stopped.badFile("There is no file " + file + ".");
      if (Files.size(file) > MOST_BYTES) {
        throw Stopped.badFile(file + " is larger than a case file may be (1 MiB).");
      }
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw Stopped.badFile(file + " cannot be read: " + broken.getMessage());
    }
  }

  private static Mistake notJson(JacksonException broken) {
    var place = broken.getLocation();
    var path =
        place == null ? "$" : "line " + place.getLineNr() + ", column " + place.getColumnNr();
    var found = broken.getOriginalMessage();
    return new Mistake(path, "JSON", found == null ? "something else" : found.replace('\n', ' '));
  }

  private static String name(Path file) {
    var name = String.valueOf(file.getFileName());
    return name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
  }
}
