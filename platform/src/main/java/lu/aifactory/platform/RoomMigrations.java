package lu.aifactory.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.runtime.flyway.SpringModulithFlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/// Brings the tables of every room up to date, unless the migrations are those that were the last to run on this
/// database: asking Flyway for each room takes a second of every start. What ran is noted as the comment of the table
/// that Flyway keeps for itself, so whoever wants Flyway to look again removes the comment.
@Component
@Primary
class RoomMigrations implements FlywayMigrationStrategy {

  private static final String SCRIPTS = "classpath*:db/migration/**/*.sql";

  private final SpringModulithFlywayMigrationStrategy rooms;
  private final ResourcePatternResolver resources;

  RoomMigrations(SpringModulithFlywayMigrationStrategy rooms, ResourcePatternResolver resources) {
    this.rooms = rooms;
    this.resources = resources;
  }

  @Override
  public void migrate(Flyway flyway) {
    var database = JdbcClient.create(flyway.getConfiguration().getDataSource());
    var scripts = fingerprint();
    if (scripts.equals(lastRun(database))) return;
    rooms.migrate(flyway);
    database.sql("comment on table flyway_schema_history is '" + scripts + "'").update();
  }

  private static String lastRun(JdbcClient database) {
    return database
        .sql(
            "select coalesce(obj_description(to_regclass('flyway_schema_history'), 'pg_class'), '')")
        .query(String.class)
        .single();
  }

  private String fingerprint() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var scripts = resources.getResources(SCRIPTS);
      if (scripts.length == 0) throw new IllegalStateException("no migrations at " + SCRIPTS);
      Arrays.sort(scripts, Comparator.comparing(RoomMigrations::name));
      for (var script : scripts) {
        digest.update(name(script).getBytes());
        digest.update(script.getContentAsByteArray());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /// Room and file, wherever the application lies.
  private static String name(Resource script) {
    try {
      var path = script.getURL().getPath();
      return path.substring(path.lastIndexOf("db/migration/"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
