package lu.aifactory.platform.workshop;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.documents.Document;
import lu.aifactory.platform.documents.DocumentId;
import lu.aifactory.platform.documents.Documents;
import lu.aifactory.platform.documents.Title;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.journey.NewTask;
import lu.aifactory.platform.journey.TaskId;
import lu.aifactory.platform.journey.Waiting;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.usecase.TextProposal;
import lu.aifactory.platform.usecase.TextProposals;
import lu.aifactory.platform.workshop.Workshop.Decided;
import lu.aifactory.platform.workshop.Workshop.State;
import org.jspecify.annotations.Nullable;

/// What came of a workshop: notes, decisions that become tasks, texts proposed for the use case, and the sealed minutes.
@Facade
public class Minutes {

  private static final int LONGEST_NOTES = 40_000;

  private final WorkshopRows workshops;
  private final NoteRows notes;
  private final MinutesReport report;
  private final Invitations invitations;
  private final Journey journey;
  private final TextProposals texts;
  private final Documents documents;
  private final Access access;
  private final CurrentPerson current;
  private final Clock clock;

  Minutes(
      WorkshopRows workshops,
      NoteRows notes,
      MinutesReport report,
      Invitations invitations,
      Journey journey,
      TextProposals texts,
      Documents documents,
      Access access,
      CurrentPerson current,
      Clock clock) {
    this.workshops = workshops;
    this.notes = notes;
    this.report = report;
    this.invitations = invitations;
    this.journey = journey;
    this.texts = texts;
    this.documents = documents;
    this.access = access;
    this.current = current;
    this.clock = clock;
  }

  /// A decision that somebody takes down. The id comes from the form, so that sending it twice makes one.
  ///
  /// @param person who does it; null for anybody of that side
  public record NewDecision(
      UUID id,
      String what,
      Waiting.@Nullable Who side,
      @Nullable AccountId person,
      @Nullable LocalDate until) {}

  /// The notes as they were saved last.
  @Needs("workshop:read")
  public Notes notes(WorkshopId id) {
    return notes.latest(id);
  }

  /// The notes at an earlier version: what somebody saw who was overtaken.
  @Needs("workshop:read")
  public Notes notesAt(WorkshopId id, int version) {
    return notes.at(id, version);
  }

  /// What the caller was writing and has not saved.
  @Needs("workshop:take-part")
  public Optional<Notes.Draft> draft(WorkshopId id) {
    return notes.draft(id, current.get().id());
  }

  /// Keeps what the caller is writing, for nobody but them, until they save it.
  @Needs("workshop:take-part")
  public Outcome<Notes.Draft> keep(WorkshopId id, String text, int seenVersion) {
    return writable(id)
        .then(_ -> fitting(text))
        .map(fits -> {
          var now = clock.instant();
          notes.keep(id, current.get().id(), fits, seenVersion, now);
          return new Notes.Draft(fits, seenVersion, now);
        });
  }

  /// Saves the notes over the version that the writer saw.
  @Needs(value = "workshop:take-part", records = "workshop.notes-saved")
  public Outcome<Notes> save(WorkshopId id, String text, int seenVersion) {
    return writable(id)
        .then(_ -> fitting(text))
        .then(fits -> {
          var before = notes.latest(id);
          if (before.version() != seenVersion) {
            return Outcome.refused(new Refusal.Changed(before.version()));
          }
          if (!before.text().equals(fits)) {
            notes.save(id, before.version() + 1, fits, current.get(), clock.instant());
          }
          notes.forget(id, current.get().id());
          return Outcome.done(notes.latest(id));
        });
  }

  private Outcome<Workshop> writable(WorkshopId id) {
    var workshop = locked(id);
    return workshop.state() == State.CANCELLED
        ? Outcome.refused(new WorkshopRefusal.NotPlanned())
        : Outcome.done(workshop);
  }

  private static Outcome<String> fitting(String typed) {
    var text = typed.replace("\r\n", "\n").replace("\0", "");
    return text.length() > LONGEST_NOTES
        ? invalid(new Fault("text", "workshop.fault.long", List.of(LONGEST_NOTES)))
        : Outcome.done(text);
  }

  /// Takes a decision down and sets the task that comes of it.
  @Needs(value = "workshop:write", records = "workshop.decided")
  public Outcome<Workshop> decide(WorkshopId id, NewDecision decision) {
    var workshop = locked(id);
    if (workshop.state() == State.CANCELLED) {
      return Outcome.refused(new WorkshopRefusal.NotPlanned());
    }
    if (workshop.decisions().stream().anyMatch(one -> one.id().equals(decision.id()))) {
      return Outcome.done(workshop);
    }
    var task =
        new NewTask(
            new TaskId(decision.id()),
            decision.what(),
            decision.side(),
            decision.person(),
            decision.until(),
            Invitations.page(workshop));
    return journey
        .addTask(workshop.engagement(), task)
        .then(set -> {
          var side = decision.side();
          if (side == null) return invalid(new Fault("side", "workshop.fault.side"));
          var name =
              workshop.participants().stream()
                  .filter(one -> one.account().equals(decision.person()))
                  .map(Workshop.Participant::name)
                  .findFirst()
                  .orElse(null);
          var decided =
              new Decided(
                  decision.id(),
                  decision.what().strip(),
                  side,
                  name,
                  decision.until(),
                  set.value(),
                  current.get().name(),
                  clock.instant().truncatedTo(ChronoUnit.MILLIS));
          return workshops.decide(id, decided, decision.person())
              ? Outcome.done(found(id))
              : Outcome.refused(new Refusal.NotFound());
        });
  }

  /// Proposes a text for a field of the use case that the workshop is about.
  @Needs(value = "workshop:take-part", records = "workshop.text-proposed")
  public Outcome<TextProposal> propose(
      WorkshopId id, UUID proposal, String section, String field, String text) {
    var workshop = found(id);
    var useCase = workshop.useCase();
    if (useCase == null) return Outcome.refused(new WorkshopRefusal.NoUseCase());
    var draft =
        new TextProposal.Draft(
            proposal, section, field, text, workshop.title(), Invitations.page(workshop));
    return texts.propose(useCase, draft);
  }

  /// The texts that this workshop has proposed; none for those who may not see the use case.
  @Needs("workshop:read")
  public List<TextProposal> proposed(WorkshopId id) {
    var workshop = found(id);
    var page = Invitations.page(workshop);
    return workshop.useCase() == null || !access.may("usecase:read", workshop.organisation())
        ? List.of()
        : texts.of(workshop.useCase()).stream().filter(one -> page.equals(one.link())).toList();
  }

  /// The minutes as a page.
  @Needs("workshop:read")
  public String page(WorkshopId id, Locale language) {
    var workshop = found(id);
    var document = workshop.document() == null ? id.value() : workshop.document();
    var minutes = report.of(workshop, notes.latest(id), proposed(id), language);
    return current.asSystem(
        "workshop", () -> documents.page(id, new DocumentId(document), minutes));
  }

  /// Seals the minutes of what was held. The same notes are sealed once; newer ones make a newer document.
  @Needs(value = "workshop:write", records = "workshop.minutes-sealed")
  public Outcome<Document> seal(WorkshopId id, Locale language) {
    var workshop = locked(id);
    var written = notes.latest(id);
    if (workshop.state() != State.HELD) return Outcome.refused(new WorkshopRefusal.NotHeld());
    if (written.text().isBlank()) return Outcome.refused(new WorkshopRefusal.NoNotes());
    var sealed = workshop.document();
    if (sealed != null && workshop.sealedNotes() == written.version()) {
      return documents.find(new DocumentId(sealed));
    }
    return documents
        .seal(
            id,
            new DocumentId(UUID.randomUUID()),
            new Title("workshop.minutes.document", List.of(workshop.title())),
            report.of(workshop, written, proposed(id), language))
        .map(document -> {
          workshops.sealed(id, document.id().value(), written.version());
          invitations.tell(workshop, "workshop.event.minutes", List.of(workshop.title()), null);
          return document;
        });
  }

  private static <T> Outcome<T> invalid(Fault fault) {
    return Outcome.refused(new Refusal.Invalid(List.of(fault)));
  }

  private Workshop locked(WorkshopId id) {
    return workshops.lock(id).orElseThrow(() -> new NotVisible(id.toString()));
  }

  private Workshop found(WorkshopId id) {
    return workshops.find(id).orElseThrow(() -> new NotVisible(id.toString()));
  }
}
