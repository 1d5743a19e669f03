package lu.aifactory.platform.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The checkpoints in the database.
final class Checkpoints {

  static final String COLUMNS = "place, hash, at, key, signature";

  private Checkpoints() {}

  static Optional<Checkpoint> last(Connection connection) throws SQLException {
    var sql = "select " + COLUMNS + " from audit_checkpoint order by place desc limit 1";
    try (var select = connection.prepareStatement(sql);
        var rows = select.executeQuery()) {
      return rows.next() ? Optional.of(checkpoint(rows)) : Optional.empty();
    }
  }

  static void insert(Connection connection, Checkpoint checkpoint) throws SQLException {
    var sql = "insert into audit_checkpoint (" + COLUMNS + ") values (?, ?, ?, ?, ?)";
    try (var insert = connection.prepareStatement(sql)) {
      insert.setLong(1, checkpoint.place());
      insert.setBytes(2, HexFormat.of().parseHex(checkpoint.hash()));
      insert.setObject(3, checkpoint.at().atOffset(ZoneOffset.UTC));
      insert.setString(4, checkpoint.key());
      insert.setBytes(5, checkpoint.signatureBytes());
      insert.executeUpdate();
    }
  }

  static Checkpoint checkpoint(ResultSet row) throws SQLException {
    return new Checkpoint(
        row.getLong("place"),
        HexFormat.of().formatHex(row.getBytes("hash")),
        Rows.instant(row, "at"),
        row.getString("key"),
        Base64.getEncoder().encodeToString(row.getBytes("signature")));
  }
}
