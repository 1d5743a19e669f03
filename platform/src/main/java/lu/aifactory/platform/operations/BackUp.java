package lu.aifactory.platform.operations;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/// Writes one consistent snapshot of the database, the keys and the audit checkpoints into one encrypted file.
final class BackUp {

  private final Settings settings;
  private final Order.BackUp order;
  private final PrintStream out;

  BackUp(Settings settings, Order.BackUp order, PrintStream out) {
    this.settings = settings;
    this.order = order;
    this.out = out;
  }

  int run() throws SQLException, IOException, GeneralSecurityException {
    var beside = Order.keyBeside(order.file());
    refuseExisting(order.file());
    if (order.key().isEmpty()) refuseExisting(beside);
    var key = order.key().isPresent() ? BackupKey.read(order.key().get()) : BackupKey.fresh();
    var part = part();
    try (var database = FactoryDatabase.existing(settings)) {
      var manifest = write(database.source(), key, part);
      if (order.key().isEmpty()) key.write(beside);
      Files.move(part, order.file());
      Durable.sync(order.folder());
      tell(manifest, beside);
      return Operator.DONE;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void refuseExisting(Path file) {
    if (Files.exists(file)) {
      throw new Halt(file + " exists already and is left as it is: choose another name.");
    }
  }

  // Under this name until it is complete.
  private Path part() throws IOException {
    var part = order.file().resolveSibling(order.file().getFileName() + ".part");
    if (!Files.isDirectory(order.folder()))
      throw new Halt("There is no folder " + order.folder() + ".");
    try {
      return Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException other) {
      throw new Halt(
          part + " is there: another backup is being written, or one broke off; then remove it.",
          other);
    }
  }

  private Manifest write(DataSource source, BackupKey key, Path part)
      throws SQLException, IOException, GeneralSecurityException {
    var header =
        new Header(Header.FORMAT, Instant.now(), Header.applicationVersion(), key.number());
    try (var file =
            new BufferedOutputStream(
                Files.newOutputStream(part, StandardOpenOption.WRITE), 1 << 16);
        var parts = PartWriter.sealing(file, header, key)) {
      var manifest = writeAll(source, parts);
      Durable.sync(part);
      return manifest;
    }
  }

  private Manifest writeAll(DataSource source, PartWriter parts) throws SQLException, IOException {
    var files = new HomeFiles(settings.home());
    // Measured before the snapshot: what stands in the file now is in the database already.
    long checkpoints = files.checkpointsLength();
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      var contents = Contents.read(connection);
      if (contents.steps().isEmpty())
        throw new Halt("The database holds no factory: there is nothing to back up.");
      parts.json(PartReader.CONTENTS, contents);
      var copies = connection.unwrap(PGConnection.class).getCopyAPI();
      for (var table : contents.tables()) {
        parts.write(
            table.entry(),
            sink -> copies.copyOut("copy " + table.copied() + " to stdout (format binary)", sink));
      }
      connection.rollback();
    }
    // After the snapshot: a key that a row in it needs was there before the row.
    files.writeTo(parts, checkpoints);
    return parts.finish();
  }

  private void tell(Manifest manifest, Path beside) throws IOException {
    out.printf(
        Locale.ROOT,
        "Wrote %s: %,d rows, %,d bytes.%n",
        order.file(),
        manifest.rows(),
        Files.size(order.file()));
    if (order.key().isPresent()) return;
    out.println(
        "Its key is in "
            + beside
            + ": keep it elsewhere. Without it nobody can restore the backup; with it everybody can read it.");
  }
}
