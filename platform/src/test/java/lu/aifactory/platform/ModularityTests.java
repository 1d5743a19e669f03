package lu.aifactory.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
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

  @Test
  void theOrderOnThePageOfTheStructureIsTheOneOfTheWalls() throws Exception {
    var order = order();
    assertThat(order)
        .containsExactlyInAnyOrderElementsOf(
            modules.stream().map(room -> room.getIdentifier().toString()).toList());
    for (var room : order) {
      assertThat(order.subList(0, order.indexOf(room)))
          .as("%s is allowed to call", room)
          .contains(allowed(room));
    }
  }

  // The rows of the table of rooms, from the top.
  private static List<String> order() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "structure.md"));
    var table = page.substring(page.indexOf("## Rooms"), page.indexOf("## How a call goes"));
    return Pattern.compile("(?m)^\\| `([a-z0-9]+)` \\|")
        .matcher(table)
        .results()
        .map(row -> row.group(1))
        .toList();
  }

  private static String[] allowed(String room) throws ClassNotFoundException {
    return Class.forName("lu.aifactory.platform." + room + ".package-info")
        .getAnnotation(ApplicationModule.class)
        .allowedDependencies();
  }
}
