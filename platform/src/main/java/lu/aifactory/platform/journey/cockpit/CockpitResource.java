package lu.aifactory.platform.journey.cockpit;

import lu.aifactory.platform.shared.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The factory's figures for programs.
@RestController
@RequestMapping("/api/cockpit")
class CockpitResource {

  private final Cockpit cockpit;

  CockpitResource(Cockpit cockpit) {
    this.cockpit = cockpit;
  }

  @Needs("cockpit:read")
  @GetMapping
  Figures figures(
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to) {
    return cockpit.figures(CockpitPages.day(from), CockpitPages.day(to));
  }
}
