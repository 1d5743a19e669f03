package lu.aifactory.platform.usecase;

/// One revision of a use case as the parts of its document see it.
public record UseCase(UseCaseId id, Content content) {

  /// The same use case with other content.
  public UseCase with(Content other) {
    return new UseCase(id, other);
  }
}
