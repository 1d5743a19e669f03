package lu.aifactory.platform.usecase.decide;

import java.util.List;
import lu.aifactory.platform.usecase.Answers;
import lu.aifactory.platform.usecase.Signature;

/// What happened to a use case.
public sealed interface Change {

  /// A section has new content.
  record SectionSaved(String key, Answers answers, int version) implements Change {}

  /// The title changed.
  record Retitled(String title, int version) implements Change {}

  /// Sign-offs ended because the content is another now.
  record SignaturesVoided(List<Signature> signatures) implements Change {}

  /// A section became complete.
  record SectionCompleted(String key) implements Change {}

  /// The last open section became complete: it can be signed.
  record GateOpened() implements Change {}

  /// Somebody signed.
  record Signed(Signature signature) implements Change {}

  /// Organisation and advisor have both signed this content: it is decision-ready.
  record BecameDecisionReady() implements Change {}

  /// Somebody took their sign-off back.
  record SignatureWithdrawn(Signature signature) implements Change {}

  /// It is final.
  record WasSealed(String contentHash) implements Change {}
}
