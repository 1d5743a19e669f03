package lu.aifactory.platform.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.shared.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Where the guard writes, and where rooms read who looked at a case. Checks nobody's permission: it stands behind
/// doors that did.
@Component
public class AuditTrail {

  private final AuditEntries entries;
  private final Clock clock;

  AuditTrail(AuditEntries entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /// Writes the entry in the transaction of what it tells of, so that there is either both or neither.
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(AuditEntry entry) {
    entries.insert(UUID.randomUUID(), clock.instant().truncatedTo(ChronoUnit.MICROS), entry);
  }

  /// The newest entries about this thing.
  @Transactional(readOnly = true)
  public List<RecordedEntry> entriesFor(Subject subject, int limit) {
    return entries.page(AuditQuery.about(subject.kind(), subject.value().toString()), 0, limit);
  }

  /// The newest entries about things of this organisation; on request only those by people from outside it.
  @Transactional(readOnly = true)
  public List<RecordedEntry> entriesOf(UUID organisation, boolean onlyOutside, int limit) {
    return entries.page(AuditQuery.of(organisation, onlyOutside), 0, limit);
  }
}
