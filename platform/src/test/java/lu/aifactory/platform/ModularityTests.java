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
import org.springframework.modulith.docs.Documenter;

/// The walls between the rooms.
class ModularityTests {

  private final ApplicationModules modules = ApplicationModules.of(AiFactory.class);

  @Test
  void everyRoomCallsOnlyRoomsThatStandBeforeIt() {
    modules.verify();
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
    return Pattern.compile("(?m)^\\| `([a-z]+)` \\|")
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

  @Test
  void theDiagramOfTheRoomsCanBeDrawn() {
    new Documenter(modules).writeModulesAsPlantUml();
  }
}
