package lu.aifactory.acceptance.browser;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The main pages as each role finds them, on a screen and on a phone; the languages are spread over them.
@InBrowser
class MainPagesTests {

  @Test
  void nothingIsWrongForTheOwnerOfAnOrganisation(Demonstration demonstration) {
    try (var visit = demonstration.visit("organisation-owner", "de", 1280)) {
      look(visit, "owner", "/", "/notices", "/account", "/account/tokens", "/search?q=brout");
      lookInside(
          visit, "owner", "/engagements", "", "/use-cases", "/portfolio", "/roadmap", "/readiness");
      lookInside(visit, "owner", "/organisations", "", "/people", "/consents", "/looks");
      lookInside(visit, "owner", "/use-cases", "");
      visit.nothingWasWrong();
    }
  }

  @Test
  void nothingIsWrongForAnAdvisor(Demonstration demonstration) {
    try (var visit = demonstration.visit("advisor", "lb", 1280)) {
      look(visit, "advisor", "/", "/advisor-profile", "/notices");
      lookInside(visit, "advisor", "/engagements", "/readiness", "/portfolio/suggestions");
      visit.nothingWasWrong();
    }
  }

  @Test
  void nothingIsWrongForAnAdministrator(Demonstration demonstration) {
    try (var visit = demonstration.visit("administrator", "fr", 1280)) {
      look(visit, "administrator", "/", "/accounts", "/permissions", "/schedule", "/advisors");
      lookInside(visit, "administrator", "/engagements", "/advisor");
      visit.nothingWasWrong();
    }
  }

  @Test
  void nothingIsWrongInTheDark(Demonstration demonstration) {
    try (var visit = demonstration.visitInTheDark("auditor", "en", 1280)) {
      look(visit, "dark", "/", "/audit", "/languages");
      lookInside(visit, "dark", "/engagements", "", "/readiness");
      lookInside(visit, "dark", "/organisations", "");
      lookInside(visit, "dark", "/documents", "");
      visit.nothingWasWrong();
    }
  }

  @ParameterizedTest
  @CsvSource({"de, 1280", "lb, 390"})
  void nothingIsWrongForAVisitor(String language, int width, Demonstration demonstration) {
    try (var visit = demonstration.visitor(language, width)) {
      for (var path : List.of("/", "/sign-in", "/nowhere")) {
        visit.open(path);
        visit.lookAt(named("visitor", path));
      }
      visit.nothingWasWrong();
    }
  }

  private static void look(Visit visit, String who, String... paths) {
    for (var path : paths) {
      visit.open(path);
      visit.lookAtBothWidths(named(who, path));
    }
  }

  /// The list, and pages about the first thing in it.
  private static void lookInside(Visit visit, String who, String list, String... pages) {
    look(visit, who, list);
    var first = visit.page().locator("main tbody a").first();
    if (first.count() == 0) return;
    var thing = first.getAttribute("href");
    for (var page : pages) look(visit, who, thing + page);
  }

  private static String named(String who, String path) {
    return (who + path)
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "one")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("-$", "");
  }
}
