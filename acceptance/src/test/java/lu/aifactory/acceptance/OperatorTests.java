package lu.aifactory.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The verbs of an operator on the packaged application and its embedded database.
@Tag("slow")
class OperatorTests {

  @Test
  void aBackupOfTheRunningFactoryOpensInAnotherHome() throws Exception {
    var home = RunningFactory.freshHome();
    var file = RunningFactory.freshHome().resolve("factory.backup");
    Visitor.Opened opened;
    try (var factory = RunningFactory.start(home)) {
      opened = new Visitor(factory).open();
      var backup = RunningFactory.operate(home, "backup", file.toString());
      assertThat(backup.output()).startsWith("Wrote ");
      assertThat(backup.status()).isZero();
      assertThat(RunningFactory.operate(home, "audit", "verify").status()).isZero();
      assertThat(RunningFactory.operate(home, "restore", file.toString()).output())
          .contains("empty home", "nothing was changed");
    }
    var fresh = RunningFactory.freshHome();
    var restored = RunningFactory.operate(fresh, "restore", file.toString());
    assertThat(restored.output()).contains("Restored ", "The audit trail is intact.");
    assertThat(restored.status()).isZero();
    try (var factory = RunningFactory.start(fresh)) {
      var engagement = "/api/engagements/" + opened.engagement();
      assertThat(factory.call("GET", engagement, opened.token(), null).fine().body())
          .contains("Bakery");
    }
    assertThat(RunningFactory.operate(fresh, "audit", "verify").status()).isZero();
  }

  @Test
  void anEntryOfWhichOneByteWasChangedBySqlIsNamed() throws Exception {
    var home = RunningFactory.freshHome();
    UUID changed;
    try (var factory = RunningFactory.start(home)) {
      new Visitor(factory).open();
      changed = change(home);
    }
    var checked = RunningFactory.operate(home, "audit", "verify");
    assertThat(checked.output())
        .contains("was changed after it was written", changed.toString(), "number ");
    assertThat(checked.status()).isEqualTo(1);
  }

  // As the superuser, for whom no trigger fires.
  private static UUID change(Path home) throws Exception {
    var postgres = home.resolve("postgres");
    var url =
        "jdbc:postgresql://127.0.0.1:"
            + Files.readString(postgres.resolve("port")).strip()
            + "/aifactory";
    var password = Files.readString(postgres.resolve("superuser-password")).strip();
    try (Connection connection = DriverManager.getConnection(url, "postgres", password);
        var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      // It can be changed once it is linked, which takes a second or so.
      for (int second = 0; second < 60; second++) {
        var changed =
            statement.executeQuery(
                """
                update audit_entry set action = overlay(action placing 'X' from 1 for 1)
                where id = (select entry from audit_link order by place limit 1) returning id
                """);
        if (changed.next()) return changed.getObject(1, UUID.class);
        Thread.sleep(1000);
      }
      throw new AssertionError("no entry was linked within a minute");
    }
  }
}
