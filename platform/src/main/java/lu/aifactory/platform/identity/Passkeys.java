package lu.aifactory.platform.identity;

import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/// Passkeys: one's own, and coming in by one.
@Facade
class Passkeys {

  static final int LONGEST_NAME = 100;
  private static final int MOST = 20;
  private static final Logger log = LoggerFactory.getLogger(Passkeys.class);

  private final RelyingParty party;
  private final PasskeyRows rows;
  private final FactorRows factors;
  private final Accounts accounts;
  private final SecondFactorDuty duty;
  private final CurrentPerson current;

  Passkeys(
      RelyingParty party,
      PasskeyRows rows,
      FactorRows factors,
      Accounts accounts,
      SecondFactorDuty duty,
      CurrentPerson current) {
    this.party = party;
    this.rows = rows;
    this.factors = factors;
    this.accounts = accounts;
    this.duty = duty;
    this.current = current;
  }

  /// One's own, the newest first.
  @Needs("profile:read")
  List<Passkey> mine() {
    return rows.of(current.get().id());
  }

  /// What the browser is asked to make.
  @Needs("profile:write")
  PublicKeyCredentialCreationOptions wanted() {
    return party.creation(current.get().id());
  }

  /// Adds the one that it made.
  @Needs(value = "profile:write", records = "identity.passkey-added")
  Outcome<AccountId> add(PublicKeyCredentialCreationOptions asked, String credential, String key) {
    var fault = nameFault(key);
    if (fault.isPresent()) return fault.get();
    var account = current.get().id();
    if (rows.of(account).size() >= MOST) return refused("identity.fault.passkeys-many", MOST);
    if (!UserHandle.of(account).equals(asked.getUser().getId())) {
      return refused("identity.fault.passkey");
    }
    try {
      party.register(asked, credential, key.strip());
      return Outcome.done(account);
    } catch (DataAccessException away) {
      throw away;
    } catch (RuntimeException wrong) {
      log.info("A new passkey was refused: {}", wrong.getClass().getSimpleName());
      return refused("identity.fault.passkey");
    }
  }

  /// Gives one of one's own another name.
  @Needs(value = "profile:write", records = "identity.passkey-renamed")
  Outcome<AccountId> rename(PasskeyId passkey, String key) {
    var fault = nameFault(key);
    if (fault.isPresent()) return fault.get();
    var account = current.get().id();
    if (rows.one(account, passkey.value()).isEmpty())
      return Outcome.refused(new Refusal.NotFound());
    rows.rename(account, passkey.value(), key.strip());
    return Outcome.done(account);
  }

  /// Removes one of one's own, unless nothing would be left to come in with.
  @Needs(value = "profile:write", records = "identity.passkey-removed")
  Outcome<AccountId> remove(PasskeyId passkey) {
    var person = current.get();
    var ways = factors.hold(person.id());
    if (rows.one(person.id(), passkey.value()).isEmpty())
      return Outcome.refused(new Refusal.NotFound());
    if (ways.number() < 2) return Outcome.refused(IdentityRefusal.LAST_WAY);
    if (duty.isOn(person) && !ways.codes() && ways.passkeys() < 2) {
      return Outcome.refused(IdentityRefusal.FACTOR_NEEDED);
    }
    rows.remove(person.id(), passkey.value());
    return Outcome.done(person.id());
  }

  /// What the browser is asked to prove; with an address, by a passkey of this account.
  @Open("people must be able to come in")
  PublicKeyCredentialRequestOptions challenge(String email) {
    if (email.isBlank()) return party.request();
    return accounts
        .credentials(email)
        .map(Accounts.Credentials::account)
        .filter(account -> !rows.of(account).isEmpty())
        .map(party::request)
        .orElseGet(() -> party.pretended(email));
  }

  /// Whose passkey has answered; this changes its counter, and the sign-in is recorded where it begins.
  @Open("it proves itself by passkey")
  Outcome<Person> prove(PublicKeyCredentialRequestOptions asked, String credential) {
    try {
      return accounts
          .person(party.proves(asked, credential))
          .map(Outcome::done)
          .orElseGet(() -> Outcome.refused(IdentityRefusal.WRONG_PASSKEY));
    } catch (DataAccessException away) {
      throw away;
    } catch (RuntimeException wrong) {
      log.info("A passkey was refused: {}", wrong.getClass().getSimpleName());
      return Outcome.refused(IdentityRefusal.WRONG_PASSKEY);
    }
  }

  private static Optional<Outcome<AccountId>> nameFault(String name) {
    return name.isBlank() || name.length() > LONGEST_NAME
        ? Optional.of(
            Outcome.refused(
                new Refusal.Invalid(
                    List.of(
                        new Fault("name", "identity.fault.passkey-name", List.of(LONGEST_NAME))))))
        : Optional.empty();
  }

  private static Outcome<AccountId> refused(String message, Object... arguments) {
    return Outcome.refused(
        new Refusal.Invalid(List.of(new Fault("name", message, List.of(arguments)))));
  }
}
