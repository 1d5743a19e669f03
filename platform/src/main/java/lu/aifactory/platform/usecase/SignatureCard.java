package lu.aifactory.platform.usecase;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.Visibility;
import lu.aifactory.platform.portal.Card;
import lu.aifactory.platform.portal.HomeCard;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.portal.Tone;
import org.springframework.stereotype.Component;

/// "Waits for your signature" on the home page.
@Component
class SignatureCard implements HomeCard {

  private static final int URGENCY = 80;

  private final UseCases useCases;
  private final Access access;
  private final Texts texts;

  SignatureCard(UseCases useCases, Access access, Texts texts) {
    this.useCases = useCases;
    this.access = access;
    this.texts = texts;
  }

  @Override
  public Optional<Card> forCaller() {
    var rows = new ArrayList<Card.Row>();
    for (var capacity : Capacity.values()) {
      if (access
          .visibility("usecase:sign-" + capacity.word())
          .equals(new Visibility.Only(Set.of()))) {
        continue;
      }
      for (var one : useCases.waitingForSignature(capacity)) {
        rows.add(
            new Card.Row(
                one.title(),
                one.organisationName(),
                null,
                Tone.WAITING,
                texts.of("usecase.phase.to-sign"),
                "/use-cases/" + one.id().value() + "/sign/" + capacity.word(),
                texts.of("usecase.move.sign.action"),
                URGENCY));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Card(
                Card.Place.MINE,
                20,
                texts.of("usecase.home.title"),
                rows,
                "/use-cases?phase=to-sign"));
  }
}
