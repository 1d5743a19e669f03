package lu.aifactory.platform.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What requests with an idempotency key were answered.
@Repository
class AnsweredRequests {

  record Asked(String caller, String key, byte[] digest) {}

  record Answer(
      byte[] digest,
      int status,
      @Nullable String contentType,
      @Nullable String location,
      @Nullable String etag,
      byte[] body) {

    boolean isTo(Asked asked) {
      return Arrays.equals(digest, asked.digest());
    }
  }

  private final JdbcClient jdbc;
  private final AnswerSeal seal;

  AnsweredRequests(JdbcClient jdbc, AnswerSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /// Takes the key; false when it was taken. While another transaction is about to take it, this waits for the end of
  /// that one.
  boolean take(Asked asked, Instant now) {
    return jdbc.sql(
                """
                insert into answered_request (caller, idempotency_key, at)
                values (:caller, :key, :at)
                on conflict do nothing
                """)
            .param("caller", asked.caller())
            .param("key", asked.key())
            .param("at", Timestamp.from(now))
            .update()
        == 1;
  }

  void keep(Asked asked, Answer answer) {
    jdbc.sql(
            """
            update answered_request
            set status = :status, content_type = :type, location = :location, etag = :etag, sealed = :sealed
            where caller = :caller and idempotency_key = :key
            """)
        .param("status", answer.status())
        .param("type", answer.contentType())
        .param("location", answer.location())
        .param("etag", answer.etag())
        .param("sealed", seal.seal(asked, answer.body()))
        .param("caller", asked.caller())
        .param("key", asked.key())
        .update();
  }

  Optional<Answer> find(Asked asked) {
    return jdbc.sql(
            """
            select status, content_type, location, etag, sealed
            from answered_request
            where caller = :caller and idempotency_key = :key
            """)
        .param("caller", asked.caller())
        .param("key", asked.key())
        .query((row, _) -> answer(asked, row))
        .optional();
  }

  private Answer answer(Asked asked, ResultSet row) throws SQLException {
    var opened = seal.open(asked, row.getBytes("sealed"));
    return new Answer(
        opened.digest(),
        row.getInt("status"),
        row.getString("content_type"),
        row.getString("location"),
        row.getString("etag"),
        opened.body());
  }

  int forget(Instant before) {
    return jdbc.sql("delete from answered_request where at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }
}
