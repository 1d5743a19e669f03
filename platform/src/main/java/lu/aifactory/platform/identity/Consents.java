package lu.aifactory.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Consents of organisations to a partner's look at their case: scoped, dated, revocable.
@Facade
public class Consents {

  /// Nobody is asked to think further ahead than this; a consent can be given again.
  private static final Duration LONGEST = Duration.ofDays(366);

  private final JdbcClient jdbc;
  private final PermissionTable permissions;
  private final CurrentPerson current;
  private final Clock clock;

  Consents(JdbcClient jdbc, PermissionTable permissions, CurrentPerson current, Clock clock) {
    this.jdbc = jdbc;
    this.permissions = permissions;
    this.current = current;
    this.clock = clock;
  }

  /// What an organisation allows a partner.
  ///
  /// @param until the last day on which it holds
  public record Grant(
      UUID id, String partner, List<String> scopes, String purpose, @Nullable LocalDate until) {}

  /// A partner of the factory.
  public record Partner(String code, String name) {}

  /// Gives a consent. Giving it twice with the same id makes one.
  @Needs(value = "consent:manage", records = "consent.granted")
  public Outcome<UUID> grant(OrganisationId organisation, Grant grant) {
    var now = clock.instant();
    var faults = faults(grant, now);
    if (!faults.isEmpty() || grant.until() == null) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    jdbc.sql(
            """
            insert into consent
              (id, organisation, partner, scopes, purpose, granted_by, granted_at, expires_at)
            values (:id, :organisation, :partner, :scopes, :purpose, :by, :now, :expires)
            on conflict do nothing
            """)
        .param("id", grant.id())
        .param("organisation", organisation.value())
        .param("partner", grant.partner())
        .param("scopes", grant.scopes().toArray(String[]::new))
        .param("purpose", grant.purpose().strip())
        .param("by", current.get().id().value())
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(endOf(grant.until())))
        .update();
    return Outcome.done(grant.id());
  }

  /// Takes a consent back, at once.
  @Needs(value = "consent:manage", records = "consent.revoked")
  public Outcome<UUID> revoke(ConsentId consent) {
    jdbc.sql(
            """
            update consent set revoked_at = :now, revoked_by = :by
             where id = :id and revoked_at is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("by", current.get().id().value())
        .param("id", consent.value())
        .update();
    return Outcome.done(consent.value());
  }

  /// All consents that an organisation has ever given, the newest first.
  @Needs("consent:read")
  public List<Consent> of(OrganisationId organisation) {
    return jdbc.sql(
            """
            select c.*, p.name as partner_name, a.name as granted_by_name
              from consent c join partner p on p.code = c.partner join account a on a.id = c.granted_by
             where c.organisation = :organisation order by c.granted_at desc
            """)
        .param("organisation", organisation.value())
        .query((row, number) -> consent(row))
        .list();
  }

  @Needs("home:read")
  List<Partner> partners() {
    return jdbc.sql("select code, name from partner order by name")
        .query((row, number) -> new Partner(row.getString("code"), row.getString("name")))
        .list();
  }

  /// The rooms for which a consent can be given: those with a permission that reaches by consent.
  @Needs("home:read")
  List<String> scopes() {
    var rooms = new TreeSet<String>();
    permissions
        .rows()
        .forEach((permission, cells) -> {
          if (cells.containsValue(Reach.CONSENT)) {
            rooms.add(Access.room(permission));
          }
        });
    return List.copyOf(rooms);
  }

  private List<Fault> faults(Grant grant, Instant now) {
    var faults = new ArrayList<Fault>();
    if (partners().stream().noneMatch(partner -> partner.code().equals(grant.partner()))) {
      faults.add(new Fault("partner", "identity.fault.partner"));
    }
    if (grant.scopes().isEmpty() || !scopes().containsAll(grant.scopes())) {
      faults.add(new Fault("scopes", "identity.fault.scopes"));
    }
    if (grant.purpose().isBlank() || grant.purpose().length() > 1000) {
      faults.add(new Fault("purpose", "identity.fault.purpose"));
    }
    if (grant.until() == null
        || !endOf(grant.until()).isAfter(now)
        || endOf(grant.until()).isAfter(now.plus(LONGEST))) {
      faults.add(new Fault("until", "identity.fault.until", List.of(LONGEST.toDays())));
    }
    return faults;
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneId.of("Europe/Luxembourg")).toInstant();
  }

  private static Consent consent(ResultSet row) throws SQLException {
    var revoked = row.getTimestamp("revoked_at");
    return new Consent(
        row.getObject("id", UUID.class),
        new OrganisationId(row.getObject("organisation", UUID.class)),
        row.getString("partner"),
        row.getString("partner_name"),
        List.of((String[]) row.getArray("scopes").getArray()),
        row.getString("purpose"),
        row.getString("granted_by_name"),
        row.getTimestamp("granted_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        revoked == null ? null : revoked.toInstant());
  }
}

/// To whom a consent belongs.
@Component
class ConsentTenant implements TenantOf<ConsentId> {

  private final JdbcClient jdbc;

  ConsentTenant(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Class<ConsentId> type() {
    return ConsentId.class;
  }

  @Override
  public Optional<OrganisationId> organisationOf(ConsentId consent) {
    return jdbc.sql("select organisation from consent where id = :id")
        .param("id", consent.value())
        .query(UUID.class)
        .optional()
        .map(OrganisationId::new);
  }
}
