package lu.aifactory.platform.usecase;

import java.util.Optional;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Journey;
import org.springframework.stereotype.Component;

/// Who signs as the advisor: the one advisor of the engagement, not everybody who advises its organisation.
@Component
class EngagementAdvisor {

  private final Journey journey;
  private final CurrentPerson current;

  EngagementAdvisor(Journey journey, CurrentPerson current) {
    this.journey = journey;
    this.current = current;
  }

  boolean isCaller(EngagementId engagement) {
    var caller = current.get().id();
    // Asked as the platform, because a token may be limited to signing.
    return current
        .<Optional<AccountId>>asSystem("signing", () -> journey.advisorOf(engagement))
        .filter(caller::equals)
        .isPresent();
  }

  /// Whether the caller is the one to sign in this capacity, as far as the engagement decides it.
  boolean allows(Capacity capacity, EngagementId engagement) {
    return switch (capacity) {
      case ORGANISATION -> true;
      case ADVISOR -> isCaller(engagement);
    };
  }
}
