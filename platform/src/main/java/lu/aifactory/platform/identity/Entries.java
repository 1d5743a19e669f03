package lu.aifactory.platform.identity;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.audit.AuditEntry;
import lu.aifactory.platform.shared.Subject;
import org.slf4j.MDC;

/// Puts into words of the audit trail who did what to which thing of whom.
final class Entries {

  /// Where the request's reference stands in the log context; the portal puts it there.
  static final String REQUEST = "request";

  private Entries() {}

  static AuditEntry of(
      String action,
      Optional<Person> person,
      Optional<Subject> subject,
      Optional<OrganisationId> organisation,
      Map<String, String> details) {
    return new AuditEntry(
        person.map(Person::getName).orElse("visitor"),
        person.map(Person::name).orElse(""),
        action,
        subject.map(Subject::kind).orElse(null),
        subject.map(Subject::value).map(UUID::toString).orElse(null),
        organisation.map(OrganisationId::value).orElse(null),
        isOutside(person, organisation),
        details,
        MDC.get(REQUEST));
  }

  private static boolean isOutside(Optional<Person> person, Optional<OrganisationId> organisation) {
    return organisation.isPresent()
        && person.isPresent()
        && !person.get().isSystem()
        && !person.get().organisations().contains(organisation.get());
  }
}
