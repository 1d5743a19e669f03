package lu.aifactory.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Accounts, organisations and who belongs to which.
@Component
class Accounts {

  // All of a person in one question, because it is asked with every request.
  private static final String PERSON =
      """
      select a.*,
             array(select role from account_role r where r.account = a.id) as roles,
             array(select organisation from membership m where m.account = a.id order by organisation) as organisations,
             array(select role from membership m where m.account = a.id order by organisation) as memberships
        from account a
      """;

  private final JdbcClient jdbc;

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Person> person(AccountId id) {
    return person(id, null);
  }

  Optional<Person> person(AccountId id, @Nullable Set<String> scopes) {
    return jdbc.sql(PERSON + " where a.id = :id and a.enabled")
        .param("id", id.value())
        .query((row, number) -> person(row, scopes))
        .optional();
  }

  private static Person person(ResultSet row, @Nullable Set<String> scopes) throws SQLException {
    return new Person(
        new AccountId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("email"),
        Locale.forLanguageTag(row.getString("language")),
        roles(row),
        memberships(row),
        row.getString("partner"),
        scopes);
  }

  private static Set<Role> roles(ResultSet row) throws SQLException {
    var roles = EnumSet.noneOf(Role.class);
    for (var code : (String[]) row.getArray("roles").getArray()) {
      Role.of(code).ifPresent(roles::add);
    }
    return roles;
  }

  private static Map<OrganisationId, Role> memberships(ResultSet row) throws SQLException {
    var organisations = (UUID[]) row.getArray("organisations").getArray();
    var roles = (String[]) row.getArray("memberships").getArray();
    var memberships = new HashMap<OrganisationId, Role>();
    for (int at = 0; at < roles.length; at++) {
      memberships.put(new OrganisationId(organisations[at]), Role.of(roles[at]).orElseThrow());
    }
    return Map.copyOf(memberships);
  }

  Optional<String> nameOf(AccountId id) {
    return jdbc.sql("select name from account where id = :id")
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  /// Name, address and whether it is switched on, also of an account that is not.
  record Entry(String name, String email, boolean enabled) {}

  Optional<Entry> entry(AccountId id) {
    return jdbc.sql("select name, email, enabled from account where id = :id")
        .param("id", id.value())
        .query((row, number) ->
            new Entry(row.getString("name"), row.getString("email"), row.getBoolean("enabled")))
        .optional();
  }

  Optional<Credentials> credentials(String email) {
    return jdbc.sql("select id, password_hash from account where email = :email and enabled")
        .param("email", normal(email))
        .query((row, number) ->
            new Credentials(
                new AccountId(row.getObject("id", UUID.class)), row.getString("password_hash")))
        .optional();
  }

  record Credentials(AccountId account, @Nullable String passwordHash) {}

  /// False when the address is taken. The id is always of our making.
  boolean add(
      AccountId id,
      String email,
      String name,
      String language,
      @Nullable String passwordHash,
      @Nullable String partner,
      Instant now) {
    return jdbc.sql(
                """
                insert into account (id, email, name, language, password_hash, partner, created_at)
                values (:id, :email, :name, :language, :hash, :partner, :now)
                on conflict do nothing
                """)
            .param("id", id.value())
            .param("email", normal(email))
            .param("name", name.strip())
            .param("language", language)
            .param("hash", passwordHash)
            .param("partner", partner)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void changePassword(AccountId id, String passwordHash) {
    jdbc.sql("update account set password_hash = :hash where id = :id")
        .param("hash", passwordHash)
        .param("id", id.value())
        .update();
  }

  void removePassword(AccountId id) {
    jdbc.sql("update account set password_hash = null where id = :id")
        .param("id", id.value())
        .update();
  }

  /// Marks somebody whom only the demonstration signs in.
  void invent(AccountId id) {
    jdbc.sql("update account set invented = true where id = :id").param("id", id.value()).update();
  }

  /// The account with this address, if only the demonstration signs it in.
  Optional<AccountId> invented(String email) {
    return jdbc.sql("select id from account where email = :email and enabled and invented")
        .param("email", normal(email))
        .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
        .optional();
  }

  void changeProfile(AccountId id, String name, String language) {
    jdbc.sql("update account set name = :name, language = :language where id = :id")
        .param("name", name.strip())
        .param("language", language)
        .param("id", id.value())
        .update();
  }

  void enable(AccountId id, boolean enabled) {
    jdbc.sql("update account set enabled = :enabled where id = :id")
        .param("enabled", enabled)
        .param("id", id.value())
        .update();
  }

  void giveRole(AccountId id, Role role) {
    jdbc.sql("insert into account_role (account, role) values (:id, :role) on conflict do nothing")
        .param("id", id.value())
        .param("role", role.code())
        .update();
  }

  void takeRole(AccountId id, Role role) {
    jdbc.sql("delete from account_role where account = :id and role = :role")
        .param("id", id.value())
        .param("role", role.code())
        .update();
  }

  boolean anybodyIs(Role role) {
    return jdbc.sql(
            """
            select exists (select from account_role r join account a on a.id = r.account
             where r.role = :role and a.enabled)
            """)
        .param("role", role.code())
        .query(Boolean.class)
        .single();
  }

  /// Whether there is an administrator who can sign in; an invented one of the demonstration cannot without it.
  boolean anybodyCanAdminister() {
    return jdbc.sql(
            """
            select exists (select from account_role r join account a on a.id = r.account
             where r.role = :role and a.enabled and not a.invented)
            """)
        .param("role", Role.ADMINISTRATOR.code())
        .query(Boolean.class)
        .single();
  }

  List<Person> withRole(Role role) {
    return jdbc.sql(
            PERSON
                + """
                 join account_role held on held.account = a.id
                where held.role = :role and a.enabled order by a.name
                """)
        .param("role", role.code())
        .query((row, number) -> person(row, null))
        .list();
  }

  boolean addOrganisation(OrganisationId id, String name, Instant now) {
    return jdbc.sql(
                """
                insert into organisation (id, name, created_at) values (:id, :name, :now)
                on conflict do nothing
                """)
            .param("id", id.value())
            .param("name", name.strip())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void renameOrganisation(OrganisationId id, String name) {
    jdbc.sql("update organisation set name = :name where id = :id")
        .param("name", name.strip())
        .param("id", id.value())
        .update();
  }

  Optional<String> organisationName(OrganisationId id) {
    return jdbc.sql("select name from organisation where id = :id")
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  void addMember(OrganisationId organisation, AccountId account, Role role, Instant now) {
    jdbc.sql(
            """
            insert into membership (account, organisation, role, since)
            values (:account, :organisation, :role, :now)
            on conflict (account, organisation) do update set role = excluded.role
             where membership.role <> :owner
            """)
        .param("owner", Role.ORGANISATION_OWNER.code())
        .param("account", account.value())
        .param("organisation", organisation.value())
        .param("role", role.code())
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Whoever works for a partner already stays there.
  void joinPartner(AccountId id, @Nullable String partner) {
    jdbc.sql("update account set partner = coalesce(partner, :partner) where id = :id")
        .param("partner", partner)
        .param("id", id.value())
        .update();
  }

  boolean isPartner(String code) {
    return jdbc.sql("select exists (select from partner where code = :code)")
        .param("code", code)
        .query(Boolean.class)
        .single();
  }

  /// Lets nobody else change who administers until the end of the transaction, so that two cannot remove each other.
  void holdAdministrators() {
    jdbc.sql(
            """
            select a.id from account a join account_role r on r.account = a.id
             where r.role = :role order by a.id for no key update of a
            """)
        .param("role", Role.ADMINISTRATOR.code())
        .query(UUID.class)
        .list();
  }

  /// The same for the members of an organisation.
  void holdMembers(OrganisationId organisation) {
    jdbc.sql("select id from organisation where id = :id for no key update")
        .param("id", organisation.value())
        .query(UUID.class)
        .list();
  }

  boolean removeMember(OrganisationId organisation, AccountId account) {
    return jdbc.sql(
                "delete from membership where account = :account and organisation = :organisation")
            .param("account", account.value())
            .param("organisation", organisation.value())
            .update()
        == 1;
  }

  List<Member> members(OrganisationId organisation) {
    return jdbc.sql(
            """
            select a.id, a.name, a.email, m.role, m.since
              from membership m join account a on a.id = m.account
             where m.organisation = :organisation order by m.role desc, a.name
            """)
        .param("organisation", organisation.value())
        .query((row, number) ->
            new Member(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getTimestamp("since").toInstant()))
        .list();
  }

  static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
