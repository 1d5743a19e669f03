package lu.aifactory.platform.workshop;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Consent;
import lu.aifactory.platform.identity.Consents;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.workshop.Workshop.Participant;
import lu.aifactory.platform.workshop.Workshop.Side;
import org.springframework.stereotype.Component;

/// Who can be invited: the people of the case, and experts of those partners that the organisation lets look into its
/// workshops.
@Component
class Guests {

  private static final String ROOM = "workshop";

  private final Identity identity;
  private final Consents consents;
  private final Journey journey;
  private final CurrentPerson current;
  private final Clock clock;

  Guests(
      Identity identity, Consents consents, Journey journey, CurrentPerson current, Clock clock) {
    this.identity = identity;
    this.consents = consents;
    this.journey = journey;
    this.current = current;
    this.clock = clock;
  }

  /// Everybody whom a workshop of this engagement may invite.
  List<Participant> of(EngagementId id) {
    return current.asSystem(
        ROOM,
        () -> {
          var engagement = journey.engagement(id);
          var all = new ArrayList<Participant>();
          identity
              .members(engagement.organisation())
              .forEach(one ->
                  all.add(
                      new Participant(
                          one.account(), one.name(), one.email(), Side.ORGANISATION, null, null)));
          var advisor = engagement.advisor();
          identity.staff(Role.ADVISOR).stream()
              .filter(one -> one.id().equals(advisor))
              .forEach(one -> all.add(participant(one, Side.ADVISOR)));
          var partners = partners(engagement.organisation());
          identity.staff(Role.PARTNER_EXPERT).stream()
              .filter(one -> one.partner() != null && partners.contains(one.partner()))
              .filter(one -> all.stream().noneMatch(known -> known.account().equals(one.id())))
              .forEach(one -> all.add(participant(one, Side.EXPERT)));
          return List.copyOf(all);
        });
  }

  /// Whether somebody may still be told of a workshop: an expert only while the organisation's consent lives.
  boolean mayBeTold(OrganisationId organisation, Participant participant) {
    var partner = participant.partner();
    return participant.side() != Side.EXPERT
        || (partner != null
            && current.asSystem(ROOM, () -> partners(organisation).contains(partner)));
  }

  /// Whether experts wait outside because their partner has no consent.
  boolean someNeedConsent(EngagementId id) {
    var invited = of(id).stream().map(Participant::account).collect(Collectors.toSet());
    return identity.staff(Role.PARTNER_EXPERT).stream()
        .anyMatch(one -> one.partner() != null && !invited.contains(one.id()));
  }

  private Set<String> partners(OrganisationId organisation) {
    var now = clock.instant();
    return consents.of(organisation).stream()
        .filter(consent -> consent.live(now) && consent.scopes().contains(ROOM))
        .map(Consent::partner)
        .collect(Collectors.toSet());
  }

  private static Participant participant(Person person, Side side) {
    return new Participant(
        person.id(), person.name(), person.email(), side, person.partner(), null);
  }

  /// Those with these accounts, in their order.
  static List<Participant> chosen(List<Participant> from, Set<AccountId> accounts) {
    return from.stream().filter(one -> accounts.contains(one.account())).toList();
  }
}
