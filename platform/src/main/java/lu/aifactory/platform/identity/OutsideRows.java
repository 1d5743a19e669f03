package lu.aifactory.platform.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who at a provider is whose account here, by issuer and subject.
@Component
class OutsideRows {

  private static final int LONGEST_LABEL = 254;

  private final JdbcClient jdbc;

  OutsideRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// False when they are linked already, to whomever.
  boolean add(AccountId account, KnownOutside known, Instant now) {
    var label = known.label().substring(0, Math.min(known.label().length(), LONGEST_LABEL));
    return jdbc.sql(
                """
                insert into outside_identity (id, account, issuer, subject, label, created_at)
                values (:id, :account, :issuer, :subject, :label, :now)
                on conflict do nothing
                """)
            .param("id", UUID.randomUUID())
            .param("account", account.value())
            .param("issuer", known.issuer())
            .param("subject", known.subject())
            .param("label", label)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  Optional<AccountId> owner(KnownOutside known) {
    return jdbc.sql(
            "select account from outside_identity where issuer = :issuer and subject = :subject")
        .param("issuer", known.issuer())
        .param("subject", known.subject())
        .query((row, number) -> new AccountId(row.getObject("account", UUID.class)))
        .optional();
  }

  void used(KnownOutside known, Instant now) {
    jdbc.sql(
            "update outside_identity set last_used_at = :now where issuer = :issuer and subject = :subject")
        .param("now", Timestamp.from(now))
        .param("issuer", known.issuer())
        .param("subject", known.subject())
        .update();
  }

  List<OutsideIdentity> of(AccountId account) {
    return jdbc.sql("select * from outside_identity where account = :account order by created_at")
        .param("account", account.value())
        .query((row, number) -> {
          var used = row.getTimestamp("last_used_at");
          return new OutsideIdentity(
              row.getObject("id", UUID.class),
              row.getString("label"),
              row.getTimestamp("created_at").toInstant(),
              used == null ? null : used.toInstant());
        })
        .list();
  }

  boolean remove(AccountId account, UUID id) {
    return jdbc.sql("delete from outside_identity where id = :id and account = :account")
            .param("id", id)
            .param("account", account.value())
            .update()
        == 1;
  }
}
