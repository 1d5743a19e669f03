package lu.aifactory.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What ties people from outside to an organisation: assignments and consents.
@Component
class Ties {

  private final JdbcClient jdbc;

  Ties(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<OrganisationId> assignedTo(AccountId account) {
    return jdbc.sql(
            "select organisation from assignment where account = :account and until is null")
        .param("account", account.value())
        .query(Ties::organisation)
        .set();
  }

  boolean isAssigned(AccountId account, OrganisationId organisation) {
    return jdbc.sql(
            """
            select exists (select from assignment
             where account = :account and organisation = :organisation and until is null)
            """)
        .param("account", account.value())
        .param("organisation", organisation.value())
        .query(Boolean.class)
        .single();
  }

  Set<OrganisationId> consentedTo(String partner, String room, Instant now) {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct organisation from consent
                 where partner = :partner and :room = any(scopes)
                   and revoked_at is null and expires_at > :now
                """)
            .param("partner", partner)
            .param("room", room)
            .param("now", Timestamp.from(now))
            .query(Ties::organisation)
            .list());
  }

  boolean hasConsent(OrganisationId organisation, String partner, String room, Instant now) {
    return jdbc.sql(
            """
            select exists (select from consent
             where organisation = :organisation and partner = :partner and :room = any(scopes)
               and revoked_at is null and expires_at > :now)
            """)
        .param("organisation", organisation.value())
        .param("partner", partner)
        .param("room", room)
        .param("now", Timestamp.from(now))
        .query(Boolean.class)
        .single();
  }

  void assign(AccountId account, OrganisationId organisation, Instant now) {
    jdbc.sql(
            """
            insert into assignment (account, organisation, since) values (:account, :organisation, :now)
            on conflict do nothing
            """)
        .param("account", account.value())
        .param("organisation", organisation.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  void release(AccountId account, OrganisationId organisation, Instant now) {
    jdbc.sql(
            """
            update assignment set until = :now
             where account = :account and organisation = :organisation and until is null
            """)
        .param("account", account.value())
        .param("organisation", organisation.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  private static OrganisationId organisation(ResultSet row, int number) throws SQLException {
    return new OrganisationId(row.getObject("organisation", UUID.class));
  }
}
