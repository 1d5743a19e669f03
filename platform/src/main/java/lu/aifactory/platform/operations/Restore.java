package lu.aifactory.platform.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import lu.aifactory.platform.shared.Home;
import org.flywaydb.core.api.FlywayException;

/// Puts a backup into an empty home and an empty database, and checks the audit trail of what came out.
final class Restore {

  private final Settings settings;
  private final Order.Restore order;
  private final PrintStream out;

  Restore(Settings settings, Order.Restore order, PrintStream out) {
    this.settings = settings;
    this.order = order;
    this.out = out;
  }

  int run() throws SQLException, IOException, GeneralSecurityException {
    var backup = new PartReader(order.file(), BackupKey.read(order.key()));
    var survey = backup.survey();
    var files = new HomeFiles(new Home(settings.home()).directory());
    files.refuseUnlessEmpty();
    try (var database = FactoryDatabase.fresh(settings)) {
      refuseUnlessEmpty(database.source());
      var replay = new Replay(database.source(), survey);
      replay.refuseUnknown();
      files.begin();
      load(database.source(), replay, new Load(backup, survey, files));
      files.finish();
      out.printf(
          Locale.ROOT,
          "Restored %,d rows in %d tables, as they were at %s.%n",
          survey.manifest().rows(),
          survey.contents().tables().size(),
          survey.header().made());
      return AuditCheck.check(database.source(), settings.home(), out);
    }
  }

  private static void refuseUnlessEmpty(DataSource source) throws SQLException {
    try (var connection = source.getConnection()) {
      var tables = Contents.tables(connection);
      if (tables.isEmpty()) return;
      throw new Halt(
          "The database is in use (there is the table "
              + tables.getFirst().name()
              + "): a backup is restored into an empty database only; nothing was changed.");
    }
  }

  private void load(DataSource source, Replay replay, Load load) {
    try {
      replay.migrate();
      load.into(source);
    } catch (SQLException
        | IOException
        | GeneralSecurityException
        | FlywayException
        | Halt broken) {
      throw new Halt(
          Halt.sentence("The restore broke off", broken)
              + " What is in "
              + settings.home()
              + " and its database now is no factory: remove both and restore again.",
          broken);
    }
  }
}
