package lu.aifactory.platform.workshop;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.usecase.TextProposal;
import lu.aifactory.platform.workshop.WorkshopResource.WorkshopJson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a workshop comes to, over REST.
@RestController
@RequestMapping("/api/workshops/{id}")
class MinutesResource {

  record Writing(@Nullable String text, int version) {}

  record Deciding(
      @Nullable UUID id,
      @Nullable String what,
      @Nullable String side,
      @Nullable UUID person,
      @Nullable LocalDate until) {}

  record Proposing(
      @Nullable UUID id, @Nullable String section, @Nullable String field, @Nullable String text) {}

  record TextJson(UUID id, UUID useCase, String section, String field, String text, String state) {

    static TextJson of(TextProposal one) {
      return new TextJson(
          one.id(),
          one.useCase().value(),
          one.section(),
          one.field(),
          one.text(),
          one.state().code());
    }
  }

  record Sealed(UUID document, URI link) {}

  record NotesJson(String text, int version, @Nullable String savedBy, @Nullable Instant savedAt) {

    static NotesJson of(Notes notes) {
      return new NotesJson(notes.text(), notes.version(), notes.savedBy(), notes.savedAt());
    }
  }

  private final Minutes minutes;

  MinutesResource(Minutes minutes) {
    this.minutes = minutes;
  }

  @Needs("workshop:read")
  @GetMapping("/notes")
  NotesJson notes(@PathVariable UUID id) {
    return NotesJson.of(minutes.notes(new WorkshopId(id)));
  }

  @Needs("workshop:take-part")
  @PutMapping("/notes")
  Outcome<NotesJson> save(@PathVariable UUID id, @RequestBody Writing body) {
    return minutes
        .save(new WorkshopId(id), WorkshopResource.text(body.text()), body.version())
        .map(NotesJson::of);
  }

  @Needs("workshop:take-part")
  @PutMapping("/notes/draft")
  Outcome<Notes.Draft> keep(@PathVariable UUID id, @RequestBody Writing body) {
    return minutes.keep(new WorkshopId(id), WorkshopResource.text(body.text()), body.version());
  }

  @Needs("workshop:write")
  @PostMapping("/decisions")
  Outcome<WorkshopJson> decide(@PathVariable UUID id, @RequestBody Deciding body) {
    var decision =
        new Minutes.NewDecision(
            body.id() == null ? UUID.randomUUID() : body.id(),
            WorkshopResource.text(body.what()),
            MinutesPages.side(WorkshopResource.text(body.side())),
            body.person() == null ? null : new AccountId(body.person()),
            body.until());
    return minutes.decide(new WorkshopId(id), decision).map(WorkshopJson::of);
  }

  @Needs("workshop:read")
  @GetMapping("/texts")
  List<TextJson> texts(@PathVariable UUID id) {
    return minutes.proposed(new WorkshopId(id)).stream().map(TextJson::of).toList();
  }

  @Needs("workshop:take-part")
  @PostMapping("/texts")
  Outcome<TextJson> propose(@PathVariable UUID id, @RequestBody Proposing body) {
    return minutes
        .propose(
            new WorkshopId(id),
            body.id() == null ? UUID.randomUUID() : body.id(),
            WorkshopResource.text(body.section()),
            WorkshopResource.text(body.field()),
            WorkshopResource.text(body.text()))
        .map(TextJson::of);
  }

  @Needs("workshop:write")
  @PostMapping("/minutes")
  Outcome<Sealed> seal(@PathVariable UUID id, Locale language) {
    return minutes
        .seal(new WorkshopId(id), language)
        .map(document ->
            new Sealed(
                document.id().value(), URI.create("/api/documents/" + document.id().value())));
  }
}
