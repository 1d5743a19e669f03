package lu.aifactory.platform.identity;

import java.security.Principal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who is signed in.
///
/// @param roles roles in the factory
/// @param memberships organisations to which the person belongs, and as what
/// @param partner code of the partner for whom the person works, if any
/// @param scopes permissions to which an API token is limited; null when signed in without one
public record Person(
    AccountId id,
    String name,
    String email,
    Locale language,
    Set<Role> roles,
    Map<OrganisationId, Role> memberships,
    @Nullable String partner,
    @Nullable Set<String> scopes)
    implements Principal {

  private static final UUID NOBODY = new UUID(0, 0);

  /// The system itself, for work that no person asked for. It is let through everywhere and named in the audit trail.
  static Person system(String work) {
    return new Person(
        new AccountId(NOBODY), work, "", Locale.ENGLISH, Set.of(), Map.of(), null, null);
  }

  @Override
  public String getName() {
    return isSystem() ? "system:" + name : "account:" + id.value();
  }

  /// The organisations to which the person belongs.
  public Set<OrganisationId> organisations() {
    return memberships.keySet();
  }

  /// The one organisation of somebody who has exactly one.
  public Optional<OrganisationId> onlyOrganisation() {
    return memberships.size() == 1
        ? Optional.of(memberships.keySet().iterator().next())
        : Optional.empty();
  }

  /// Whether the person has this role, in the factory or in any organisation.
  public boolean is(Role role) {
    return allRoles().contains(role);
  }

  boolean isSystem() {
    return id.value().equals(NOBODY);
  }

  Set<Role> allRoles() {
    var all = new HashSet<>(roles);
    all.addAll(memberships.values());
    return all;
  }

  boolean allows(String permission) {
    return scopes == null || scopes.contains(permission);
  }
}
