package lu.aifactory.platform;

import org.junit.jupiter.api.Test;
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
  void theDiagramOfTheRoomsCanBeDrawn() {
    new Documenter(modules).writeModulesAsPlantUml();
  }
}
