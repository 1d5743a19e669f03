package lu.aifactory.platform.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import lu.aifactory.postgres.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/// The database of a factory, opened for one verb: the one that settings name, the embedded one that the running
/// factory has open, or the embedded one started for the duration.
record FactoryDatabase(DataSource source, Runnable end) implements AutoCloseable {

  /// The database of a factory that exists already.
  static FactoryDatabase existing(Settings settings) throws SQLException {
    if (settings.database().isPresent()) return external(settings);
    var folder = folder(settings.home());
    var running = EmbeddedPostgres.running(folder);
    if (running.isPresent()) return new FactoryDatabase(running.get().dataSource(), () -> {});
    if (!Files.isDirectory(folder.resolve("data"))) {
      throw new Halt(
          "There is no factory in "
              + settings.home()
              + ": name its home with --aifactory.home=DIR, or its database by SPRING_DATASOURCE_URL.");
    }
    return started(settings);
  }

  /// The database into which a backup may go; whether it is empty remains to be seen.
  static FactoryDatabase fresh(Settings settings) throws SQLException {
    if (settings.database().isPresent()) return external(settings);
    var folder = folder(settings.home());
    if (EmbeddedPostgres.running(folder).isPresent()) {
      throw new Halt(
          "A factory is running in " + settings.home() + ": a restore needs an empty home.");
    }
    return started(settings);
  }

  private static FactoryDatabase external(Settings settings) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl(settings.database().orElseThrow());
    settings.named("spring.datasource.username").ifPresent(source::setUser);
    settings.named("spring.datasource.password").ifPresent(source::setPassword);
    // Fails here, with the driver's sentence, when nobody answers.
    source.getConnection().close();
    return new FactoryDatabase(source, () -> {});
  }

  private static FactoryDatabase started(Settings settings) {
    var folder = folder(settings.home());
    var programs = settings.named("aifactory.postgres.programs").map(Path::of).orElse(folder);
    var postgres = EmbeddedPostgres.start(folder, programs);
    return new FactoryDatabase(postgres.settings().dataSource(), postgres::close);
  }

  private static Path folder(Path home) {
    return home.resolve("postgres");
  }

  @Override
  public void close() {
    end.run();
  }
}
