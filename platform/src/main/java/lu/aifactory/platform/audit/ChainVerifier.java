package lu.aifactory.platform.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import lu.aifactory.platform.audit.Verification.Broken;
import lu.aifactory.platform.audit.Verification.Intact;
import lu.aifactory.platform.audit.Verification.What;
import org.jspecify.annotations.Nullable;

/// Checks the whole trail: every entry against its link, every link against the one before, and the chain against the
/// checkpoints inside and outside the database. Reads in one snapshot and holds a few hundred rows at a time; needs
/// no running platform.
public final class ChainVerifier {

  private static final int STEP = 1000;

  private final DataSource database;
  private final Path home;

  /// Checks the trail in this database with the keys and checkpoints in this home.
  public ChainVerifier(DataSource database, Path home) {
    this.database = database;
    this.home = home;
  }

  /// Checks everything, and tells every thousand entries how many are done.
  public Verification verify(LongConsumer progress) {
    var file = new CheckpointFile(home);
    try (var connection = database.getConnection()) {
      // What stands in the file now is in the database already, so measure it before the snapshot
      // is taken.
      long length = file.length();
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      try (var lines = file.read(length);
          var signed = new SignedPlaces(connection, Keys.read(home), lines)) {
        return walk(connection, signed, progress);
      } finally {
        connection.rollback();
      }
    } catch (SQLException | IOException broken) {
      throw new IllegalStateException("The audit trail cannot be read", broken);
    }
  }

  private static Verification walk(
      Connection connection, SignedPlaces signed, LongConsumer progress)
      throws SQLException, IOException {
    long place = 0;
    var previous = Canonical.BEGINNING;
    try (var select =
        connection.prepareStatement(
            "select l.place, l.entry, encode(l.digest, 'hex') as digest, encode(l.previous, 'hex') as previous, encode(l.hash, 'hex') as hash, "
                + Rows.COLUMNS
                + " from audit_link l left join audit_entry e on e.id = l.entry order by l.place")) {
      select.setFetchSize(500);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          place++;
          var link = Link.from(rows);
          var wrong = check(connection, signed, place, previous, link);
          if (wrong != null) return wrong;
          previous = link.hash();
          if (place % STEP == 0) progress.accept(place);
        }
      }
    }
    long beyond = signed.beyond();
    if (beyond > 0) return new Broken(What.CUT, place + 1, beyond, null);
    return end(connection, signed, place);
  }

  private static @Nullable Broken check(
      Connection connection, SignedPlaces signed, long place, String previous, Link link)
      throws SQLException, IOException {
    long confirmed = signed.confirmed();
    if (link.place() != place) return new Broken(What.MISSING, place, confirmed, null);
    var recorded = link.recorded();
    if (recorded == null) return new Broken(What.MISSING, place, confirmed, link.entry());
    if (!link.digest().equals(Canonical.digest(recorded)))
      return new Broken(What.CHANGED, place, confirmed, link.entry());
    if (!link.previous().equals(previous)) return strayed(connection, signed, link);
    var hash = Canonical.link(place, previous, link.entry(), link.digest());
    if (!link.hash().equals(hash)) return new Broken(What.RELINKED, place, confirmed, link.entry());
    var what = signed.against(place, hash);
    return what == null ? null : new Broken(what, place, confirmed, link.entry());
  }

  // The link does not follow the one before it: where the one that it follows stands now tells what
  // was done.
  private static Broken strayed(Connection connection, SignedPlaces signed, Link link)
      throws SQLException {
    long confirmed = signed.confirmed();
    long follows = 0;
    if (!link.previous().equals(Canonical.BEGINNING)) {
      follows = placeOf(connection, link.previous());
      if (follows == 0) return new Broken(What.MISSING, link.place(), confirmed, link.entry());
    }
    if (follows >= link.place())
      return new Broken(What.REORDERED, link.place(), confirmed, link.entry());
    return new Broken(What.INSERTED, follows + 1, confirmed, entryAt(connection, follows + 1));
  }

  private static long placeOf(Connection connection, String hash) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select place from audit_link where hash = decode(?, 'hex') limit 1")) {
      select.setString(1, hash);
      try (var rows = select.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  private static @Nullable UUID entryAt(Connection connection, long place) throws SQLException {
    try (var select = connection.prepareStatement("select entry from audit_link where place = ?")) {
      select.setLong(1, place);
      try (var rows = select.executeQuery()) {
        return rows.next() ? rows.getObject(1, UUID.class) : null;
      }
    }
  }

  // AuditEntries come with a place in the queue; one that has neither queue nor link did not come
  // from the platform.
  private static Verification end(Connection connection, SignedPlaces signed, long entries)
      throws SQLException {
    try (var select =
            connection.prepareStatement(
                """
                select e.id from audit_entry e
                where not exists (select from audit_link l where l.entry = e.id)
                  and not exists (select from audit_waiting w where w.entry = e.id)
                order by e.number limit 1
                """);
        var rows = select.executeQuery()) {
      if (rows.next())
        return new Broken(
            What.INSERTED, entries + 1, signed.confirmed(), rows.getObject(1, UUID.class));
    }
    try (var select = connection.prepareStatement("select count(*) from audit_waiting");
        var rows = select.executeQuery()) {
      long waiting = rows.next() ? rows.getLong(1) : 0;
      return new Intact(entries, waiting, signed.confirmed(), signed.confirmedOutside());
    }
  }

  private record Link(
      long place,
      UUID entry,
      String digest,
      String previous,
      String hash,
      @Nullable RecordedEntry recorded) {

    static Link from(ResultSet row) throws SQLException {
      return new Link(
          row.getLong("place"),
          row.getObject("entry", UUID.class),
          row.getString("digest"),
          row.getString("previous"),
          row.getString("hash"),
          row.getObject("id") == null ? null : Rows.entry(row));
    }
  }
}
