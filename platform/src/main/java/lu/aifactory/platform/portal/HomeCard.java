package lu.aifactory.platform.portal;

import java.util.Optional;

/// A bean of this type puts a card on the home page of those whom it concerns.
public interface HomeCard {

  /// The card for the caller, if there is something to show.
  Optional<Card> forCaller();
}
