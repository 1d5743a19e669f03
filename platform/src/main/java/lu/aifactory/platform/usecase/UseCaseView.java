package lu.aifactory.platform.usecase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything about one use case but the words of its sections.
///
/// @param contentHash the SHA-256 of the content now: what somebody would sign
/// @param signatures only those that hold for that content
/// @param outdated sign-offs that another room's change has ended
public record UseCaseView(
    UseCaseSummary summary,
    String language,
    int titleVersion,
    Gate gate,
    String contentHash,
    Map<Capacity, Signature> signatures,
    List<Signature> outdated,
    @Nullable SealedDocument sealed,
    @Nullable UseCaseId revisionOf,
    @Nullable UseCaseId nextRevision) {

  /// Its id.
  public UseCaseId id() {
    return summary.id();
  }

  /// How far it is.
  public Phase phase() {
    return summary.phase();
  }

  /// The sign-off in a capacity, if it holds.
  public Optional<Signature> signature(Capacity capacity) {
    return Optional.ofNullable(signatures.get(capacity));
  }
}
