package lu.aifactory.platform.usecase;

import java.util.Optional;
import java.util.function.Predicate;
import lu.aifactory.platform.identity.Access;
import org.jspecify.annotations.Nullable;

/// The one next step on a use case's page, for the person who looks at it.
record Moves(Access access, Predicate<Capacity> signs, Wording wording) {

  /// What to do and why; without an address it is somebody else's turn.
  record Move(String heading, String reason, @Nullable String href, @Nullable String action) {}

  Move next(UseCaseView useCase) {
    var home = "/use-cases/" + useCase.id().value();
    return switch (useCase.phase()) {
      case DRAFT -> write(useCase, home);
      case TO_SIGN -> sign(useCase, home);
      case DECISION_READY ->
          may("usecase:seal", useCase)
              ? move("seal", home + "/seal")
              : new Move(say("seal-other"), say("seal.reason"), null, null);
      case SEALED -> move("sealed", home + "/pdf");
    };
  }

  private Move write(UseCaseView useCase, String home) {
    var first = useCase.gate().open().getFirst();
    var title = wording.section(first.key());
    var reason =
        first.completeness() instanceof Completeness.Missing
            ? say("write.missing")
            : say("write.weak");
    return may("usecase:write", useCase)
        ? new Move(
            say("write", title), reason, home + "/sections/" + first.key(), say("write.action"))
        : new Move(say("write-other", title), reason, null, null);
  }

  private Move sign(UseCaseView useCase, String home) {
    Optional<Capacity> mine = Optional.empty();
    for (var capacity : Capacity.values()) {
      if (useCase.signature(capacity).isEmpty() && signs.test(capacity)) {
        mine = Optional.of(capacity);
      }
    }
    if (mine.isPresent()) {
      return move("sign", home + "/sign/" + mine.get().word());
    }
    var other = useCase.signature(Capacity.ORGANISATION).isEmpty() ? "organisation" : "advisor";
    return new Move(say("sign-" + other), say("sign.reason"), null, null);
  }

  private Move move(String key, String href) {
    return new Move(say(key), say(key + ".reason"), href, say(key + ".action"));
  }

  private boolean may(String permission, UseCaseView useCase) {
    return access.may(permission, useCase.summary().organisation());
  }

  private String say(String key, Object... arguments) {
    return wording.say("usecase.move." + key, arguments);
  }
}
