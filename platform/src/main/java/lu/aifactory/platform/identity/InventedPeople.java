package lu.aifactory.platform.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/// People who exist in a demonstration only. They have neither password nor passkey, so nobody comes in as one of
/// them but through the demonstration's own door, unless a visitor gives them one. Outside demo mode there is no such bean.
@Facade
@ConditionalOnProperty(name = "aifactory.demo", havingValue = "true")
public class InventedPeople {

  private final Accounts accounts;
  private final CurrentPerson current;
  private final Clock clock;

  InventedPeople(Accounts accounts, CurrentPerson current, Clock clock) {
    this.accounts = accounts;
    this.current = current;
    this.clock = clock;
  }

  /// Adds somebody with their roles and memberships.
  @Needs(value = "account:manage", records = "account.opened")
  public Outcome<AccountId> add(Person person) {
    var now = clock.instant();
    var language = person.language().getLanguage();
    if (!accounts.add(
        person.id(), person.email(), person.name(), language, null, person.partner(), now)) {
      return Outcome.refused(new Refusal.Changed(0));
    }
    accounts.invent(person.id());
    person.roles().forEach(role -> accounts.giveRole(person.id(), role));
    person
        .memberships()
        .forEach((organisation, role) -> accounts.addMember(organisation, person.id(), role, now));
    return Outcome.done(person.id());
  }

  /// The invented account with this address.
  @Needs("account:read")
  public Optional<AccountId> withAddress(String email) {
    return accounts.invented(email);
  }

  /// The address of an invented one; none for anybody else.
  @Needs("account:read")
  public Optional<String> addressOf(AccountId account) {
    return invented(account).map(Person::email);
  }

  /// Runs something as one of them.
  @Needs("account:manage")
  public <T> T as(AccountId account, Supplier<T> action) {
    var person = invented(account).orElseThrow(() -> new NotVisible(account.toString()));
    return current.as(person, action);
  }

  private Optional<Person> invented(AccountId account) {
    return accounts.person(account).filter(person -> withAddress(person.email()).isPresent());
  }
}
