package lu.aifactory.platform.documents;

import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.TenantOf;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// To whom the things belong that documents are about, whichever room they come from.
@Component
class Owners {

  private final ObjectProvider<TenantOf<?>> tenants;

  Owners(ObjectProvider<TenantOf<?>> tenants) {
    this.tenants = tenants;
  }

  OrganisationId ownerOf(Subject subject) {
    if (subject instanceof OrganisationId organisation) return organisation;
    return tenants.stream()
        .filter(tenant -> tenant.type().isInstance(subject))
        .findFirst()
        .flatMap(tenant -> ask(tenant, subject))
        .orElseThrow(() -> new NotVisible(subject.toString()));
  }

  private static <S extends Subject> Optional<OrganisationId> ask(
      TenantOf<S> tenant, Subject subject) {
    return tenant.organisationOf(tenant.type().cast(subject));
  }

  /// The id that a kind and a number in an address mean.
  Optional<Subject> subject(String kind, UUID value) {
    var organisation = new OrganisationId(value);
    if (organisation.kind().equals(kind)) return Optional.of(organisation);
    return tenants.stream()
        .map(tenant -> made(tenant.type(), value))
        .filter(made -> made.kind().equals(kind))
        .findFirst();
  }

  private static Subject made(Class<? extends Subject> type, UUID value) {
    try {
      var constructor = type.getDeclaredConstructor(UUID.class);
      constructor.setAccessible(true);
      return constructor.newInstance(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("ids are records of one UUID: " + type, e);
    }
  }
}
