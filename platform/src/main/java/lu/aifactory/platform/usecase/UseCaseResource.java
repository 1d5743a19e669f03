package lu.aifactory.platform.usecase;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Listing;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.usecase.decide.Definition;
import lu.aifactory.platform.usecase.decide.JsonInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// Use cases over REST: everything that the pages do.
@RestController
@RequestMapping("/api")
class UseCaseResource {

  record Beginning(@Nullable UUID id, @Nullable String title, @Nullable String language) {}

  record Retitling(@Nullable String title, int version) {}

  record Saving(int version, @Nullable JsonNode content) {}

  record Signing(@Nullable String contentSha256) {}

  record Revising(@Nullable UUID id) {}

  record Made(UUID id, URI link) {}

  record SectionState(String key, String state, List<Fault> reasons) {}

  record SectionJson(
      String key,
      int version,
      String state,
      List<Fault> reasons,
      Map<String, Object> content,
      @Nullable String savedBy,
      @Nullable Instant savedAt) {}

  record Sealed(Instant at, String contentSha256, String jsonSha256, UUID json, UUID pdf) {}

  record SignOff(String capacity, String name, Instant at, String contentSha256) {}

  record Summary(
      UUID id,
      UUID engagement,
      UUID organisation,
      String organisationName,
      String title,
      int revision,
      String phase,
      int openSections,
      Instant changedAt) {}

  record UseCaseJson(
      Summary summary,
      String language,
      int titleVersion,
      boolean complete,
      List<SectionState> sections,
      String contentSha256,
      List<SignOff> signOffs,
      @Nullable Sealed sealed,
      @Nullable UUID revisionOf,
      @Nullable UUID nextRevision) {}

  private final UseCases useCases;
  private final Parts parts;

  UseCaseResource(UseCases useCases, Parts parts) {
    this.useCases = useCases;
    this.parts = parts;
  }

  @GetMapping("/use-case-definition")
  @Open("what a use case may contain is the same for everybody and printed in the documentation")
  Definition definition() {
    return parts.definition();
  }

  @GetMapping("/use-cases")
  @Needs("usecase:read")
  Page<Summary> list(
      @Listing(
              sorts = {"-changed", "title", "phase", "open"},
              filters = "phase")
          ListQuery query) {
    return useCases.list(query).map(UseCaseResource::summary);
  }

  @GetMapping("/engagements/{engagement}/use-cases")
  @Needs("usecase:read")
  List<Summary> ofEngagement(@PathVariable UUID engagement) {
    return useCases.of(new EngagementId(engagement)).stream()
        .map(UseCaseResource::summary)
        .toList();
  }

  @PostMapping("/engagements/{engagement}/use-cases")
  @Needs("usecase:write")
  Outcome<Made> create(@PathVariable UUID engagement, @RequestBody Beginning body) {
    var wanted =
        new NewUseCase(
            Objects.requireNonNullElse(body.title(), ""),
            Objects.requireNonNullElse(body.language(), ""));
    return useCases
        .create(new EngagementId(engagement), new UseCaseId(given(body.id())), wanted)
        .map(UseCaseResource::made);
  }

  @GetMapping("/use-cases/{id}")
  @Needs("usecase:read")
  UseCaseJson show(@PathVariable UUID id) {
    return json(useCases.show(new UseCaseId(id)));
  }

  @PutMapping("/use-cases/{id}/title")
  @Needs("usecase:write")
  Outcome<UseCaseJson> retitle(@PathVariable UUID id, @RequestBody Retitling body) {
    return useCases
        .retitle(new UseCaseId(id), Objects.requireNonNullElse(body.title(), ""), body.version())
        .map(UseCaseResource::json);
  }

  @GetMapping("/use-cases/{id}/sections/{key}")
  @Needs("usecase:read")
  SectionJson section(@PathVariable UUID id, @PathVariable String key) {
    return useCases
        .section(new UseCaseId(id), key)
        .map(UseCaseResource::json)
        .orElseThrow(() -> new NotVisible("section " + key));
  }

  @PutMapping("/use-cases/{id}/sections/{key}")
  @Needs("usecase:write")
  Outcome<SectionJson> save(
      @PathVariable UUID id, @PathVariable String key, @RequestBody Saving body) {
    var section = parts.definition().section(key);
    if (section.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound());
    }
    var content = Objects.requireNonNullElse(body.content(), NullNode.instance);
    var reading = JsonInput.read(section.get(), content, parts.definition().mostBytes());
    return reading.faults().isEmpty()
        ? useCases
            .save(new UseCaseId(id), key, reading.answers(), body.version())
            .map(UseCaseResource::json)
        : Outcome.refused(new Refusal.Invalid(reading.faults()));
  }

  @GetMapping("/use-cases/{id}/history")
  @Needs("usecase:read")
  List<HistoryLine> history(@PathVariable UUID id) {
    return useCases.history(new UseCaseId(id));
  }

  @PostMapping("/use-cases/{id}/sign-offs/organisation")
  @Needs("usecase:sign-organisation")
  Outcome<UseCaseJson> signForOrganisation(@PathVariable UUID id, @RequestBody Signing body) {
    var hash = Objects.requireNonNullElse(body.contentSha256(), "");
    return useCases.signForOrganisation(new UseCaseId(id), hash).map(UseCaseResource::json);
  }

  @PostMapping("/use-cases/{id}/sign-offs/advisor")
  @Needs("usecase:sign-advisor")
  Outcome<UseCaseJson> signAsAdvisor(@PathVariable UUID id, @RequestBody Signing body) {
    var hash = Objects.requireNonNullElse(body.contentSha256(), "");
    return useCases.signAsAdvisor(new UseCaseId(id), hash).map(UseCaseResource::json);
  }

  @DeleteMapping("/use-cases/{id}/sign-offs/organisation")
  @Needs("usecase:sign-organisation")
  Outcome<UseCaseJson> withdrawForOrganisation(@PathVariable UUID id) {
    return useCases.withdrawForOrganisation(new UseCaseId(id)).map(UseCaseResource::json);
  }

  @DeleteMapping("/use-cases/{id}/sign-offs/advisor")
  @Needs("usecase:sign-advisor")
  Outcome<UseCaseJson> withdrawAsAdvisor(@PathVariable UUID id) {
    return useCases.withdrawAsAdvisor(new UseCaseId(id)).map(UseCaseResource::json);
  }

  @PostMapping("/use-cases/{id}/seal")
  @Needs("usecase:seal")
  Outcome<UseCaseJson> seal(@PathVariable UUID id) {
    return useCases.seal(new UseCaseId(id)).map(UseCaseResource::json);
  }

  @PostMapping("/use-cases/{id}/revisions")
  @Needs("usecase:write")
  Outcome<Made> revise(@PathVariable UUID id, @RequestBody Revising body) {
    return useCases
        .startRevision(new UseCaseId(id), new UseCaseId(given(body.id())))
        .map(UseCaseResource::made);
  }

  @GetMapping("/use-cases/{id}/document.json")
  @Needs("usecase:read")
  ResponseEntity<byte[]> documentJson(@PathVariable UUID id) {
    var bytes = useCases.json(new UseCaseId(id));
    return DocumentPages.file(bytes, MediaType.APPLICATION_JSON, "use-case-" + id + ".json");
  }

  @GetMapping("/use-cases/{id}/document.docx")
  @Needs("usecase:read")
  ResponseEntity<byte[]> word(@PathVariable UUID id) {
    var bytes = useCases.word(new UseCaseId(id));
    return DocumentPages.file(bytes, DocumentPages.DOCX, "use-case-" + id + ".docx");
  }

  @GetMapping("/use-cases/{id}/document.pdf")
  @Needs("usecase:read")
  ResponseEntity<byte[]> documentPdf(@PathVariable UUID id) {
    return useCases
        .pdf(new UseCaseId(id))
        .map(bytes ->
            DocumentPages.file(bytes, MediaType.APPLICATION_PDF, "use-case-" + id + ".pdf"))
        .orElseThrow(() -> new NotVisible("PDF of " + id));
  }

  private static UUID given(@Nullable UUID id) {
    return id == null ? UUID.randomUUID() : id;
  }

  private static Made made(UseCaseId id) {
    return new Made(id.value(), URI.create("/api/use-cases/" + id.value()));
  }

  private static SectionJson json(SectionView view) {
    return new SectionJson(
        view.key(),
        view.version(),
        view.completeness().word(),
        view.completeness().reasons(),
        view.answers().plain(),
        view.savedBy(),
        view.savedAt());
  }

  private static Summary summary(UseCaseSummary summary) {
    return new Summary(
        summary.id().value(),
        summary.engagement().value(),
        summary.organisation().value(),
        summary.organisationName(),
        summary.title(),
        summary.revision(),
        summary.phase().code(),
        summary.openSections(),
        summary.changedAt());
  }

  private static UseCaseJson json(UseCaseView view) {
    var sealed = view.sealed();
    return new UseCaseJson(
        summary(view.summary()),
        view.language(),
        view.titleVersion(),
        view.gate().isComplete(),
        view.gate().parts().stream()
            .map(part ->
                new SectionState(
                    part.key(), part.completeness().word(), part.completeness().reasons()))
            .toList(),
        view.contentHash(),
        view.signatures().values().stream()
            .map(s -> new SignOff(s.capacity().word(), s.name(), s.at(), s.contentHash()))
            .toList(),
        sealed == null
            ? null
            : new Sealed(
                sealed.at(),
                sealed.contentHash(),
                sealed.jsonHash(),
                sealed.json().value(),
                sealed.pdf().value()),
        value(view.revisionOf()),
        value(view.nextRevision()));
  }

  private static @Nullable UUID value(@Nullable UseCaseId id) {
    return id == null ? null : id.value();
  }
}
