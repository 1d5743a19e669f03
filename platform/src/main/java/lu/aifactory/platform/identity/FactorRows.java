package lu.aifactory.platform.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The secrets of one-time codes, sealed, and the digests of recovery codes.
@Component
class FactorRows {

  private final JdbcClient jdbc;
  private final SignInSeal seal;

  FactorRows(JdbcClient jdbc, SignInSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /// When somebody's codes began to be asked for.
  Optional<Instant> since(AccountId account) {
    return jdbc.sql(
            "select since from second_factor where account = :account and since is not null")
        .param("account", account.value())
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  Optional<byte[]> secret(AccountId account) {
    return sealed(account, "secret").map(sealed -> seal.open(account, sealed));
  }

  /// The secret that waits for its first code.
  Optional<byte[]> waiting(AccountId account) {
    return sealed(account, "waiting").map(sealed -> seal.open(account, sealed));
  }

  private Optional<byte[]> sealed(AccountId account, String column) {
    return jdbc.sql(
            "select %1$s from second_factor where account = :account and %1$s is not null"
                .formatted(column))
        .param("account", account.value())
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  void letWait(AccountId account, byte[] secret) {
    jdbc.sql(
            """
            insert into second_factor (account, waiting) values (:account, :waiting)
            on conflict (account) do update set waiting = excluded.waiting
            """)
        .param("account", account.value())
        .param("waiting", seal.seal(account, secret))
        .update();
  }

  void confirm(AccountId account, long step, Instant now) {
    jdbc.sql(
            """
            update second_factor set secret = waiting, waiting = null, since = :now, last_step = :step
             where account = :account
            """)
        .param("account", account.value())
        .param("step", step)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// False when a code of this time step or a later one was used before, also by somebody who is quicker by an instant.
  boolean use(AccountId account, long step) {
    return jdbc.sql(
                "update second_factor set last_step = :step where account = :account and last_step < :step")
            .param("account", account.value())
            .param("step", step)
            .update()
        == 1;
  }

  boolean remove(AccountId account) {
    replaceCodes(account, List.of());
    return jdbc.sql("delete from second_factor where account = :account")
            .param("account", account.value())
            .update()
        == 1;
  }

  void replaceCodes(AccountId account, List<String> codes) {
    jdbc.sql("delete from recovery_code where account = :account")
        .param("account", account.value())
        .update();
    for (var code : codes) {
      jdbc.sql("insert into recovery_code (account, digest) values (:account, :digest)")
          .param("account", account.value())
          .param("digest", RecoveryCodes.digest(code))
          .update();
    }
  }

  boolean useCode(AccountId account, String code, Instant now) {
    return jdbc.sql(
                """
                update recovery_code set used_at = :now
                 where account = :account and digest = :digest and used_at is null
                """)
            .param("account", account.value())
            .param("digest", RecoveryCodes.digest(code))
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  int codesLeft(AccountId account) {
    return jdbc.sql(
            "select count(*) from recovery_code where account = :account and used_at is null")
        .param("account", account.value())
        .query(Integer.class)
        .single();
  }

  /// How somebody may come in, read with a lock, so that two removals cannot take the last way away together.
  WaysIn hold(AccountId account) {
    jdbc.sql("select id from account where id = :account for no key update")
        .param("account", account.value())
        .query((row, number) -> row.getString(1))
        .list();
    return ways(account);
  }

  WaysIn ways(AccountId account) {
    return jdbc.sql(
            """
            select a.password_hash is not null as password, a.invented,
                   (select count(*) from passkey p where p.account = a.id) as passkeys,
                   (select count(*) from outside_identity o where o.account = a.id) as outside,
                   exists (select from second_factor f where f.account = a.id and f.since is not null) as codes
              from account a where a.id = :account
            """)
        .param("account", account.value())
        .query((row, number) ->
            new WaysIn(
                row.getBoolean("password"),
                row.getInt("passkeys"),
                row.getInt("outside"),
                row.getBoolean("codes"),
                row.getBoolean("invented")))
        .optional()
        .orElse(WaysIn.NONE);
  }
}
