package lu.aifactory.platform.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.InventedPeople;
import lu.aifactory.platform.identity.OneClickSignIn;
import lu.aifactory.platform.identity.Role;
import org.springframework.stereotype.Component;

/// The people whom the demonstration itself made. An account that a visitor opened is never among them.
@Component
@InDemo
class DemoPeople implements OneClickSignIn {

  private final Script script;
  private final InventedPeople people;
  private final CurrentPerson current;

  DemoPeople(Script script, InventedPeople people, CurrentPerson current) {
    this.script = script;
    this.people = people;
    this.current = current;
  }

  @Override
  public List<Someone> people() {
    var shown = new ArrayList<Someone>();
    addHumans(shown, true);
    addHumans(shown, false);
    for (var one : script.staff()) {
      if (one.shown()) {
        add(shown, one.email(), one.name(), one.role(), one.where());
      }
    }
    return List.copyOf(shown);
  }

  private void addHumans(List<Someone> shown, boolean owners) {
    for (var organisation : script.organisations()) {
      var wanted = owners ? List.of(organisation.owner()) : organisation.members();
      var role = owners ? Role.ORGANISATION_OWNER : Role.ORGANISATION_MEMBER;
      for (var one : wanted) {
        if (one.shown()) {
          add(shown, one.email(), one.name(), role, organisation.name());
        }
      }
    }
  }

  private void add(List<Someone> shown, String email, String name, Role role, String where) {
    find(email)
        .ifPresent(account ->
            shown.add(new Someone(account.value(), name, "identity.role." + role.code(), where)));
  }

  /// The account, if the demonstration made it.
  Optional<AccountId> made(UUID id) {
    var account = new AccountId(id);
    return current
        .asSystem("demo", () -> people.addressOf(account))
        .filter(address -> script.addresses().anyMatch(address::equals))
        .map(_ -> account);
  }

  private Optional<AccountId> find(String email) {
    return current.asSystem("demo", () -> people.withAddress(email));
  }
}
