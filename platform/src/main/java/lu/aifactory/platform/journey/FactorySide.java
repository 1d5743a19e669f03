package lu.aifactory.platform.journey;

import java.util.stream.Collectors;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Visibility;
import org.springframework.stereotype.Component;

/// Whether the caller reads what only the factory's side may read. Whoever belongs to the organisation does not,
/// whatever else they are.
@Component
class FactorySide {

  private static final String INTERNAL = "engagement:internal";

  private final Access access;
  private final CurrentPerson current;

  FactorySide(Access access, CurrentPerson current) {
    this.access = access;
    this.current = current;
  }

  boolean reads(OrganisationId organisation) {
    return access.may(INTERNAL, organisation)
        && current.find().filter(one -> one.organisations().contains(organisation)).isEmpty();
  }

  Visibility visibility() {
    var own = current.get().organisations();
    return switch (access.visibility(INTERNAL)) {
      case Visibility.Everything() -> new Visibility.Everything();
      case Visibility.Only(var some) ->
          new Visibility.Only(
              some.stream()
                  .filter(one -> !own.contains(one))
                  .collect(Collectors.toUnmodifiableSet()));
    };
  }
}
