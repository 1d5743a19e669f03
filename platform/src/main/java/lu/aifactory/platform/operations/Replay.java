package lu.aifactory.platform.operations;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lu.aifactory.platform.operations.Contents.Step;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/// Brings an empty database to exactly the version that a backup has, migration by migration.
final class Replay {

  private final DataSource source;
  private final PartReader.Survey survey;

  Replay(DataSource source, PartReader.Survey survey) {
    this.source = source;
    this.survey = survey;
  }

  /// Refuses a backup with a migration that this application does not have, or has otherwise.
  void refuseUnknown() throws IOException {
    Map<String, MigrationInfo[]> known = new LinkedHashMap<>();
    for (var step : survey.contents().steps()) {
      var rooms = known.computeIfAbsent(step.room(), room -> flyway(room, "latest").info().all());
      var same =
          Stream.of(rooms)
              .filter(mine ->
                  mine.getVersion() != null
                      && mine.getVersion().getVersion().equals(step.version()))
              .findFirst();
      if (same.isEmpty()) throw unfit(step, "does not have");
      if (!Objects.equals(same.get().getChecksum(), step.checksum()))
        throw unfit(step, "has another");
    }
  }

  private Halt unfit(Step step, String how) throws IOException {
    return new Halt(
        "The backup was written by version "
            + survey.header().application()
            + " of the application and this is version "
            + Header.applicationVersion()
            + ", which "
            + how
            + " migration "
            + step.version()
            + " ("
            + step.description()
            + ") of the room "
            + step.room()
            + ": restore it with the version that wrote it, or a later one; nothing was changed.");
  }

  void migrate() {
    for (var step : survey.contents().steps()) flyway(step.room(), step.version()).migrate();
  }

  // As the application sets it up, so that it finds what it expects.
  private Flyway flyway(String room, String target) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/" + room.replace('.', '/'))
        .table(Step.historyOf(room))
        .baselineVersion("0")
        .baselineOnMigrate(true)
        .target(target)
        .load();
  }
}
