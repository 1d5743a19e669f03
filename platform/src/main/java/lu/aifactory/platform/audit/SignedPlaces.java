package lu.aifactory.platform.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import lu.aifactory.platform.audit.Verification.What;
import org.jspecify.annotations.Nullable;

/// Walks the checkpoints of the database and of the file beside the chain.
final class SignedPlaces implements AutoCloseable {

  private final Keys keys;
  private final PreparedStatement select;
  private final ResultSet rows;
  private final CheckpointFile.Reader lines;
  private @Nullable Checkpoint stored;
  private @Nullable Checkpoint outside;
  private long confirmed;
  private long confirmedOutside;

  SignedPlaces(Connection connection, Keys keys, CheckpointFile.Reader lines)
      throws SQLException, IOException {
    this.keys = keys;
    this.lines = lines;
    select =
        connection.prepareStatement(
            "select " + Checkpoints.COLUMNS + " from audit_checkpoint order by place");
    select.setFetchSize(500);
    rows = select.executeQuery();
    stored = rows.next() ? Checkpoints.checkpoint(rows) : null;
    outside = lines.next();
  }

  long confirmed() {
    return confirmed;
  }

  long confirmedOutside() {
    return confirmedOutside;
  }

  /// The place of the furthest checkpoint that the chain did not reach; zero when it reached all.
  long beyond() throws SQLException, IOException {
    long furthest = 0;
    for (; stored != null; stored = rows.next() ? Checkpoints.checkpoint(rows) : null)
      furthest = Math.max(furthest, stored.place());
    for (; outside != null; outside = lines.next()) furthest = Math.max(furthest, outside.place());
    return furthest;
  }

  /// What the checkpoints say against this hash at this place, if anything.
  @Nullable What against(long place, String hash) throws SQLException, IOException {
    var here = stored;
    boolean signed = here != null && here.place() <= place;
    if (here != null && signed) {
      if (!keys.signed(here)) return What.FORGED;
      if (!here.hash().equals(hash)) return What.REWRITTEN;
      stored = rows.next() ? Checkpoints.checkpoint(rows) : null;
    }
    for (var kept = outside; kept != null && kept.place() <= place; kept = outside) {
      // The file only ever grows forward; a step back means that the chain was cut and grew again.
      if (kept.place() < place) return What.REWRITTEN;
      if (!kept.equals(here) && !keys.signed(kept)) return What.FORGED;
      if (!kept.hash().equals(hash)) return What.REWRITTEN;
      if (!signed) return What.UNSIGNED;
      confirmedOutside = place;
      outside = lines.next();
    }
    if (signed) confirmed = place;
    return null;
  }

  @Override
  public void close() throws SQLException, IOException {
    rows.close();
    select.close();
    lines.close();
  }
}
