package lu.aifactory.platform.identity;

import java.time.Clock;
import java.util.List;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;

/// Sign-ins at a provider, linked to accounts here by their owners and never by an address.
@Facade
class OutsideIdentities {

  private final OutsideRows rows;
  private final FactorRows factors;
  private final Accounts accounts;
  private final CurrentPerson current;
  private final Clock clock;

  OutsideIdentities(
      OutsideRows rows, FactorRows factors, Accounts accounts, CurrentPerson current, Clock clock) {
    this.rows = rows;
    this.factors = factors;
    this.accounts = accounts;
    this.current = current;
    this.clock = clock;
  }

  /// One's own.
  @Needs("profile:read")
  List<OutsideIdentity> mine() {
    return rows.of(current.get().id());
  }

  /// Links whom the provider has just seen to one's own account.
  @Needs(value = "profile:write", records = "identity.provider-linked")
  Outcome<AccountId> link(KnownOutside known) {
    var account = current.get().id();
    return rows.add(account, known, clock.instant())
        ? Outcome.done(account)
        : Outcome.refused(IdentityRefusal.LINKED_ALREADY);
  }

  /// Undoes a link, unless nothing would be left to come in with.
  @Needs(value = "profile:write", records = "identity.provider-unlinked")
  Outcome<AccountId> unlink(OutsideIdentityId identity) {
    var account = current.get().id();
    var ways = factors.hold(account);
    if (!rows.remove(account, identity.value())) return Outcome.refused(new Refusal.NotFound());
    return ways.number() < 2 ? Outcome.refused(IdentityRefusal.LAST_WAY) : Outcome.done(account);
  }

  /// Whose account it is that whom the provider has just seen may open. Whether an account has the same address makes no
  /// difference, and what is refused does not tell it.
  @Open("it proves itself by the provider's signed word")
  Outcome<Person> owner(KnownOutside known) {
    var owner = rows.owner(known).flatMap(accounts::person);
    if (owner.isEmpty()) return Outcome.refused(IdentityRefusal.NOT_LINKED);
    rows.used(known, clock.instant());
    return Outcome.done(owner.get());
  }
}
