package lu.aifactory.platform.audit;

import org.springframework.stereotype.Component;

/// Appends entries in the caller's transaction.
@Component
public class AuditTrail {

  /// Appends one entry.
  public void append(AuditEntry entry) {}
}
