package lu.aifactory.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// API tokens by the digest of their secret.
@Component
class ApiTokens {

  private final JdbcClient jdbc;

  ApiTokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Asked twice by the same account, the unused token has the later secret. False when the id is taken.
  boolean add(
      ApiTokenId id,
      AccountId account,
      String name,
      Secret secret,
      List<String> scopes,
      Instant now,
      Instant expires) {
    return jdbc.sql(
                """
                insert into api_token (id, account, name, token_digest, scopes, created_at, expires_at)
                values (:id, :account, :name, :digest, :scopes, :now, :expires)
                on conflict (id) do update set token_digest = excluded.token_digest
                 where api_token.account = excluded.account and api_token.name = excluded.name
                   and api_token.scopes = excluded.scopes
                   and api_token.last_used_at is null and api_token.revoked_at is null
                """)
            .param("id", id.value())
            .param("account", account.value())
            .param("name", name.strip())
            .param("digest", secret.digest())
            .param("scopes", scopes.toArray(String[]::new))
            .param("now", Timestamp.from(now))
            .param("expires", Timestamp.from(expires))
            .update()
        == 1;
  }

  record Bearer(ApiTokenId token, AccountId account, Set<String> scopes) {}

  Optional<Bearer> bearer(Secret secret, Instant now) {
    return jdbc.sql(
            """
            select id, account, scopes from api_token
             where token_digest = :digest and revoked_at is null and expires_at > :now
            """)
        .param("digest", secret.digest())
        .param("now", Timestamp.from(now))
        .query((row, number) ->
            new Bearer(
                new ApiTokenId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                Set.copyOf(texts(row))))
        .optional();
  }

  /// Notes the use to the minute: a busy token must not write a row for each call.
  void used(ApiTokenId id, Instant now) {
    jdbc.sql(
            """
            update api_token set last_used_at = :now
             where id = :id and (last_used_at is null or last_used_at < cast(:now as timestamptz) - interval '1 minute')
            """)
        .param("now", Timestamp.from(now))
        .param("id", id.value())
        .update();
  }

  List<ApiToken> of(AccountId account) {
    return jdbc.sql("select * from api_token where account = :account order by created_at desc")
        .param("account", account.value())
        .query((row, number) -> token(row))
        .list();
  }

  boolean revoke(ApiTokenId id, AccountId account, Instant now) {
    return jdbc.sql(
                """
                update api_token set revoked_at = :now
                 where id = :id and account = :account and revoked_at is null
                """)
            .param("now", Timestamp.from(now))
            .param("id", id.value())
            .param("account", account.value())
            .update()
        == 1;
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    return new ApiToken(
        row.getObject("id", UUID.class),
        row.getString("name"),
        texts(row),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  private static List<String> texts(ResultSet row) throws SQLException {
    return List.of((String[]) row.getArray("scopes").getArray());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
