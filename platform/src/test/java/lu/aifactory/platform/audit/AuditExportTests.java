package lu.aifactory.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.PlatformTest;
import lu.aifactory.platform.audit.AuditEntries.LinkedEntry;
import lu.aifactory.platform.identity.CurrentPerson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@PlatformTest
class AuditExportTests {

  @Autowired Auditing auditing;
  @Autowired AuditEntries entries;
  @Autowired CurrentPerson current;

  private final AuditQuery everything =
      new AuditQuery(null, null, null, null, null, null, null, null, null, null);

  @Test
  void isRecordedBeforeTheFirstEntryLeavesAndHoldsNoTransactionMeanwhile() {
    var name = "auditor-" + UUID.randomUUID();
    assertThatThrownBy(() ->
            current.asSystem(
                name,
                () -> {
                  AuditExport.each(
                      auditing,
                      everything,
                      _ -> {
                        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                            .isFalse();
                        throw new IllegalStateException("the reader went away");
                      });
                  return null;
                }))
        .hasMessage("the reader went away");
    var query =
        new AuditQuery(
            null, "system:" + name, "audit.exported", null, null, null, null, null, null, null);
    assertThat(entries.page(query, 0, 10)).hasSize(1);
  }

  @Test
  void writesNoFormulaIntoASpreadsheet() throws Exception {
    var out = new StringWriter();
    var entry =
        new AuditEntry(
            "visitor", " =1+1", "test.done", null, null, null, false, Map.of("a", "b"), null);
    AuditExport.csv(out)
        .accept(
            new LinkedEntry(
                new RecordedEntry(UUID.randomUUID(), 7, Instant.EPOCH, entry), null, null));
    assertThat(out.toString())
        .startsWith("id,number,at,actor,")
        .contains(",7,1970-01-01T00:00:00Z,visitor,' =1+1,test.done,");
  }

  @Test
  void asksTheDatabaseForNoDayThatItDoesNotKnow() {
    var far =
        new AuditQuery(
            null, null, null, null, null, null, null, LocalDate.MAX, LocalDate.MAX, null);
    assertThat(entries.page(far, 0, 1)).isEmpty();
    var early =
        new AuditQuery(
            null, null, null, null, null, null, null, LocalDate.MIN, LocalDate.MIN, null);
    assertThat(entries.page(early, 0, 1)).isEmpty();
  }
}
