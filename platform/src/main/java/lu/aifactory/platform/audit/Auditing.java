package lu.aifactory.platform.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.audit.AuditEntries.LinkedEntry;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;

/// What auditors do: read the trail, take it away, and have it checked.
@Facade
class Auditing {

  static final int PAGE = 50;
  static final int COUNTED = 1000;
  private static final int PART = 500;

  private final AuditEntries entries;
  private final AuditVerifications verifications;
  private final VerificationRun run;

  Auditing(AuditEntries entries, AuditVerifications verifications, VerificationRun run) {
    this.entries = entries;
    this.verifications = verifications;
    this.run = run;
  }

  /// One page of the trail, and how many there are.
  @Needs("audit:read")
  public AuditPage page(AuditQuery query, long after) {
    var found = entries.page(query, after, PAGE + 1);
    var shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
    return new AuditPage(
        List.copyOf(shown),
        found.size() > PAGE ? shown.getLast().number() : 0,
        entries.count(query, COUNTED + 1));
  }

  /// The kinds of things in the trail.
  @Needs("audit:read")
  public List<String> kinds() {
    return entries.kinds();
  }

  /// One entry.
  @Needs("audit:read")
  public Outcome<LinkedEntry> entry(UUID id) {
    return found(entries.entry(id));
  }

  /// Puts down that somebody takes entries away, before they get the first.
  @Needs(value = "audit:read", records = "audit.exported")
  public void recordExport(AuditQuery query) {}

  /// A part of the entries that are taken away, after the one with this number; from the start when it is zero.
  @Needs("audit:read")
  public List<LinkedEntry> part(AuditQuery query, long after) {
    return entries.linkedPage(query, after, PART);
  }

  /// The newest checkpoint, once there is one.
  @Needs("audit:read")
  public Optional<Checkpoint> checkpoint() {
    return verifications.checkpoint();
  }

  /// Starts a check of the whole trail; while one runs, answers that one.
  @Needs(value = "audit:verify", records = "audit.verification-started")
  public UUID verify() {
    return run.start();
  }

  /// How far a check is, or what it found.
  @Needs("audit:verify")
  public Outcome<VerificationState> verification(UUID id) {
    return found(verifications.state(id));
  }

  /// The last checks.
  @Needs("audit:read")
  public List<VerificationState> verifications() {
    return verifications.newest(5);
  }

  private static <T> Outcome<T> found(Optional<T> thing) {
    return thing.map(Outcome::done).orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }
}
