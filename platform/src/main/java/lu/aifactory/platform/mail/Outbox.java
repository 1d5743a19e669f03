package lu.aifactory.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of letters.
@Component
class Outbox {

  /// Longer than any server is waited for; a replica that died gives its letter back after it.
  static final Duration CLAIM = Duration.ofMinutes(10);

  /// A letter that this replica alone has in its hands now.
  record Claimed(LetterId id, Addressee to, byte[] content, int tries) {}

  private final JdbcClient jdbc;
  private final LetterSeal seal;

  Outbox(JdbcClient jdbc, LetterSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  LetterId add(Addressee to, Letter letter, Instant now) {
    var id = new LetterId(UUID.randomUUID());
    jdbc.sql(
            """
            insert into mail_letter (id, account, name, address, language, kind, content, queued_at, due_at)
            values (:id, :account, :name, :address, :language, :kind, :content, :now, :now)
            """)
        .param("id", id.value())
        .param("account", to.account() == null ? null : to.account().value())
        .param("name", to.name())
        .param("address", to.address())
        .param("language", to.language().getLanguage())
        .param("kind", letter.kind().code())
        .param("content", seal.seal(id, letter))
        .param("now", at(now))
        .update();
    return id;
  }

  /// Takes the next letter that is due, those about people's own accounts first. Two replicas never get the same.
  Optional<Claimed> claim(Instant now) {
    return jdbc.sql(
            """
            update mail_letter set claimed_until = :until, tries = tries + 1, tried_at = :now
            where id = (select id from mail_letter
                        where state = 'waiting' and due_at <= :now
                          and (claimed_until is null or claimed_until <= :now)
                        order by (kind = 'personal') desc, due_at, queued_at limit 1
                        for update skip locked)
            returning *
            """)
        .param("now", at(now))
        .param("until", at(now.plus(CLAIM)))
        .query((row, _) ->
            new Claimed(id(row), addressee(row), row.getBytes("content"), row.getInt("tries")))
        .optional();
  }

  boolean anyDue(Instant now) {
    return jdbc.sql(
            """
            select exists (select from mail_letter where state = 'waiting' and due_at <= :now
                             and (claimed_until is null or claimed_until <= :now))
            """)
        .param("now", at(now))
        .query(Boolean.class)
        .single();
  }

  /// How many letters all replicas together have tried since then.
  int triedSince(Instant then) {
    return jdbc.sql("select count(*) from mail_letter where tried_at > :then")
        .param("then", at(then))
        .query(Integer.class)
        .single();
  }

  /// The letter is over: what it said is wiped, unless it may be tried again by hand.
  void end(LetterId id, Queued.State state, @Nullable String answer, Instant now) {
    jdbc.sql(
            """
            update mail_letter set state = :state, ended_at = :now, answer = :answer, claimed_until = null,
                   content = case when :state = 'refused' then content end
            where id = :id and state = 'waiting'
            """)
        .param("state", state.code())
        .param("now", at(now))
        .param("answer", answer)
        .param("id", id.value())
        .update();
  }

  void again(LetterId id, String answer, Instant due) {
    jdbc.sql(
            """
            update mail_letter set due_at = :due, answer = :answer, claimed_until = null
            where id = :id and state = 'waiting'
            """)
        .param("due", at(due))
        .param("answer", answer)
        .param("id", id.value())
        .update();
  }

  /// False when it is over, or being handed over just now.
  boolean retry(LetterId id, Instant now) {
    return jdbc.sql(
                """
                update mail_letter set state = 'waiting', due_at = :now, ended_at = null
                where id = :id and state in ('waiting', 'refused') and content is not null
                  and (claimed_until is null or claimed_until <= :now)
                """)
            .param("id", id.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /// False when it is over, or being handed over just now.
  boolean cancel(LetterId id, Instant now) {
    return jdbc.sql(
                """
                update mail_letter set state = 'cancelled', ended_at = :now, content = null
                where id = :id and state in ('waiting', 'refused')
                  and (claimed_until is null or claimed_until <= :now)
                """)
            .param("id", id.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /// Gives up what has waited since before then; a refused letter's content does not lie longer than a waiting one's.
  int expire(Instant before, Instant now) {
    jdbc.sql(
            """
            update mail_letter set content = null
            where state = 'refused' and content is not null and queued_at < :before
            """)
        .param("before", at(before))
        .update();
    return jdbc.sql(
            """
            update mail_letter set state = 'expired', ended_at = :now, content = null, claimed_until = null
            where state = 'waiting' and queued_at < :before
              and (claimed_until is null or claimed_until <= :now)
            """)
        .param("before", at(before))
        .param("now", at(now))
        .update();
  }

  int forget(Instant endedBefore) {
    return jdbc.sql("delete from mail_letter where ended_at < :before")
        .param("before", at(endedBefore))
        .update();
  }

  static LetterId id(ResultSet row) throws SQLException {
    return new LetterId(row.getObject("id", UUID.class));
  }

  static Addressee addressee(ResultSet row) throws SQLException {
    var account = row.getObject("account", UUID.class);
    return new Addressee(
        account == null ? null : new AccountId(account),
        row.getString("address"),
        row.getString("name"),
        Locale.forLanguageTag(row.getString("language")));
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
