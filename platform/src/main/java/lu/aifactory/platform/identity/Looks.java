package lu.aifactory.platform.identity;

import java.util.List;
import lu.aifactory.platform.audit.AuditTrail;
import lu.aifactory.platform.audit.RecordedEntry;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;

/// Who from outside has looked at an organisation's case or changed something in it.
@Facade
class Looks {

  private final AuditTrail trail;

  Looks(AuditTrail trail) {
    this.trail = trail;
  }

  /// The newest looks.
  @Needs("look:read")
  List<RecordedEntry> at(OrganisationId organisation, int limit) {
    return trail.entriesOf(organisation.value(), true, limit);
  }
}
