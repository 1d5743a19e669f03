package lu.aifactory.platform.portal;

/// Says who is signed in, for the head of the page. Whoever knows people implements it.
public interface CallerCard {

  /// The name of the caller as it is shown to themselves.
  String name();
}
