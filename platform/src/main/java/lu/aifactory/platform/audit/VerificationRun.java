package lu.aifactory.platform.audit;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Checks the trail beside the requests, one check at a time.
@Component
class VerificationRun {

  private static final Logger LOG = LoggerFactory.getLogger(VerificationRun.class);

  private final AuditVerifications verifications;
  private final ChainVerifier verifier;

  VerificationRun(AuditVerifications verifications, ChainVerifier verifier) {
    this.verifications = verifications;
    this.verifier = verifier;
  }

  UUID start() {
    var id = UUID.randomUUID();
    if (!verifications.open(id)) return verifications.running().orElse(id);
    // Not before the row is there for everybody.
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            Thread.ofVirtual().name("audit-verification").start(() -> check(id));
          }
        });
    return id;
  }

  private void check(UUID id) {
    try {
      verifications.finish(id, verifier.verify(checked -> tell(id, checked)));
    } catch (RuntimeException broken) {
      LOG.warn("The audit trail could not be checked", broken);
      verifications.fail(id, "unreadable");
    }
  }

  private void tell(UUID id, long checked) {
    if (checked % 20_000 == 0) verifications.progress(id, checked);
  }
}
