package lu.aifactory.platform.audit;

import java.util.List;

/// Some entries, the number after which the next ones start (zero at the end), and how many there are in all, counted
/// up to a thousand and one.
record AuditPage(List<RecordedEntry> entries, long next, int count) {}
