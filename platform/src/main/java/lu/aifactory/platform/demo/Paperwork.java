package lu.aifactory.platform.demo;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.portfolio.IdeaId;
import lu.aifactory.platform.readiness.AssessmentId;
import lu.aifactory.platform.readiness.Depth;
import lu.aifactory.platform.readiness.Given;
import lu.aifactory.platform.readiness.Marking;
import lu.aifactory.platform.usecase.NewUseCase;
import lu.aifactory.platform.usecase.UseCaseId;

/// What an organisation fills in on its way: the readiness assessment, the use case, its signatures and its seal.
final class Paperwork {

  private static final int SHOWN_EVIDENCE = 3;

  private final Rooms rooms;
  private final Cast cast;
  private final Script script;

  Paperwork(Rooms rooms, Cast cast, Script script) {
    this.rooms = rooms;
    this.cast = cast;
    this.script = script;
  }

  void assess(Script.Assessing assessing) {
    var readiness = rooms.readiness();
    var id = new AssessmentId(UUID.randomUUID());
    var asked =
        cast.asOwner(() ->
            Story.done(readiness.start(cast.engagement(), id, Depth.LIGHT, assessing.facts()))
                .asked());
    for (int item = 0; item < assessing.levels().size(); item++) {
      var given = given(assessing.levels().get(item));
      var key = asked.get(item).id();
      Story.done(cast.asOwner(() -> readiness.answer(id, key, given)));
    }
    var note = assessing.note();
    if (note != null) {
      Story.done(
          cast.asAdvisor(
              () -> readiness.verifyEvidence(id, asked.getFirst().id(), Marking.verified(note))));
    }
    if (assessing.finished()) {
      Story.done(cast.asOwner(() -> readiness.finish(id)));
    }
  }

  private static Given given(int level) {
    return level < 0
        ? new Given("dont-know", null, null, null, null, null)
        : new Given(
            "level",
            level,
            null,
            level >= SHOWN_EVIDENCE ? "document-seen" : "self-declared",
            null,
            null);
  }

  /// @param idea from which the use case is begun, if there is one
  void write(Script.Writing writing, Optional<IdeaId> idea, UseCaseId id, UseCaseText text) {
    var wanted = new NewUseCase(writing.title(), writing.language());
    Story.done(
        cast.asOwner(() ->
            idea.map(begun -> rooms.portfolio().begin(begun, id, writing.language()))
                .orElseGet(() -> rooms.useCases().create(cast.engagement(), id, wanted))));
    var sections = Objects.requireNonNull(script.documents().get(writing.document()));
    sections.entrySet().stream()
        .limit(writing.sections())
        .forEach(section -> {
          var answers = text.answers(section.getValue());
          Story.done(cast.asOwner(() -> rooms.useCases().save(id, section.getKey(), answers, 0)));
        });
  }

  void sign(Script.Writing writing, UseCaseId id) {
    var useCases = rooms.useCases();
    var hash = useCases.show(id).contentHash();
    if (writing.signed().contains("advisor")) {
      Story.done(cast.asAdvisor(() -> useCases.signAsAdvisor(id, hash)));
    }
    if (writing.signed().contains("organisation")) {
      Story.done(cast.asOwner(() -> useCases.signForOrganisation(id, hash)));
    }
  }

  void seal(UseCaseId id) {
    Story.done(cast.asOwner(() -> rooms.useCases().seal(id)));
  }
}
