package lu.aifactory.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Accounts and members, for those who look after them; the profile, for everybody.
@Facade
class Administration {

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final FactorRows factors;
  private final SignIn signIn;
  private final PasswordEncoder passwords;
  private final CurrentPerson current;
  private final Clock clock;

  Administration(
      JdbcClient jdbc,
      Accounts accounts,
      FactorRows factors,
      SignIn signIn,
      PasswordEncoder passwords,
      CurrentPerson current,
      Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.factors = factors;
    this.signIn = signIn;
    this.passwords = passwords;
    this.current = current;
    this.clock = clock;
  }

  /// Accounts by name or address, with how many there are of each role.
  @Needs("account:read")
  Page<AccountSummary> accounts(ListQuery query) {
    var rows =
        found(
                """
                select a.*,
                       array(select role from account_role r where r.account = a.id
                             union select role from membership m where m.account = a.id
                             order by 1) as roles,
                       array(select o.name from membership m join organisation o on o.id = m.organisation
                              where m.account = a.id order by 1) as organisations
                """,
                query,
                query.filter("role"))
            .query((row, number) -> summary(row))
            .list();
    var roles = query.filter("role");
    var total = bound("select count(*)" + FROM, query, roles).query(Long.class).single();
    return new Page<>(rows, total, query, Map.of("role", counts(query)));
  }

  private Map<String, Long> counts(ListQuery query) {
    var counts = new HashMap<String, Long>();
    bound(
            """
            select r.role, count(*) as found
              from account a
              join (select account, role from account_role union select account, role from membership) r
                on r.account = a.id
             where a.name ilike :text or a.email ilike :text
             group by r.role
            """,
            query,
            Set.of())
        .query(row -> {
          counts.put(row.getString("role"), row.getLong("found"));
        });
    return counts;
  }

  private JdbcClient.StatementSpec found(String select, ListQuery query, Set<String> roles) {
    // The column comes from a switch and never from the request.
    var column = query.sort().equals("created") ? "a.created_at" : "lower(a.name)";
    var order = " order by " + column + (query.descending() ? " desc" : "") + ", a.id";
    return bound(select + FROM + order + " limit :limit offset :offset", query, roles)
        .param("limit", query.size())
        .param("offset", query.offset());
  }

  private JdbcClient.StatementSpec bound(String sql, ListQuery query, Set<String> roles) {
    return jdbc.sql(sql)
        .param("text", "%" + query.text().replaceAll("([%_\\\\])", "\\\\$1") + "%")
        .param("any", roles.isEmpty())
        .param("roles", roles.toArray(String[]::new));
  }

  private static final String FROM =
      """
       from account a
      where (a.name ilike :text or a.email ilike :text)
        and (:any or exists (select from account_role r where r.account = a.id and r.role = any(:roles))
                  or exists (select from membership m where m.account = a.id and m.role = any(:roles)))
      """;

  /// Gives somebody a role in the factory.
  @Needs(value = "account:manage", records = "role.given")
  Outcome<AccountId> giveRole(AccountId account, String role) {
    if (accounts.nameOf(account).isEmpty()) {
      return Outcome.refused(new Refusal.NotFound());
    }
    return factoryRole(role)
        .then(found -> {
          accounts.giveRole(account, found);
          return Outcome.done(account);
        });
  }

  /// Takes a role in the factory away; the last administrator stays one.
  @Needs(value = "account:manage", records = "role.taken")
  Outcome<AccountId> takeRole(AccountId account, String role) {
    return factoryRole(role)
        .then(found -> {
          accounts.holdAdministrators();
          accounts.takeRole(account, found);
          return found == Role.ADMINISTRATOR && !accounts.anybodyIs(found)
              ? Outcome.refused(IdentityRefusal.LAST_ONE)
              : Outcome.done(account);
        });
  }

  /// Lets an account sign in again, or no longer.
  @Needs(value = "account:manage", records = "account.switched")
  Outcome<AccountId> enable(AccountId account, boolean enabled) {
    if (accounts.nameOf(account).isEmpty()) {
      return Outcome.refused(new Refusal.NotFound());
    }
    accounts.holdAdministrators();
    accounts.enable(account, enabled);
    return accounts.anybodyIs(Role.ADMINISTRATOR)
        ? Outcome.done(account)
        : Outcome.refused(IdentityRefusal.LAST_ONE);
  }

  /// Takes somebody out of an organisation; the last owner stays.
  @Needs(value = "member:remove", records = "member.removed")
  Outcome<AccountId> remove(OrganisationId organisation, AccountId account) {
    accounts.holdMembers(organisation);
    if (!accounts.removeMember(organisation, account)) {
      return Outcome.refused(new Refusal.NotFound());
    }
    var ownerLeft =
        accounts.members(organisation).stream()
            .anyMatch(member -> member.role() == Role.ORGANISATION_OWNER);
    return ownerLeft ? Outcome.done(account) : Outcome.refused(IdentityRefusal.LAST_ONE);
  }

  /// Changes one's own name and language.
  @Needs(value = "profile:write", records = "profile.changed")
  Outcome<AccountId> changeProfile(String name, String language) {
    var faults = new ArrayList<Fault>();
    if (name.isBlank() || name.length() > 200) {
      faults.add(new Fault("name", "identity.fault.name"));
    }
    if (!NewAccount.LANGUAGES.contains(language)) {
      faults.add(new Fault("language", "identity.fault.language"));
    }
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    var id = current.get().id();
    accounts.changeProfile(id, name, language);
    return Outcome.done(id);
  }

  /// Changes one's own password.
  @Needs(value = "profile:write", records = "password.changed")
  Outcome<AccountId> changePassword(String old, String fresh) {
    var person = current.get();
    if (signIn.byPassword(person.email(), old).isEmpty()) {
      return Outcome.refused(
          new Refusal.Invalid(List.of(new Fault("old", "identity.refusal.wrong-password"))));
    }
    var faults = Passwords.faults("fresh", fresh, person.email());
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    accounts.changePassword(person.id(), passwords.encode(fresh));
    return Outcome.done(person.id());
  }

  /// Gives one's own account a password that has none.
  @Needs(value = "profile:write", records = "password.given")
  Outcome<AccountId> givePassword(String fresh) {
    var person = current.get();
    if (factors.hold(person.id()).password()) return Outcome.refused(new Refusal.Changed(0));
    var faults = Passwords.faults("fresh", fresh, person.email());
    if (!faults.isEmpty()) return Outcome.refused(new Refusal.Invalid(faults));
    accounts.changePassword(person.id(), passwords.encode(fresh));
    return Outcome.done(person.id());
  }

  /// Removes one's own password, and with it the codes that were asked for beside it, unless nothing would be left to come
  /// in with.
  @Needs(value = "profile:write", records = "password.removed")
  Outcome<AccountId> removePassword() {
    var account = current.get().id();
    var ways = factors.hold(account);
    if (!ways.password()) return Outcome.refused(new Refusal.NotFound());
    if (ways.number() < 2) return Outcome.refused(IdentityRefusal.LAST_WAY);
    accounts.removePassword(account);
    factors.remove(account);
    return Outcome.done(account);
  }

  /// Makes the first administrator; works only as long as there is none.
  @Open(
      value = "whoever holds the one-time link of the first start",
      records = "administrator.first")
  Outcome<AccountId> first(NewAccount account) {
    if (accounts.anybodyCanAdminister()) {
      return Outcome.refused(IdentityRefusal.LINK_ENDED);
    }
    var faults = account.faults();
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    var id = new AccountId(UUID.randomUUID());
    var hash = passwords.encode(account.password());
    if (!accounts.add(
        id, account.email(), account.name(), account.language(), hash, null, clock.instant())) {
      return Outcome.refused(
          new Refusal.Invalid(List.of(new Fault("email", "identity.fault.email-taken"))));
    }
    accounts.giveRole(id, Role.ADMINISTRATOR);
    return Outcome.done(id);
  }

  private static Outcome<Role> factoryRole(String code) {
    return Role.of(code)
        .filter(role -> !role.inOrganisation())
        .map(Outcome::done)
        .orElseGet(() ->
            Outcome.refused(
                new Refusal.Invalid(List.of(new Fault("role", "identity.fault.role")))));
  }

  private static AccountSummary summary(ResultSet row) throws SQLException {
    return new AccountSummary(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("email"),
        row.getString("language"),
        row.getString("partner"),
        row.getBoolean("enabled"),
        List.of((String[]) row.getArray("roles").getArray()),
        List.of((String[]) row.getArray("organisations").getArray()),
        row.getTimestamp("created_at").toInstant());
  }
}
