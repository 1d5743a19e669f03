package lu.aifactory.platform.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import lu.aifactory.postgres.TestDatabase;
import lu.aifactory.postgres.TestPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A trail in a database of its own.
final class TrailFixture implements AutoCloseable {

  final TestDatabase database;
  final DataSource source;
  final JdbcClient jdbc;
  final TransactionTemplate transactions;
  final AuditEntries entries;
  final AuditTrail trail;
  final Path home;

  TrailFixture(Path home) {
    this.home = home;
    database = TestPostgres.databaseFrom("audit", TrailFixture::migrate);
    source = database.dataSource();
    jdbc = JdbcClient.create(source);
    transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    entries = new AuditEntries(jdbc);
    trail = new AuditTrail(entries, Clock.systemUTC());
  }

  private static void migrate(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/audit")
        .load()
        .migrate();
  }

  Sealer sealer() {
    return sealer(Duration.ZERO);
  }

  Sealer sealer(Duration between) {
    return new Sealer(
        source, Keys.readOrMake(home), new CheckpointFile(home), Clock.systemUTC(), between);
  }

  /// Writes so many entries, sealed and signed one after the other.
  List<UUID> sealed(int count) throws SQLException, IOException {
    for (int n = 1; n <= count; n++) {
      write(entry("test.done", "Thing " + n));
      sealer().sealAndSign();
    }
    return chain();
  }

  void write(AuditEntry entry) {
    transactions.executeWithoutResult(_ -> trail.append(entry));
  }

  Verification verify() {
    return new ChainVerifier(source, home).verify(_ -> {});
  }

  List<UUID> chain() {
    return jdbc.sql("select entry from audit_link order by place").query(UUID.class).list();
  }

  /// What somebody does who owns the tables.
  void tamper(String... statements) {
    var tables = List.of("audit_entry", "audit_link", "audit_checkpoint");
    tables.forEach(table -> jdbc.sql("alter table " + table + " disable trigger user").update());
    for (var statement : statements) jdbc.sql(statement).update();
    tables.forEach(table -> jdbc.sql("alter table " + table + " enable trigger user").update());
  }

  static AuditEntry entry(String action, String name) {
    return new AuditEntry(
        "account:4f6f0c0e-6f3c-4b53-8d5d-2f1f4e3f1a11",
        "Zoé Müller",
        action,
        "thing",
        name,
        UUID.fromString("11111111-2222-3333-4444-555555555555"),
        false,
        Map.of("name", name, "note", "Äddi, \"x\"\n\0"),
        "req-" + name.hashCode());
  }

  @Override
  public void close() {
    database.close();
  }
}
