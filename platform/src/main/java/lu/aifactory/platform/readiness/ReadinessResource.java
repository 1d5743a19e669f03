package lu.aifactory.platform.readiness;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.readiness.ReadinessJson.AssessmentJson;
import lu.aifactory.platform.readiness.ReadinessJson.QuestionnaireJson;
import lu.aifactory.platform.readiness.ReadinessJson.ResultJson;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Assessments for programs: everything that the pages do.
@RestController
@RequestMapping("/api/engagements/{engagement}/readiness")
class ReadinessResource {

  private final Readiness readiness;
  private final SealedReports sealedReports;
  private final Texts texts;

  ReadinessResource(Readiness readiness, SealedReports sealedReports, Texts texts) {
    this.readiness = readiness;
    this.sealedReports = sealedReports;
    this.texts = texts;
  }

  /// @param id made by the caller, so that sending twice starts one
  /// @param depth `light`, which it is when nothing is said, or `full`
  /// @param facts ids of the facts that apply to the project
  record Start(@Nullable UUID id, @Nullable String depth, @Nullable Set<String> facts) {

    Set<String> given() {
      return facts == null ? Set.of() : facts;
    }
  }

  /// The sealed PDF, which the room of documents hands out.
  record SealedJson(UUID document, String reference, String sha256) {}

  @Needs("readiness:read")
  @GetMapping("/questionnaire")
  Outcome<QuestionnaireJson> questionnaire(
      @PathVariable UUID engagement, @RequestParam(defaultValue = "light") String depth) {
    return Depth.named(depth)
        .map(known -> readiness.questionnaire(new EngagementId(engagement), known))
        .map(QuestionnaireJson::of);
  }

  @Needs("readiness:read")
  @GetMapping
  List<AssessmentJson> history(@PathVariable UUID engagement) {
    return readiness.history(new EngagementId(engagement)).stream()
        .map(AssessmentJson::of)
        .toList();
  }

  @Needs("readiness:answer")
  @PostMapping
  Outcome<AssessmentJson> start(@PathVariable UUID engagement, @RequestBody Start start) {
    var id = start.id() == null ? UUID.randomUUID() : start.id();
    return Depth.named(start.depth())
        .then(depth ->
            readiness.start(
                new EngagementId(engagement), new AssessmentId(id), depth, start.given()))
        .map(AssessmentJson::of);
  }

  @Needs("readiness:read")
  @GetMapping("/{assessment}")
  AssessmentJson assessment(@PathVariable UUID engagement, @PathVariable UUID assessment) {
    return AssessmentJson.of(within(engagement, assessment));
  }

  @Needs("readiness:answer")
  @PutMapping("/{assessment}/facts")
  Outcome<AssessmentJson> changeFacts(
      @PathVariable UUID engagement, @PathVariable UUID assessment, @RequestBody Start facts) {
    return readiness
        .changeFacts(within(engagement, assessment).id(), facts.given())
        .map(AssessmentJson::of);
  }

  @Needs("readiness:answer")
  @PutMapping("/{assessment}/answers/{item}")
  Outcome<AssessmentJson> answer(
      @PathVariable UUID engagement,
      @PathVariable UUID assessment,
      @PathVariable String item,
      @RequestBody Given given) {
    return readiness
        .answer(within(engagement, assessment).id(), item, given)
        .map(AssessmentJson::of);
  }

  @Needs("readiness:verify-evidence")
  @PostMapping("/{assessment}/answers/{item}/verification")
  Outcome<AssessmentJson> verify(
      @PathVariable UUID engagement,
      @PathVariable UUID assessment,
      @PathVariable String item,
      @RequestBody Marking marking) {
    return readiness
        .verifyEvidence(within(engagement, assessment).id(), item, marking)
        .map(AssessmentJson::of);
  }

  @Needs("readiness:answer")
  @PostMapping("/{assessment}/finish")
  Outcome<AssessmentJson> finish(@PathVariable UUID engagement, @PathVariable UUID assessment) {
    return readiness.finish(within(engagement, assessment).id()).map(AssessmentJson::of);
  }

  @Needs("readiness:read")
  @GetMapping("/{assessment}/result")
  ResultJson result(@PathVariable UUID engagement, @PathVariable UUID assessment, Locale language) {
    var stored = within(engagement, assessment);
    return ResultJson.of(
        stored,
        new ReportWords(texts, language, stored),
        readiness.comparison(stored.id()).orElse(null),
        readiness.backing(stored.id()));
  }

  @Needs("document:write")
  @PostMapping("/{assessment}/sealed")
  Outcome<SealedJson> seal(
      @PathVariable UUID engagement, @PathVariable UUID assessment, Locale language) {
    return sealedReports
        .seal(within(engagement, assessment).id(), language)
        .map(document ->
            new SealedJson(document.id().value(), document.reference(), document.sha256()));
  }

  private Assessment within(UUID engagement, UUID assessment) {
    var stored = readiness.assessment(new AssessmentId(assessment));
    if (!stored.engagement().value().equals(engagement)) {
      throw new NotVisible("assessment " + assessment + " in engagement " + engagement);
    }
    return stored;
  }
}
