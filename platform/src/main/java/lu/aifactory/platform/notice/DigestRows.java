package lu.aifactory.platform.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which digests were written, and by which link each is ended.
@Component
class DigestRows {

  private final JdbcClient jdbc;

  DigestRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// False when this person already has one of this day.
  boolean add(AccountId account, LocalDate day, Secret stop) {
    return jdbc.sql(
                "insert into notice_digest (account, day, stop) values (:account, :day, :stop) on conflict do nothing")
            .param("account", account.value())
            .param("day", day)
            .param("stop", stop.digest())
            .update()
        == 1;
  }

  /// Whose digest the link is in.
  Optional<AccountId> behind(Secret stop) {
    return jdbc.sql("select account from notice_digest where stop = :stop")
        .param("stop", stop.digest())
        .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
        .optional();
  }

  List<AccountId> accountsWithNews(Instant since) {
    return jdbc.sql(
            """
            select distinct account from notice
             where read_at is null and mailed_at is null and at > :since order by account
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
        .list();
  }

  void round(LocalDate day) {
    jdbc.sql("insert into notice_digest_round (day) values (:day) on conflict do nothing")
        .param("day", day)
        .update();
  }

  boolean anyRound(LocalDate from, LocalDate before) {
    return jdbc.sql(
            "select exists (select from notice_digest_round where day >= :from and day < :before)")
        .param("from", from)
        .param("before", before)
        .query(Boolean.class)
        .single();
  }

  void forget(LocalDate before) {
    jdbc.sql("delete from notice_digest where day < :before").param("before", before).update();
    jdbc.sql("delete from notice_digest_round where day < :before")
        .param("before", before)
        .update();
  }
}
