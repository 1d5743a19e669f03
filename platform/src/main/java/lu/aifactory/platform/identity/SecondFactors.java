package lu.aifactory.platform.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// One-time codes beside the password, and the recovery codes for the day on which the phone is lost.
@Facade
class SecondFactors {

  private final FactorRows rows;
  private final PasskeyRows passkeys;
  private final Sessions sessions;
  private final WrongPasswords wrong;
  private final SecondFactorDuty duty;
  private final Accounts accounts;
  private final CurrentPerson current;
  private final Clock clock;

  SecondFactors(
      FactorRows rows,
      PasskeyRows passkeys,
      Sessions sessions,
      WrongPasswords wrong,
      SecondFactorDuty duty,
      Accounts accounts,
      CurrentPerson current,
      Clock clock) {
    this.rows = rows;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.wrong = wrong;
    this.duty = duty;
    this.accounts = accounts;
    this.current = current;
    this.clock = clock;
  }

  /// How one's own stands.
  ///
  /// @param required whether a role of the person asks for a second factor
  record State(@Nullable Instant since, int codesLeft, boolean required) {

    public boolean on() {
      return since != null;
    }
  }

  /// A secret that an app is to take over.
  record Enrolment(String secret, SquareCode picture) {}

  @Needs("profile:read")
  State mine() {
    var person = current.get();
    return new State(
        rows.since(person.id()).orElse(null), rows.codesLeft(person.id()), duty.isOn(person));
  }

  /// How somebody may come in, for themselves.
  @Needs("profile:read")
  WaysIn myWays() {
    return rows.ways(current.get().id());
  }

  /// Makes a secret that waits for its first code; one that is in use goes on being used until then.
  @Needs("profile:write")
  Outcome<AccountId> begin() {
    var account = current.get().id();
    var ways = rows.ways(account);
    if (!ways.password() && ways.outside() == 0) {
      return Outcome.refused(IdentityRefusal.NO_PASSWORD);
    }
    rows.letWait(account, TimeCodes.freshSecret());
    return Outcome.done(account);
  }

  /// The secret that waits, as text and as picture.
  @Needs("profile:read")
  Optional<Enrolment> waiting(String issuer) {
    var person = current.get();
    return rows.waiting(person.id())
        .map(secret ->
            new Enrolment(
                String.join(" ", Base32.of(secret).split("(?<=\\G.{4})")),
                SquareCode.of(TimeCodes.address(issuer, person.email(), secret))));
  }

  /// Takes the waiting secret into use; answers the recovery codes, which are shown this once.
  @Needs(value = "profile:write", records = "identity.second-factor-added")
  Outcome<List<String>> confirm(String code) {
    var account = current.get().id();
    var waiting = rows.waiting(account);
    if (waiting.isEmpty()) return Outcome.refused(new Refusal.NotFound());
    if (tooMany(account)) return Outcome.refused(IdentityRefusal.TOO_MANY_CODES);
    var step = TimeCodes.stepOf(waiting.get(), code, clock.instant());
    if (step.isEmpty()) {
      wrong.failed(key(account));
      return wrongCode();
    }
    rows.confirm(account, step.getAsLong(), clock.instant());
    wrong.succeeded(key(account));
    return Outcome.done(freshCodes(account));
  }

  /// Makes new recovery codes; the earlier ones are good no more.
  @Needs(value = "profile:write", records = "identity.recovery-codes-made")
  Outcome<List<String>> newCodes() {
    var account = current.get().id();
    return rows.since(account).isEmpty()
        ? Outcome.refused(new Refusal.NotFound())
        : Outcome.done(freshCodes(account));
  }

  private List<String> freshCodes(AccountId account) {
    var codes = RecoveryCodes.fresh();
    rows.replaceCodes(account, codes);
    return codes;
  }

  /// Goes back to the password alone, unless a role asks for more.
  @Needs(value = "profile:write", records = "identity.second-factor-removed")
  Outcome<AccountId> remove() {
    var person = current.get();
    var ways = rows.hold(person.id());
    if (duty.isOn(person) && ways.passkeys() == 0) {
      return Outcome.refused(IdentityRefusal.FACTOR_NEEDED);
    }
    return rows.remove(person.id())
        ? Outcome.done(person.id())
        : Outcome.refused(new Refusal.NotFound());
  }

  /// Takes everything beyond the password away from somebody who lost it, for example with their phone: codes, recovery
  /// codes and passkeys. All their sessions end.
  @Needs(value = "account:manage", records = "identity.second-factor-taken")
  Outcome<AccountId> take(AccountId account, String because) {
    if (because.isBlank() || because.length() > 200) {
      return Outcome.refused(
          new Refusal.Invalid(List.of(new Fault("because", "identity.fault.because"))));
    }
    if (accounts.nameOf(account).isEmpty()) return Outcome.refused(new Refusal.NotFound());
    var ways = rows.hold(account);
    if (!ways.password() && ways.outside() == 0 && ways.passkeys() > 0) {
      return Outcome.refused(IdentityRefusal.LINK_FIRST);
    }
    var taken = rows.remove(account) | passkeys.removeAll(account) > 0;
    if (!taken) return Outcome.refused(new Refusal.NotFound());
    sessions.endAll(account);
    return Outcome.done(account);
  }

  /// Whether a code of somebody's app is asked for.
  @Open("asked before anybody is signed in")
  boolean isAskedOf(AccountId account) {
    return rows.since(account).isPresent();
  }

  /// Takes a code of the app; each is good once.
  @Open("it proves itself by the code")
  Outcome<AccountId> proveByCode(AccountId account, String code) {
    if (tooMany(account)) return Outcome.refused(IdentityRefusal.TOO_MANY_CODES);
    var step =
        rows.secret(account)
            .map(secret -> TimeCodes.stepOf(secret, code, clock.instant()))
            .filter(found -> found.isPresent() && rows.use(account, found.getAsLong()));
    return counted(account, step.isPresent());
  }

  /// Takes a recovery code; each is good once.
  @Open(value = "it proves itself by the code", records = "identity.recovery-code-used")
  Outcome<AccountId> proveByRecoveryCode(AccountId account, String code) {
    if (tooMany(account)) return Outcome.refused(IdentityRefusal.TOO_MANY_CODES);
    return counted(account, rows.useCode(account, code, clock.instant()));
  }

  private Outcome<AccountId> counted(AccountId account, boolean right) {
    if (right) wrong.succeeded(key(account));
    else wrong.failed(key(account));
    return right ? Outcome.done(account) : wrongCode();
  }

  private boolean tooMany(AccountId account) {
    return wrong.tooMany(key(account));
  }

  private static String key(AccountId account) {
    return "code of " + account.value();
  }

  private static <T> Outcome<T> wrongCode() {
    return Outcome.refused(new Refusal.Invalid(List.of(new Fault("code", "identity.fault.code"))));
  }
}
