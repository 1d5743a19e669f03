package lu.aifactory.platform.portal;

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

  record Asked(String caller, String key, byte[] hash) {}

  record Answer(
      byte[] hash,
      int status,
      @Nullable String contentType,
      @Nullable String location,
      @Nullable String etag,
      byte[] body) {

    boolean isTo(Asked asked) {
      return Arrays.equals(hash, asked.hash());
    }
  }

  private final JdbcClient jdbc;

  AnsweredRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Takes the key; false when it was taken. While another transaction is about to take it, this waits for the end of
  /// that one.
  boolean take(Asked asked, Instant now) {
    return jdbc.sql(
                """
                insert into answered_request (caller, idempotency_key, request_hash, at)
                values (:caller, :key, :hash, :at)
                on conflict do nothing
                """)
            .param("caller", asked.caller())
            .param("key", asked.key())
            .param("hash", asked.hash())
            .param("at", Timestamp.from(now))
            .update()
        == 1;
  }

  void keep(Asked asked, Answer answer) {
    jdbc.sql(
            """
            update answered_request
            set status = :status, content_type = :type, location = :location, etag = :etag, body = :body
            where caller = :caller and idempotency_key = :key
            """)
        .param("status", answer.status())
        .param("type", answer.contentType())
        .param("location", answer.location())
        .param("etag", answer.etag())
        .param("body", answer.body())
        .param("caller", asked.caller())
        .param("key", asked.key())
        .update();
  }

  Optional<Answer> find(Asked asked) {
    return jdbc.sql(
            """
            select request_hash, status, content_type, location, etag, body
            from answered_request
            where caller = :caller and idempotency_key = :key
            """)
        .param("caller", asked.caller())
        .param("key", asked.key())
        .query((row, _) ->
            new Answer(
                row.getBytes("request_hash"),
                row.getInt("status"),
                row.getString("content_type"),
                row.getString("location"),
                row.getString("etag"),
                row.getBytes("body")))
        .optional();
  }

  int forget(Instant before) {
    return jdbc.sql("delete from answered_request where at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }
}
