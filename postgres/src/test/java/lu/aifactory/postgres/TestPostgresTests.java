package lu.aifactory.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestPostgresTests {

  private static void execute(DataSource source, String sql) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void migratesTemplateOnceAndKeepsCopiesApart() {
    var migrations = new AtomicInteger();
    for (int round = 0; round < 3; round++) {
      try (var database =
          TestPostgres.databaseFrom(
              "apart",
              source -> {
                migrations.incrementAndGet();
                execute(source, "create table t (n int primary key)");
              })) {
        execute(database.dataSource(), "insert into t values (1)");
      }
    }
    assertThat(migrations).hasValue(1);
  }

  @Test
  void failsEveryTimeWhenMigrationFails() {
    for (int round = 0; round < 2; round++) {
      assertThatThrownBy(() ->
              TestPostgres.databaseFrom("wrong", source -> execute(source, "create nonsense")))
          .hasMessageContaining("nonsense");
    }
  }

  @Test
  void keepsUnpackedProgramsForTheNextJvm() {
    assertThat(Binaries.in(TestPostgres.cache()).folder()).startsWith(TestPostgres.cache());
    try (var database = TestPostgres.database()) {
      execute(database.dataSource(), "select 1");
    }
  }
}
