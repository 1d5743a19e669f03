package lu.aifactory.platform.usecase.decide;

import java.time.Instant;
import java.util.UUID;
import lu.aifactory.platform.usecase.Answers;
import lu.aifactory.platform.usecase.Capacity;

/// What somebody wants of a use case.
public sealed interface Command {

  /// Store a section over the version that the writer saw; 0 when it was never saved.
  record SaveSection(String key, Answers answers, int seenVersion) implements Command {}

  /// Give it another title.
  record Retitle(String title, int seenVersion) implements Command {}

  /// Sign off the content with this hash.
  record Sign(Capacity capacity, UUID signer, String name, String shownHash, Instant at)
      implements Command {}

  /// Take one's own sign-off back.
  record Withdraw(Capacity capacity, UUID signer) implements Command {}

  /// Make it final.
  record Seal() implements Command {}
}
