package lu.aifactory.platform.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;

/// API tokens: made for oneself, limited to scopes and a time, shown once, revocable.
@Facade
public class Tokens {

  private static final int LONGEST_DAYS = 366;

  private final ApiTokens tokens;
  private final SignIn signIn;
  private final SecondFactors factors;
  private final SecondFactorDuty duty;
  private final PermissionTable permissions;
  private final CurrentPerson current;
  private final Clock clock;

  Tokens(
      ApiTokens tokens,
      SignIn signIn,
      SecondFactors factors,
      SecondFactorDuty duty,
      PermissionTable permissions,
      CurrentPerson current,
      Clock clock) {
    this.tokens = tokens;
    this.signIn = signIn;
    this.factors = factors;
    this.duty = duty;
    this.permissions = permissions;
    this.current = current;
    this.clock = clock;
  }

  /// What somebody wants a token for.
  ///
  /// @param scopes permissions to which it is limited; none for all that its owner holds
  /// @param days for how long, 1 to 366
  public record Draft(UUID id, String name, List<String> scopes, int days) {}

  /// A new token; its secret is shown this once.
  public record Made(UUID id, Secret secret) {}

  /// Makes a token for whoever is signed in.
  @Needs(value = "token:manage", records = "token.made")
  public Outcome<Made> make(Draft draft) {
    return make(current.get(), draft);
  }

  /// Makes a token for whoever knows e-mail and password, for programs that have no session.
  @Open(value = "it proves itself by password", records = "token.made")
  public Outcome<Made> make(String email, String password, Draft draft) {
    return make(email, password, "", draft);
  }

  /// The same for whoever has to give a code of their app as well, or one of their recovery codes.
  @Open(value = "it proves itself by password and code", records = "token.made")
  Outcome<Made> make(String email, String password, String code, Draft draft) {
    var found = signIn.byPassword(email, password);
    if (found.isEmpty()) return Outcome.refused(IdentityRefusal.WRONG_PASSWORD);
    var person = found.get();
    if (factors.isAskedOf(person.id())) {
      return proved(person.id(), code).then(account -> make(person, draft));
    }
    return duty.isOn(person) ? Outcome.refused(IdentityRefusal.FACTOR_NEEDED) : make(person, draft);
  }

  private Outcome<AccountId> proved(AccountId account, String code) {
    return RecoveryCodes.looksLikeOne(code)
        ? factors.proveByRecoveryCode(account, code)
        : factors.proveByCode(account, code);
  }

  private Outcome<Made> make(Person person, Draft draft) {
    var faults = new ArrayList<Fault>();
    if (draft.name().isBlank() || draft.name().length() > 100) {
      faults.add(new Fault("name", "identity.fault.token-name"));
    }
    if (!draft.scopes().stream().allMatch(permissions::knows)) {
      faults.add(new Fault("scopes", "identity.fault.scopes"));
    }
    if (draft.days() < 1 || draft.days() > LONGEST_DAYS) {
      faults.add(new Fault("days", "identity.fault.days", List.of(LONGEST_DAYS)));
    }
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    var now = clock.instant();
    var secret = Secret.fresh("aif_");
    // A token that was made with a limited one is limited in the same way.
    var scopes =
        person.scopes() == null
            ? draft.scopes()
            : draft.scopes().isEmpty()
                ? List.copyOf(person.scopes())
                : draft.scopes().stream().filter(person.scopes()::contains).toList();
    if (person.scopes() != null && scopes.isEmpty()) {
      return Outcome.refused(
          new Refusal.Invalid(List.of(new Fault("scopes", "identity.fault.scopes"))));
    }
    return tokens.add(
            new ApiTokenId(draft.id()),
            person.id(),
            draft.name(),
            secret,
            scopes,
            now,
            now.plus(Duration.ofDays(draft.days())))
        ? Outcome.done(new Made(draft.id(), secret))
        : Outcome.refused(IdentityRefusal.ID_TAKEN);
  }

  /// One's own tokens, the newest first.
  @Needs("token:manage")
  List<ApiToken> mine() {
    return tokens.of(current.get().id());
  }

  /// Ends one of one's own tokens.
  @Needs(value = "token:manage", records = "token.revoked")
  Outcome<UUID> revoke(UUID token) {
    return tokens.revoke(new ApiTokenId(token), current.get().id(), clock.instant())
        ? Outcome.done(token)
        : Outcome.refused(new Refusal.NotFound());
  }
}
