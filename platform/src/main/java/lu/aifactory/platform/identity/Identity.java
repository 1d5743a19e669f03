package lu.aifactory.platform.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Accounts and organisations, for the other rooms.
@Facade
public class Identity {

  private final Accounts accounts;
  private final Ties ties;
  private final PasswordEncoder passwords;
  private final Clock clock;

  Identity(Accounts accounts, Ties ties, PasswordEncoder passwords, Clock clock) {
    this.accounts = accounts;
    this.ties = ties;
    this.passwords = passwords;
    this.clock = clock;
  }

  /// Opens an account. Asking twice with the same id makes one.
  @Open(value = "a visitor has no account yet", records = "account.opened")
  public Outcome<AccountId> open(AccountId id, NewAccount account) {
    var faults = account.faults();
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    if (accounts.person(id).isPresent()) {
      return Outcome.done(id);
    }
    var added =
        accounts.add(
            id,
            account.email(),
            account.name(),
            account.language(),
            passwords.encode(account.password()),
            null,
            clock.instant());
    return added
        ? Outcome.done(id)
        : Outcome.refused(
            new Refusal.Invalid(List.of(new Fault("email", "identity.fault.email-taken"))));
  }

  /// Founds an organisation with its first owner. Asking twice with the same id makes one.
  @Open(
      value = "called by the intake for the account that it has just opened",
      records = "organisation.founded")
  public Outcome<OrganisationId> found(OrganisationId id, String name, AccountId owner) {
    if (name.isBlank() || name.length() > 200) {
      return Outcome.refused(
          new Refusal.Invalid(List.of(new Fault("name", "identity.fault.organisation-name"))));
    }
    var now = clock.instant();
    if (accounts.addOrganisation(id, name, now)) {
      accounts.addMember(id, owner, Role.ORGANISATION_OWNER, now);
    }
    return Outcome.done(id);
  }

  /// Gives an organisation its new name.
  @Needs(value = "organisation:write", records = "organisation.renamed")
  public void rename(OrganisationId organisation, String name) {
    accounts.renameOrganisation(organisation, name);
  }

  /// The name of an organisation.
  @Needs("organisation:read")
  public Optional<String> nameOf(OrganisationId organisation) {
    return accounts.organisationName(organisation);
  }

  /// Who belongs to an organisation.
  @Needs("member:read")
  public List<Member> members(OrganisationId organisation) {
    return accounts.members(organisation);
  }

  /// The factory's people in a role, by name.
  @Open("who works for the factory is public, and nothing of an organisation is in it")
  public List<Person> staff(Role role) {
    if (role.inOrganisation()) {
      return List.of();
    }
    return accounts.withRole(role);
  }

  /// Ties one of the factory's people to an organisation's case.
  @Needs(value = "assignment:manage", records = "assignment.made")
  public void assign(OrganisationId organisation, AccountId account) {
    ties.assign(account, organisation, clock.instant());
  }

  /// Unties them again.
  @Needs(value = "assignment:manage", records = "assignment.ended")
  public void release(OrganisationId organisation, AccountId account) {
    ties.release(account, organisation, clock.instant());
  }

  /// Somebody who can sign in, for rooms that write to them.
  @Open("rooms write letters to people; what is known of them goes to nobody else")
  public Optional<Person> person(AccountId account) {
    return accounts.person(account);
  }

  /// The names of people, as they stand on timelines and tasks.
  @Open("a name beside what its bearer did; the caller already sees the deed")
  public String nameOf(AccountId account) {
    return accounts.nameOf(account).orElse("");
  }
}
