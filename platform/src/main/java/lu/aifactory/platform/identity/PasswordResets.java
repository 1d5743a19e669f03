package lu.aifactory.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/// A new password for whoever forgot theirs: by a link that comes by mail or from an administrator, works once, and lives
/// for a short while. It does not sign in, so a second factor is asked for as ever.
@Facade
class PasswordResets {

  private static final Duration BY_MAIL = Duration.ofHours(1);
  private static final Duration BY_HAND = Duration.ofHours(24);
  private static final int MAILS_AN_HOUR = 3;

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final FactorRows factors;
  private final Sessions sessions;
  private final WrongPasswords wrong;
  private final PasswordEncoder passwords;
  private final ObjectProvider<PersonalMail> mail;
  private final CurrentPerson current;
  private final Clock clock;
  private final Cache<AccountId, Integer> sent =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).maximumSize(100_000).build();

  PasswordResets(
      JdbcClient jdbc,
      Accounts accounts,
      FactorRows factors,
      Sessions sessions,
      WrongPasswords wrong,
      PasswordEncoder passwords,
      ObjectProvider<PersonalMail> mail,
      CurrentPerson current,
      Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.factors = factors;
    this.sessions = sessions;
    this.wrong = wrong;
    this.passwords = passwords;
    this.mail = mail;
    this.current = current;
    this.clock = clock;
  }

  /// Whether links can be sent by mail at all.
  @Open("says nothing about anybody")
  boolean byMail() {
    return mail.stream().anyMatch(PersonalMail::available);
  }

  /// Sends a link to the account with this address, if it has a password: a mailbox must not become a way into an account
  /// that its owner keeps with passkeys alone.
  @Open(
      value = "whoever asks learns nothing by it: the link goes to the mailbox",
      records = "identity.reset-sent")
  Outcome<AccountId> send(String email) {
    var found = accounts.credentials(email).filter(one -> one.passwordHash() != null);
    var post = mail.stream().filter(PersonalMail::available).findFirst();
    if (found.isEmpty() || post.isEmpty()) return Outcome.refused(new Refusal.NotFound());
    var account = found.get().account();
    if (sent.asMap().merge(account, 1, Integer::sum) > MAILS_AN_HOUR) {
      return Outcome.refused(IdentityRefusal.TOO_MANY_CODES);
    }
    var secret = link(account, null, BY_MAIL);
    post.get().send(account, "identity.mail.reset", List.of(), "/reset/" + secret.text());
    return Outcome.done(account);
  }

  /// Makes a link for an administrator to hand over; it is shown this once.
  @Needs(value = "account:manage", records = "identity.reset-link-made")
  Outcome<Secret> make(AccountId account) {
    if (accounts.person(account).isEmpty() || factors.ways(account).invented()) {
      return Outcome.refused(new Refusal.NotFound());
    }
    return Outcome.done(link(account, current.get().id(), BY_HAND));
  }

  private Secret link(AccountId account, @Nullable AccountId by, Duration life) {
    var secret = Secret.fresh("");
    var now = clock.instant();
    jdbc.sql(
            """
            insert into password_reset (id, account, token_digest, made_by, created_at, expires_at)
            values (:id, :account, :digest, :by, :now, :expires)
            """)
        .param("id", UUID.randomUUID())
        .param("account", account.value())
        .param("digest", secret.digest())
        .param("by", by == null ? null : by.value())
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(now.plus(life)))
        .update();
    return secret;
  }

  private record Link(AccountId account, Instant expiresAt, @Nullable Instant usedAt) {}

  /// Whether a link is still good; what is said of one that is over tells nothing of whom it was for.
  @Open("whoever holds the link was sent it")
  Outcome<AccountId> open(Secret secret) {
    var found = behind(secret);
    if (found.isEmpty()) return Outcome.refused(IdentityRefusal.LINK_ENDED);
    var link = found.get();
    if (link.usedAt() != null) return Outcome.refused(IdentityRefusal.LINK_USED);
    if (!link.expiresAt().isAfter(clock.instant()) || accounts.person(link.account()).isEmpty()) {
      return Outcome.refused(IdentityRefusal.LINK_EXPIRED);
    }
    return Outcome.done(link.account());
  }

  private Optional<Link> behind(Secret secret) {
    return jdbc.sql("select * from password_reset where token_digest = :digest for no key update")
        .param("digest", secret.digest())
        .query((row, number) -> {
          var used = row.getTimestamp("used_at");
          return new Link(
              new AccountId(row.getObject("account", UUID.class)),
              row.getTimestamp("expires_at").toInstant(),
              used == null ? null : used.toInstant());
        })
        .optional();
  }

  /// Sets the new password. All sessions end, and all other links of the account are good no more.
  @Open(value = "whoever holds the link was sent it", records = "identity.password-reset")
  Outcome<AccountId> reset(Secret secret, String fresh) {
    return open(secret)
        .then(account -> {
          var person = accounts.person(account).orElseThrow();
          var faults = Passwords.faults("fresh", fresh, person.email());
          if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
          accounts.changePassword(account, passwords.encode(fresh));
          jdbc.sql(
                  "update password_reset set used_at = :now where account = :account and used_at is null")
              .param("now", Timestamp.from(clock.instant()))
              .param("account", account.value())
              .update();
          sessions.endAll(account);
          wrong.succeeded(person.email());
          return Outcome.done(account);
        });
  }
}
