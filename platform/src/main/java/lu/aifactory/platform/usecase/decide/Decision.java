package lu.aifactory.platform.usecase.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.usecase.Capacity;
import lu.aifactory.platform.usecase.Content;
import lu.aifactory.platform.usecase.Gate;
import lu.aifactory.platform.usecase.Signature;
import lu.aifactory.platform.usecase.UseCaseRefusal;

/// Decides what a command does to a use case. `assess` says what any content amounts to.
public record Decision(Standing standing, Function<Content, Assessment> assess) {

  /// What happens, in order; nothing when the command asks for what already is.
  public Outcome<List<Change>> on(Command command) {
    if (standing.isSealed()) {
      return Outcome.refused(new UseCaseRefusal.IsSealed());
    }
    return switch (command) {
      case Command.SaveSection save -> save(save);
      case Command.Retitle retitle -> retitle(retitle);
      case Command.Sign sign -> sign(sign);
      case Command.Withdraw withdraw -> withdraw(withdraw);
      case Command.Seal() -> seal();
    };
  }

  private Outcome<List<Change>> save(Command.SaveSection save) {
    var current = standing.version(save.key());
    if (save.answers().equals(standing.content().section(save.key()))) {
      return Outcome.done(List.of());
    }
    if (save.seenVersion() != current) {
      return Outcome.refused(new Refusal.Changed(current));
    }
    return Outcome.done(
        edit(
            new Change.SectionSaved(save.key(), save.answers(), current + 1),
            standing.content().with(save.key(), save.answers())));
  }

  private Outcome<List<Change>> retitle(Command.Retitle retitle) {
    var current = standing.titleVersion();
    if (retitle.title().equals(standing.content().title())) {
      return Outcome.done(List.of());
    }
    if (retitle.seenVersion() != current) {
      return Outcome.refused(new Refusal.Changed(current));
    }
    return Outcome.done(
        edit(
            new Change.Retitled(retitle.title(), current + 1),
            standing.content().titled(retitle.title())));
  }

  private List<Change> edit(Change edit, Content edited) {
    var changes = new ArrayList<Change>();
    changes.add(edit);
    if (!standing.signatures().isEmpty()) {
      changes.add(new Change.SignaturesVoided(List.copyOf(standing.signatures().values())));
    }
    changes.addAll(progress(assess.apply(standing.content()).gate(), assess.apply(edited).gate()));
    return changes;
  }

  private static List<Change> progress(Gate before, Gate after) {
    var changes = new ArrayList<Change>();
    for (var part : after.parts()) {
      var was = before.part(part.key()).map(Gate.Part::completeness);
      if (part.completeness().isComplete() && was.filter(then -> then.isComplete()).isEmpty()) {
        changes.add(new Change.SectionCompleted(part.key()));
      }
    }
    if (after.isComplete() && !before.isComplete()) {
      changes.add(new Change.GateOpened());
    }
    return changes;
  }

  private Outcome<List<Change>> sign(Command.Sign sign) {
    var now = assess.apply(standing.content());
    if (!sign.shownHash().equals(now.hash())) {
      return Outcome.refused(new UseCaseRefusal.NotWhatWasShown());
    }
    if (!now.gate().isComplete()) {
      return Outcome.refused(notComplete(now.gate()));
    }
    if (standing.isSigned(sign.capacity(), now.hash())) {
      return Outcome.done(List.of());
    }
    var changes = new ArrayList<Change>();
    // a part of another room may have changed without a save here
    var outdated =
        standing.signatures().values().stream()
            .filter(signature -> !signature.contentHash().equals(now.hash()))
            .toList();
    if (!outdated.isEmpty()) {
      changes.add(new Change.SignaturesVoided(outdated));
    }
    var other =
        Optional.ofNullable(standing.signatures().get(sign.capacity().other()))
            .filter(signature -> signature.contentHash().equals(now.hash()));
    if (other.filter(signature -> signature.signer().equals(sign.signer())).isPresent()) {
      return Outcome.refused(new UseCaseRefusal.SignedForTheOtherSide());
    }
    changes.add(
        new Change.Signed(
            new Signature(sign.capacity(), sign.signer(), sign.name(), sign.at(), now.hash())));
    if (other.isPresent()) {
      changes.add(new Change.BecameDecisionReady());
    }
    return Outcome.done(changes);
  }

  private Outcome<List<Change>> withdraw(Command.Withdraw withdraw) {
    var signature = standing.signatures().get(withdraw.capacity());
    return signature == null || !signature.signer().equals(withdraw.signer())
        ? Outcome.refused(new UseCaseRefusal.NotSigned())
        : Outcome.done(List.of(new Change.SignatureWithdrawn(signature)));
  }

  private Outcome<List<Change>> seal() {
    var now = assess.apply(standing.content());
    if (!now.gate().isComplete()) {
      return Outcome.refused(notComplete(now.gate()));
    }
    var missing =
        Arrays.stream(Capacity.values())
            .filter(side -> !standing.isSigned(side, now.hash()))
            .toList();
    return missing.isEmpty()
        ? Outcome.done(List.of(new Change.WasSealed(now.hash())))
        : Outcome.refused(new UseCaseRefusal.SignaturesMissing(missing));
  }

  private static Refusal notComplete(Gate gate) {
    return new UseCaseRefusal.NotComplete(gate.open().stream().map(Gate.Part::key).toList());
  }
}
