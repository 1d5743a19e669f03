package lu.aifactory.platform;

import static org.assertj.core.api.Assertions.assertThat;

import lu.aifactory.postgres.TestDatabase;
import lu.aifactory.postgres.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every test has an empty database of its own.
@PlatformTest
class RoomMigrationsTests {

  private final RoomMigrations migrations;
  private final Flyway configured;
  private final TestDatabase empty = TestPostgres.database();
  private final JdbcClient database = JdbcClient.create(empty.dataSource());

  RoomMigrationsTests(@Autowired RoomMigrations migrations, @Autowired Flyway configured) {
    this.migrations = migrations;
    this.configured = configured;
  }

  @AfterEach
  void remove() {
    empty.close();
  }

  @Test
  void everyRoomsTablesAreMadeOnAnEmptyDatabase() {
    migrate();
    assertThat(exists("spring_session")).isTrue();
    assertThat(exists("engagement")).isTrue();
  }

  @Test
  void theSameMigrationsAreNotAskedForAgain() {
    migrate();
    database.sql("drop table flyway_schema_history_journey").update();
    migrate();
    assertThat(exists("flyway_schema_history_journey")).isFalse();
  }

  @Test
  void otherMigrationsThanTheLastOnesRun() {
    migrate();
    database.sql("comment on table flyway_schema_history is 'older'").update();
    database
        .sql(
            """
            do $$ declare one text; begin
              for one in select tablename from pg_tables
                          where tablename like 'notice%' or tablename = 'flyway_schema_history_notice' loop
                execute 'drop table ' || one || ' cascade';
              end loop;
            end $$
            """)
        .update();
    migrate();
    assertThat(exists("notice")).isTrue();
  }

  private void migrate() {
    var source = empty.dataSource();
    migrations.migrate(
        Flyway.configure().configuration(configured.getConfiguration()).dataSource(source).load());
  }

  private boolean exists(String table) {
    return database
        .sql("select to_regclass(:table) is not null")
        .param("table", table)
        .query(Boolean.class)
        .single();
  }
}
