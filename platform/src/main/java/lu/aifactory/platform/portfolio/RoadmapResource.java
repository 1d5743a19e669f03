package lu.aifactory.platform.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The roadmap over REST: everything that the pages do.
@RestController
@RequestMapping("/api/engagements/{engagement}/roadmap")
class RoadmapResource {

  /// @param notBefore a day before which it cannot begin
  /// @param cost euros paid to others
  /// @param days of the organisation's own work
  /// @param version of the roadmap that the caller saw
  record Saying(
      @Nullable UUID id,
      @Nullable String name,
      @Nullable String owner,
      @Nullable Integer weeks,
      @Nullable Set<UUID> after,
      @Nullable LocalDate notBefore,
      @Nullable Long cost,
      @Nullable Integer days,
      @Nullable UUID idea,
      int version) {

    NewRoadmapStep step() {
      return new NewRoadmapStep(
          name == null ? "" : name,
          owner == null ? "" : owner,
          weeks,
          after == null
              ? Set.of()
              : after.stream().map(RoadmapStepId::new).collect(Collectors.toSet()),
          notBefore,
          cost == null ? 0 : cost,
          days == null ? 0 : days,
          idea == null ? null : new IdeaId(idea));
    }
  }

  record Starting(@Nullable LocalDate start, int version) {}

  record AddingUsual(@Nullable UUID idea, @Nullable String language, int version) {}

  /// @param end the last day
  /// @param slackDays by how many days it may be late before the end of the whole moves
  record StepJson(
      UUID id,
      String name,
      String owner,
      int weeks,
      List<UUID> after,
      @Nullable LocalDate notBefore,
      long cost,
      int days,
      @Nullable UUID idea,
      LocalDate begin,
      LocalDate end,
      long slackDays) {

    static StepJson of(PlannedRoadmap.Planned planned) {
      var step = planned.step();
      var idea = step.idea();
      return new StepJson(
          step.id().value(),
          step.name(),
          step.owner(),
          step.weeks(),
          step.after().stream().map(RoadmapStepId::value).sorted().toList(),
          step.notBefore(),
          step.cost(),
          step.days(),
          idea == null ? null : idea.value(),
          planned.begin(),
          planned.end(),
          planned.slackDays());
    }
  }

  /// @param end the last day of all
  /// @param cost euros paid to others, of all steps
  /// @param days of the organisation's own work, of all steps
  record RoadmapJson(
      LocalDate start,
      @Nullable LocalDate end,
      long cost,
      int days,
      List<StepJson> steps,
      int version) {

    static RoadmapJson of(PlannedRoadmap roadmap) {
      return new RoadmapJson(
          roadmap.start(),
          roadmap.end(),
          roadmap.cost(),
          roadmap.days(),
          roadmap.steps().stream().map(StepJson::of).toList(),
          roadmap.version());
    }
  }

  private final Roadmap roadmap;

  RoadmapResource(Roadmap roadmap) {
    this.roadmap = roadmap;
  }

  @Needs("portfolio:read")
  @GetMapping
  RoadmapJson roadmap(@PathVariable UUID engagement) {
    return RoadmapJson.of(roadmap.roadmap(new EngagementId(engagement)));
  }

  @Needs("portfolio:write")
  @PutMapping("/start")
  Outcome<RoadmapJson> start(@PathVariable UUID engagement, @RequestBody Starting starting) {
    return roadmap
        .start(new EngagementId(engagement), starting.start(), starting.version())
        .map(RoadmapJson::of);
  }

  @Needs("portfolio:write")
  @PostMapping("/usual-steps")
  Outcome<RoadmapJson> addUsual(@PathVariable UUID engagement, @RequestBody AddingUsual adding) {
    var language = Locale.of(adding.language() == null ? "en" : adding.language());
    var idea = adding.idea() == null ? null : new IdeaId(adding.idea());
    return roadmap
        .addUsual(new EngagementId(engagement), idea, language, adding.version())
        .map(RoadmapJson::of);
  }

  @Needs("portfolio:write")
  @PostMapping("/steps")
  Outcome<RoadmapJson> add(@PathVariable UUID engagement, @RequestBody Saying saying) {
    var id = new RoadmapStepId(saying.id() == null ? UUID.randomUUID() : saying.id());
    return roadmap
        .add(new EngagementId(engagement), id, saying.step(), saying.version())
        .map(RoadmapJson::of);
  }

  @Needs("portfolio:write")
  @PutMapping("/steps/{step}")
  Outcome<RoadmapJson> change(
      @PathVariable UUID engagement, @PathVariable UUID step, @RequestBody Saying saying) {
    return roadmap
        .change(
            new EngagementId(engagement), new RoadmapStepId(step), saying.step(), saying.version())
        .map(RoadmapJson::of);
  }

  @Needs("portfolio:write")
  @DeleteMapping("/steps/{step}")
  Outcome<RoadmapJson> remove(
      @PathVariable UUID engagement,
      @PathVariable UUID step,
      @RequestParam(defaultValue = "0") int version) {
    return roadmap
        .remove(new EngagementId(engagement), new RoadmapStepId(step), version)
        .map(RoadmapJson::of);
  }
}
