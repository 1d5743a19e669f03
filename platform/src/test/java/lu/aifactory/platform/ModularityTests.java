package lu.aifactory.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The walls between the rooms.
class ModularityTests {

  // With this file the application knows its rooms when it starts; without it, it would read all
  // its classes each time.
  private static final Path ROOMS =
      Path.of(
          "src", "main", "resources", "META-INF", "spring-modulith", "application-modules.json");

  private final ApplicationModules modules = ApplicationModules.of(AiFactory.class);

  @Test
  void everyRoomCallsOnlyRoomsThatStandBeforeIt() {
    modules.verify();
  }

  @Test
  void theRoomsThatTheApplicationStartsWithAreTheseRooms() throws IOException {
    var json = JsonMapper.shared();
    var fresh = json.readTree(new ApplicationModulesExporter(modules).toJson());
    if ("write".equals(System.getProperty("docs"))) {
      Files.createDirectories(ROOMS.getParent());
      Files.writeString(
          ROOMS, json.writerWithDefaultPrettyPrinter().writeValueAsString(fresh) + "\n");
    }
    var kept = json.readTree(Files.readString(ROOMS));
    assertThat(kept.propertyNames())
        .as("%s is out of date; %s mends it", ROOMS, DocumentationTests.MEND)
        .containsExactlyInAnyOrderElementsOf(fresh.propertyNames());
    assertThat(initializers(kept)).isEqualTo(initializers(fresh));
  }

  private static List<String> initializers(JsonNode rooms) {
    return rooms.findValuesAsString("initializers").stream().sorted().toList();
  }
}
