package lu.aifactory.platform.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
      NoticeKind kind,
      String message,
      List<String> arguments,
      @Nullable String link,
      @Nullable Instant mailedAt) {
    jdbc.sql(
            """
            insert into notice (id, account, at, kind, message, arguments, link, mailed_at)
            values (:id, :account, :at, :kind, :message, :arguments, :link, :mailed)
            """)
        .param("id", id)
        .param("account", account.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("message", message)
        .param("arguments", arguments.toArray(String[]::new))
        .param("link", link)
        .param("kind", kind.code())
        .param("mailed", mailedAt == null ? null : mailedAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// What somebody has not read and no letter has told of, the newest first.
  List<Notice> unmailed(AccountId account, Set<NoticeKind> kinds, Instant since, int limit) {
    return jdbc.sql(
            """
            select * from notice
             where account = :account and kind = any(:kinds) and read_at is null and mailed_at is null and at > :since
             order by number desc limit :limit
            """)
        .param("account", account.value())
        .param("kinds", kinds.stream().map(NoticeKind::code).toArray(String[]::new))
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((row, _) -> notice(row))
        .list();
  }

  /// A letter has told of everything that is unread and of these kinds, up to this number.
  void mailed(AccountId account, Set<NoticeKind> kinds, long upTo, Instant at) {
    jdbc.sql(
            """
            update notice set mailed_at = :at
             where account = :account and kind = any(:kinds) and number <= :upTo
               and read_at is null and mailed_at is null
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("account", account.value())
        .param("kinds", kinds.stream().map(NoticeKind::code).toArray(String[]::new))
        .param("upTo", upTo)
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
