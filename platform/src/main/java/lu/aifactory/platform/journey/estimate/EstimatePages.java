package lu.aifactory.platform.journey.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.portal.Choice;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How long an engagement will take, and what decides it.
@Controller
@RequestMapping("/engagements/{id}/estimate")
class EstimatePages {

  private final Estimates estimates;
  private final EstimatePicture picture;
  private final Journey journey;
  private final Access access;

  EstimatePages(Estimates estimates, EstimatePicture picture, Journey journey, Access access) {
    this.estimates = estimates;
    this.picture = picture;
    this.journey = journey;
    this.access = access;
  }

  @Needs("engagement:read")
  @GetMapping
  String estimate(@PathVariable UUID id, Model model) {
    var engagement = journey.engagement(new EngagementId(id));
    var drivers = estimates.drivers(engagement.id());
    var form = Form.empty();
    for (var driver : Driver.values()) {
      form = form.with(driver.code(), drivers.level(driver).map(Level::code).orElse("unknown"));
    }
    var estimate = estimates.estimate(engagement.id());
    model.addAttribute("engagement", engagement);
    model.addAttribute("form", form);
    model.addAttribute("drivers", Arrays.stream(Driver.values()).map(this::asked).toList());
    model.addAttribute("mayAdvise", access.may("engagement:advise", engagement.organisation()));
    model.addAttribute("sentence", picture.sentence(estimate));
    model.addAttribute(
        "picture", picture.of(estimate, estimates.weeksSoFar(engagement.id()), true));
    return "journey/estimate";
  }

  /// One driver with its levels.
  public record Asked(String code, List<Choice> levels) {}

  private Asked asked(Driver driver) {
    var key = "journey.estimate." + driver.code() + ".";
    return new Asked(
        driver.code(),
        List.of(
            Choice.key("easy", key + "easy"),
            Choice.key("medium", key + "medium"),
            Choice.key("hard", key + "hard"),
            Choice.key("unknown", "journey.estimate.unknown")));
  }

  @Needs("engagement:advise")
  @PostMapping
  String set(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
    var form = Form.of(typed);
    var codes = new HashMap<String, String>();
    for (var driver : Driver.values()) {
      codes.put(driver.code(), form.value(driver.code()));
    }
    estimates.set(new EngagementId(id), Drivers.of(codes));
    return "redirect:/engagements/" + id + "/estimate";
  }
}
