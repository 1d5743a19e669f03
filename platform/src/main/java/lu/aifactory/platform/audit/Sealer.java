package lu.aifactory.platform.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// Links waiting entries into the chain and signs checkpoints. Whoever holds the database's advisory lock seals, so
/// any number of replicas may try.
///
/// An entry is seen once its transaction has committed, and what was committed before another entry was written is
/// linked before it: sealing runs follow one another, and within a run the numbers, drawn from one sequence, decide.
final class Sealer {

  private static final long LOCK = 0x6175646974L;
  private static final int BATCH = 2000;

  private final DataSource database;
  private final Keys keys;
  private final CheckpointFile file;
  private final Clock clock;
  private final Duration between;

  Sealer(DataSource database, Keys keys, CheckpointFile file, Clock clock, Duration between) {
    this.database = database;
    this.keys = keys;
    this.file = file;
    this.clock = clock;
    this.between = between;
  }

  /// Links everything that waits, and signs the end of the chain where the last checkpoint is old enough. Answers
  /// how many entries were linked; none when another replica is sealing.
  int seal() throws SQLException, IOException {
    return seal(false);
  }

  /// As [#seal()], and signs the end of the chain however young the last checkpoint is.
  int sealAndSign() throws SQLException, IOException {
    return seal(true);
  }

  private int seal(boolean signNow) throws SQLException, IOException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      if (!lock(connection)) {
        connection.rollback();
        return 0;
      }
      try {
        int linked = 0;
        int batch;
        do {
          batch = link(connection);
          connection.commit();
          linked += batch;
        } while (batch == BATCH);
        sign(connection, signNow);
        return linked;
      } finally {
        // The lock belongs to the connection, not to a transaction, so that the file is written
        // under it, too.
        connection.rollback();
        unlock(connection);
        connection.commit();
      }
    }
  }

  private int link(Connection connection) throws SQLException {
    var waiting = waiting(connection);
    if (waiting.isEmpty()) return 0;
    var end = end(connection);
    long place = end.place();
    var previous = end.hash();
    try (var insert =
        connection.prepareStatement(
            "insert into audit_link (place, entry, digest, previous, hash) values (?, ?, ?, ?, ?)")) {
      for (var entry : waiting) {
        place++;
        var digest = Canonical.digest(entry);
        var hash = Canonical.link(place, previous, entry.id(), digest);
        insert.setLong(1, place);
        insert.setObject(2, entry.id());
        insert.setBytes(3, bytes(digest));
        insert.setBytes(4, bytes(previous));
        insert.setBytes(5, bytes(hash));
        insert.addBatch();
        previous = hash;
      }
      insert.executeBatch();
    }
    forget(connection, waiting.stream().map(RecordedEntry::id).toArray(UUID[]::new));
    return waiting.size();
  }

  private static List<RecordedEntry> waiting(Connection connection) throws SQLException {
    var sql =
        "select "
            + Rows.COLUMNS
            + " from audit_waiting w join audit_entry e on e.id = w.entry order by e.number limit ?";
    var waiting = new ArrayList<RecordedEntry>();
    try (var select = connection.prepareStatement(sql)) {
      select.setInt(1, BATCH);
      try (var rows = select.executeQuery()) {
        while (rows.next()) waiting.add(Rows.entry(rows));
      }
    }
    return waiting;
  }

  private static void forget(Connection connection, UUID[] linked) throws SQLException {
    try (var delete =
        connection.prepareStatement("delete from audit_waiting where entry = any(?)")) {
      delete.setArray(1, connection.createArrayOf("uuid", linked));
      delete.executeUpdate();
    }
  }

  private void sign(Connection connection, boolean now) throws SQLException, IOException {
    var end = end(connection);
    var last = Checkpoints.last(connection);
    if (end.place() > 0 && due(end, last, now)) {
      var signed =
          keys.sign(end.place(), end.hash(), clock.instant().truncatedTo(ChronoUnit.MICROS));
      Checkpoints.insert(connection, signed);
      connection.commit();
      // After the commit: a checkpoint outside that the database never had would look like a cut
      // chain.
      file.append(signed);
    } else if (last.isPresent() && now) {
      var outside = file.last();
      if (outside.isEmpty() || outside.get().place() < last.get().place()) file.append(last.get());
    }
  }

  private boolean due(End end, Optional<Checkpoint> last, boolean now) {
    if (last.isEmpty()) return true;
    if (last.get().place() >= end.place()) return false;
    return now || !clock.instant().isBefore(last.get().at().plus(between));
  }

  private static byte[] bytes(String hash) {
    return HexFormat.of().parseHex(hash);
  }

  private static End end(Connection connection) throws SQLException {
    try (var select =
            connection.prepareStatement(
                "select place, encode(hash, 'hex') from audit_link order by place desc limit 1");
        var rows = select.executeQuery()) {
      return rows.next()
          ? new End(rows.getLong(1), rows.getString(2))
          : new End(0, Canonical.BEGINNING);
    }
  }

  private static boolean lock(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      select.setLong(1, LOCK);
      try (var rows = select.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private static void unlock(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement("select pg_advisory_unlock(?)")) {
      select.setLong(1, LOCK);
      select.executeQuery().close();
    }
  }

  private record End(long place, String hash) {}
}
