package lu.aifactory.platform.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.usecase.UseCaseRows.Stored;
import lu.aifactory.platform.usecase.decide.Assessment;
import lu.aifactory.platform.usecase.decide.Change;
import lu.aifactory.platform.usecase.decide.Command;
import lu.aifactory.platform.usecase.decide.Decision;
import lu.aifactory.platform.usecase.decide.Standing;
import org.springframework.stereotype.Component;

/// Carries a command out: locks the use case, lets [Decision] decide, stores what happened and tells the others.
@Component
class Desk {

  private final UseCaseRows rows;
  private final Parts parts;
  private final Announcements announcements;
  private final CurrentPerson current;
  private final Clock clock;

  Desk(
      UseCaseRows rows,
      Parts parts,
      Announcements announcements,
      CurrentPerson current,
      Clock clock) {
    this.rows = rows;
    this.parts = parts;
    this.announcements = announcements;
    this.current = current;
    this.clock = clock;
  }

  Instant now() {
    // what the database keeps, so that a value read back is equal
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Outcome<List<Change>> carryOut(UseCaseId id, Command command) {
    var found = rows.lock(id);
    if (found.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound());
    }
    var stored = found.get();
    var decision =
        new Decision(stored.standing(), content -> parts.assess(stored.useCase().with(content)));
    return decision.on(command).map(changes -> stored(stored, changes));
  }

  private List<Change> stored(Stored before, List<Change> changes) {
    var now = now();
    var standing = before.standing();
    for (var change : changes) {
      store(before.useCase().id(), change, now);
      standing = standing.after(change);
    }
    if (!changes.isEmpty()) {
      var useCase = before.useCase().with(standing.content());
      var assessment = parts.assess(useCase);
      rows.setPhase(
          useCase.id(), phase(standing, assessment), assessment.gate().open().size(), now);
      announcements.tell(useCase, changes, current.get(), now);
    }
    return changes;
  }

  private void store(UseCaseId id, Change change, Instant now) {
    switch (change) {
      case Change.SectionSaved(var key, var answers, var version) ->
          rows.addSection(id, key, version, answers, current.get(), now);
      case Change.Retitled(var title, var version) -> rows.retitle(id, title, version);
      case Change.SignaturesVoided(var voided) ->
          voided.forEach(signature -> rows.removeSignature(id, signature.capacity()));
      case Change.Signed(var signature) -> rows.addSignature(id, signature);
      case Change.SignatureWithdrawn(var signature) ->
          rows.removeSignature(id, signature.capacity());
      // the façade stores the seal together with its documents
      case Change.WasSealed(_),
          Change.SectionCompleted(_),
          Change.GateOpened(),
          Change.BecameDecisionReady() -> {}
    }
  }

  static Phase phase(Standing standing, Assessment assessment) {
    if (standing.isSealed()) {
      return Phase.SEALED;
    }
    if (!assessment.gate().isComplete()) {
      return Phase.DRAFT;
    }
    return standing.isSignedByBoth(assessment.hash()) ? Phase.DECISION_READY : Phase.TO_SIGN;
  }
}
