package lu.aifactory.platform.identity;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Answers whether somebody holds a permission over an organisation, by the permission table and the facts of
/// membership, assignment and consent.
@Component
public class Access {

  private final PermissionTable permissions;
  private final Ties ties;
  private final CurrentPerson current;
  private final Clock clock;

  Access(PermissionTable permissions, Ties ties, CurrentPerson current, Clock clock) {
    this.permissions = permissions;
    this.ties = ties;
    this.current = current;
    this.clock = clock;
  }

  /// Whether the caller holds the permission over the organisation: what a page asks before it shows a button.
  public boolean may(String permission, OrganisationId organisation) {
    return current.find().map(person -> may(person, permission, organisation)).orElse(false);
  }

  /// Whose things the caller may list under this permission.
  public Visibility visibility(String permission) {
    var person = current.get();
    if (person.isSystem()) {
      return new Visibility.Everything();
    }
    if (!person.allows(permission)) {
      return new Visibility.Only(Set.of());
    }
    Visibility sum = new Visibility.Only(Set.of());
    for (var reach : reaches(person, permission)) {
      sum = sum.and(visibility(person, permission, reach));
    }
    return sum;
  }

  private Visibility visibility(Person person, String permission, Reach reach) {
    return switch (reach) {
      case ALL -> new Visibility.Everything();
      case ASSIGNED -> new Visibility.Only(ties.assignedTo(person.id()));
      case CONSENT ->
          person.partner() == null
              ? new Visibility.Only(Set.of())
              : new Visibility.Only(
                  ties.consentedTo(person.partner(), room(permission), clock.instant()));
      case OWN -> {
        var own = new HashSet<OrganisationId>();
        person
            .memberships()
            .forEach((organisation, role) -> {
              if (permissions.reach(permission, role) == Reach.OWN) {
                own.add(organisation);
              }
            });
        yield new Visibility.Only(own);
      }
    };
  }

  boolean may(Person person, String permission, OrganisationId organisation) {
    if (person.isSystem()) {
      return true;
    }
    if (!person.allows(permission)) {
      return false;
    }
    var ownRole = person.memberships().get(organisation);
    if (ownRole != null && permissions.reach(permission, ownRole) != null) {
      return true;
    }
    for (var role : person.roles()) {
      var reach = permissions.reach(permission, role);
      if (reach != null && reaches(person, permission, reach, organisation)) {
        return true;
      }
    }
    return false;
  }

  private boolean reaches(
      Person person, String permission, Reach reach, OrganisationId organisation) {
    return switch (reach) {
      case ALL -> true;
      case ASSIGNED -> ties.isAssigned(person.id(), organisation);
      case CONSENT ->
          person.partner() != null
              && ties.hasConsent(organisation, person.partner(), room(permission), clock.instant());
      case OWN -> false;
    };
  }

  /// Whether the person holds the permission over something at all.
  boolean holds(Person person, String permission) {
    return person.isSystem() || permissions.permissionsOf(person).contains(permission);
  }

  /// Whether the permission lets the person see things of organisations that are not their own.
  boolean reachesBeyondOwn(Person person, String permission) {
    return reaches(person, permission).stream().anyMatch(reach -> reach != Reach.OWN);
  }

  /// Whether the person may know at all that the organisation has a case.
  boolean knows(Person person, OrganisationId organisation) {
    return person.organisations().contains(organisation)
        || may(person, "organisation:read", organisation)
        || may(person, "engagement:read", organisation);
  }

  private Set<Reach> reaches(Person person, String permission) {
    var found = EnumSet.noneOf(Reach.class);
    for (var role : person.allRoles()) {
      var reach = permissions.reach(permission, role);
      if (reach != null) {
        found.add(reach);
      }
    }
    return found;
  }

  /// A consent names rooms: `usecase:read` is covered by a consent for `usecase`.
  static String room(String permission) {
    return permission.substring(0, permission.indexOf(':'));
  }
}
