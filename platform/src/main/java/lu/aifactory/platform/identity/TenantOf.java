package lu.aifactory.platform.identity;

import java.util.Optional;
import lu.aifactory.platform.shared.Subject;

/// Says to which organisation a thing belongs. Every room gives one for each kind of id that its façade takes.
public interface TenantOf<S extends Subject> {

  /// The kind of id that this answers for.
  Class<S> type();

  /// The organisation, or empty when there is no such thing.
  Optional<OrganisationId> organisationOf(S subject);
}
