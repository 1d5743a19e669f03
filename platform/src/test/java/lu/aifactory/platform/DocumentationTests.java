package lu.aifactory.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lu.aifactory.platform.identity.PermissionsInWords;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// The pages below `docs/` say what the code does. Those that are generated are compared with a fresh one;
/// `-Ddocs=write` writes them instead.
@PlatformTest
class DocumentationTests {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern LINK =
      Pattern.compile("]\\((?!https?:|#|mailto:)([^)#]+)(#[^)]*)?\\)");

  private static final boolean WRITE = "write".equals(System.getProperty("docs"));
  static final String MEND =
      "./mvnw -pl platform -am test -Dtest=DocumentationTests,ModularityTests -Ddocs=write";

  @Autowired MockMvc mvc;

  @Test
  void theRestDescriptionIsTheCommittedOne() throws Exception {
    var response =
        mvc.perform(MockMvcRequestBuilders.get("/api/openapi")).andReturn().getResponse();
    isFresh("reference/openapi.json", response.getContentAsString());
  }

  @Test
  void thePermissionTableIsTheCommittedOne() throws IOException {
    isFresh("reference/permissions.md", PermissionsInWords.markdown());
  }

  @Test
  void theDiagramOfTheRoomsIsTheCommittedOne() throws IOException {
    var folder = Files.createTempDirectory("modules");
    var options = Documenter.Options.defaults().withOutputFolder(folder.toString());
    new Documenter(ApplicationModules.of(AiFactory.class), options).writeModulesAsPlantUml();
    var fresh = Files.readString(folder.resolve("components.puml"));
    var page = DOCS.resolve("reference/modules.puml");
    if (WRITE) {
      Files.writeString(page, fresh);
    }
    // The generator draws rooms and arrows in another order each time.
    assertThat(Files.readString(page).lines().sorted().toList())
        .as("%s is out of date; %s mends it", page, MEND)
        .isEqualTo(fresh.lines().sorted().toList());
  }

  @Test
  void everyRoomIsOnThePageOfTheStructure() throws IOException {
    var page = Files.readString(DOCS.resolve("structure.md"));
    for (var room : ApplicationModules.of(AiFactory.class)) {
      assertThat(page)
          .as("room %s", room.getIdentifier())
          .contains("`" + room.getIdentifier() + "`");
    }
  }

  @Test
  void everyDecisionIsInTheListOfDecisions() throws IOException {
    var list = Files.readString(DOCS.resolve("adr/README.md"));
    try (var files = Files.list(DOCS.resolve("adr"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.matches("\\d{4}-.*"))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(list).contains("](" + name + ")"));
    }
  }

  @Test
  void everyLinkBetweenPagesLeadsSomewhere() throws IOException {
    var broken = new ArrayList<String>();
    try (var pages = Files.walk(DOCS)) {
      for (var page : pages.filter(path -> path.toString().endsWith(".md")).toList()) {
        check(page, broken);
      }
    }
    check(Path.of("..", "README.md"), broken);
    assertThat(broken).isEmpty();
  }

  private static void check(Path page, List<String> broken) throws IOException {
    var links = LINK.matcher(Files.readString(page));
    while (links.find()) {
      var target = page.resolveSibling(links.group(1).strip()).normalize();
      if (!Files.exists(target)) {
        broken.add(page.normalize() + " -> " + links.group(1));
      }
    }
  }

  private static void isFresh(String file, String fresh) throws IOException {
    var path = DOCS.resolve(file);
    if (WRITE) {
      Files.writeString(path, fresh.stripTrailing() + "\n");
    }
    assertThat(Files.readString(path).stripTrailing())
        .as("%s is out of date; %s mends it", file, MEND)
        .isEqualTo(fresh.stripTrailing());
  }
}
