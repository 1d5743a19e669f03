package lu.aifactory.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import lu.aifactory.platform.shared.Outcome;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes people for tests, and tells what the audit trail holds of them.
@TestComponent
public class Somebody {

  static final String PASSWORD = "a long enough secret";

  private final Identity identity;
  private final Accounts accounts;
  private final CurrentPerson current;
  private final JdbcClient jdbc;

  Somebody(Identity identity, Accounts accounts, CurrentPerson current, JdbcClient jdbc) {
    this.identity = identity;
    this.accounts = accounts;
    this.current = current;
    this.jdbc = jdbc;
  }

  /// Somebody with an account and a password.
  record One(AccountId id, String email) {}

  One fresh() {
    var id = new AccountId(UUID.randomUUID());
    var email = id.value() + "@example.org";
    assertThat(identity.open(id, new NewAccount(email, "Somebody", "en", PASSWORD)))
        .isEqualTo(Outcome.done(id));
    // Without an organisation or a role nobody may do anything, not even with their own account.
    identity.found(new OrganisationId(UUID.randomUUID()), "Bakery", id);
    return new One(id, email);
  }

  One withRole(Role role) {
    var one = fresh();
    accounts.giveRole(one.id(), role);
    return one;
  }

  <T> T as(One one, Supplier<T> call) {
    return current.as(accounts.person(one.id()).orElseThrow(), call);
  }

  /// The actions that the trail holds of what somebody did or what was done to them.
  List<String> trail(One one) {
    return jdbc.sql(
            """
            select action from audit_entry
             where actor = :actor or subject_id = :id order by number
            """)
        .param("actor", "account:" + one.id().value())
        .param("id", one.id().value().toString())
        .query(String.class)
        .list();
  }

  static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }
}
