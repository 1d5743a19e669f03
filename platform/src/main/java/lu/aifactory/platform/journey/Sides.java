package lu.aifactory.platform.journey;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.identity.Role;
import org.springframework.stereotype.Component;

/// Who stands on which side of an engagement.
@Component
class Sides {

  private final CurrentPerson current;
  private final Identity identity;

  Sides(CurrentPerson current, Identity identity) {
    this.current = current;
    this.identity = identity;
  }

  /// Whoever acts, unless it is the system itself.
  Optional<Person> actor() {
    return current.find().filter(person -> !person.getName().startsWith("system:"));
  }

  /// On which side the caller stands; none for the system and for those who only look on.
  Optional<Waiting.Who> callersSide(Engagement engagement) {
    return actor().flatMap(person -> side(engagement, person));
  }

  private static Optional<Waiting.Who> side(Engagement engagement, Person person) {
    if (person.organisations().contains(engagement.organisation())) {
      return Optional.of(Waiting.Who.ORGANISATION);
    }
    if (engagement.advisedBy(person.id())) {
      return Optional.of(Waiting.Who.ADVISOR);
    }
    if (person.partner() != null && !person.is(Role.ADVISOR)) {
      return Optional.of(Waiting.Who.PARTNER);
    }
    return person.is(Role.ADMINISTRATOR) ? Optional.of(Waiting.Who.FACTORY) : Optional.empty();
  }

  /// Everybody who is to hear of what somebody did: the members and the advisor, without whoever did it. What a member
  /// did is news to the advisor, not to every colleague.
  Set<AccountId> audience(Engagement engagement, Optional<AccountId> actor) {
    var members = members(engagement);
    var audience = new LinkedHashSet<AccountId>();
    if (actor.isEmpty() || !members.contains(actor.get())) {
      audience.addAll(members);
    }
    var advisor = engagement.advisor();
    if (advisor == null) {
      audience.addAll(administrators());
    } else {
      audience.addAll(advisors(engagement));
    }
    actor.ifPresent(audience::remove);
    return audience;
  }

  /// The advisor and whoever stands in for them today.
  Set<AccountId> advisors(Engagement engagement) {
    var all = new LinkedHashSet<AccountId>();
    if (engagement.advisor() != null) {
      all.add(engagement.advisor());
    }
    if (engagement.substitute() != null) {
      all.add(engagement.substitute().account());
    }
    return all;
  }

  Set<AccountId> administrators() {
    var all = new LinkedHashSet<AccountId>();
    identity.staff(Role.ADMINISTRATOR).forEach(person -> all.add(person.id()));
    return all;
  }

  /// Everybody who takes part: the organisation's members and the advisor.
  Set<AccountId> people(Engagement engagement) {
    var people = new LinkedHashSet<>(members(engagement));
    people.addAll(advisors(engagement));
    return people;
  }

  Set<AccountId> members(Engagement engagement) {
    return current.asSystem(
        "journey",
        () -> {
          var all = new LinkedHashSet<AccountId>();
          identity.members(engagement.organisation()).forEach(member -> all.add(member.account()));
          return all;
        });
  }
}
