package lu.aifactory.platform.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of notices.
@Component
class Inboxes {

  private final JdbcClient jdbc;

  Inboxes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(
      UUID id,
      AccountId account,
      Instant at,
      String message,
      List<String> arguments,
      @Nullable String link) {
    jdbc.sql(
            """
            insert into notice (id, account, at, message, arguments, link)
            values (:id, :account, :at, :message, :arguments, :link)
            """)
        .param("id", id)
        .param("account", account.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("message", message)
        .param("arguments", arguments.toArray(String[]::new))
        .param("link", link)
        .update();
  }

  List<Notice> page(AccountId account, boolean unread, long offset, int limit) {
    return jdbc.sql(
            """
            select * from notice
            where account = :account and (not :unread or read_at is null)
            order by number desc offset :offset limit :limit
            """)
        .param("account", account.value())
        .param("unread", unread)
        .param("offset", offset)
        .param("limit", limit)
        .query((row, _) -> notice(row))
        .list();
  }

  Map<String, Long> counts(AccountId account) {
    return jdbc.sql(
            """
            select count(*) as all, count(*) filter (where read_at is null) as unread
            from notice where account = :account
            """)
        .param("account", account.value())
        .query((row, _) -> Map.of("all", row.getLong("all"), "unread", row.getLong("unread")))
        .single();
  }

  int unread(AccountId account) {
    return jdbc.sql("select count(*) from notice where account = :account and read_at is null")
        .param("account", account.value())
        .query(Integer.class)
        .single();
  }

  Optional<Notice> find(AccountId account, NoticeId id) {
    return jdbc.sql("select * from notice where id = :id and account = :account")
        .param("id", id.value())
        .param("account", account.value())
        .query((row, _) -> notice(row))
        .optional();
  }

  void read(AccountId account, NoticeId id, Instant at) {
    jdbc.sql(
            """
            update notice set read_at = :at
            where id = :id and account = :account and read_at is null
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .param("account", account.value())
        .update();
  }

  void readAll(AccountId account, long upTo, Instant at) {
    jdbc.sql(
            """
            update notice set read_at = :at
            where account = :account and number <= :upTo and read_at is null
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("account", account.value())
        .param("upTo", upTo)
        .update();
  }

  private static Notice notice(ResultSet row) throws SQLException {
    var read = row.getObject("read_at", OffsetDateTime.class);
    return new Notice(
        new NoticeId(row.getObject("id", UUID.class)),
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("message"),
        List.of((String[]) row.getArray("arguments").getArray()),
        row.getString("link"),
        read == null ? null : read.toInstant());
  }
}
