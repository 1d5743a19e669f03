package lu.aifactory.platform.audit;

import java.time.Instant;
import java.util.UUID;

/// An entry as it stands in the trail. Numbers rise in the order of writing; gaps are rolled-back transactions.
public record RecordedEntry(UUID id, long number, Instant at, AuditEntry entry) {}
