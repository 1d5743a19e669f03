package lu.aifactory.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The case files that the repository brings along, and ways to spoil them.
final class Example {

  static final Path CASES = Path.of("../examples/cases");
  static final Path BAKERY = CASES.resolve("bakery-chain.json");
  private static final JsonMapper JSON = JsonMapper.shared();

  private Example() {}

  static List<Path> all() throws IOException {
    try (var files = Files.list(CASES).filter(Files::isRegularFile)) {
      return files.sorted().toList();
    }
  }

  static JsonNode json(Path file) {
    return JSON.readTree(file.toFile());
  }

  /// The bakery with another value at a JSON pointer; an empty value takes the field away.
  static JsonNode bakeryWith(String pointer, String value) {
    var root = json(BAKERY);
    var place = JsonPointer.compile(pointer);
    var name = place.last().getMatchingProperty();
    var parent = root.at(place.head());
    switch (parent) {
      case ObjectNode object when value.isEmpty() -> object.remove(name);
      case ObjectNode object -> object.set(name, JSON.readTree(value));
      case ArrayNode array -> array.set(place.last().getMatchingIndex(), JSON.readTree(value));
      default -> throw new AssertionError("nothing at " + pointer);
    }
    return root;
  }
}
