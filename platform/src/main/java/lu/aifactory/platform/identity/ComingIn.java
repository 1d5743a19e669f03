package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// Who came in and how, for the audit trail; and the sessions that are open since.
@Facade
class ComingIn {

  private final Sessions sessions;
  private final Accounts accounts;
  private final FactorRows factors;
  private final CurrentPerson current;

  ComingIn(Sessions sessions, Accounts accounts, FactorRows factors, CurrentPerson current) {
    this.factors = factors;
    this.sessions = sessions;
    this.accounts = accounts;
    this.current = current;
  }

  /// Notes that somebody has signed in.
  @Open(value = "the sign-in has just proved who it is", records = "identity.signed-in")
  Outcome<AccountId> signedIn(AccountId account, How how) {
    return Outcome.done(account);
  }

  /// One's own open sessions.
  @Needs("profile:read")
  List<SessionView> mine(@Nullable HttpSession present) {
    return sessions.of(current.get().id(), present);
  }

  /// Ends one of one's own sessions.
  @Needs(value = "profile:write", records = "identity.session-ended")
  Outcome<AccountId> end(UUID session) {
    var account = current.get().id();
    return sessions.end(account, session)
        ? Outcome.done(account)
        : Outcome.refused(new Refusal.NotFound());
  }

  /// Ends all of one's own sessions, this one too.
  @Needs(value = "profile:write", records = "identity.signed-out-everywhere")
  Outcome<AccountId> endAll() {
    var account = current.get().id();
    sessions.endAll(account);
    return Outcome.done(account);
  }

  /// Ends all sessions of somebody.
  @Needs(value = "account:manage", records = "identity.signed-out-by-administrator")
  Outcome<AccountId> endAllOf(AccountId account) {
    if (accounts.nameOf(account).isEmpty()) return Outcome.refused(new Refusal.NotFound());
    sessions.endAll(account);
    return Outcome.done(account);
  }

  /// How somebody comes in.
  @Needs("account:read")
  Outcome<AccountAccess> accessOf(AccountId account) {
    return accounts
        .entry(account)
        .map(entry -> {
          var ways = factors.ways(account);
          return Outcome.done(
              new AccountAccess(
                  account.value(),
                  entry.name(),
                  entry.email(),
                  entry.enabled(),
                  ways.password(),
                  ways.codes(),
                  ways.passkeys(),
                  ways.outside(),
                  sessions.of(account, null).size()));
        })
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }
}
