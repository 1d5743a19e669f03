package lu.aifactory.platform.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Today;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lets the substitute of an advisor who is away see and act on their engagements, from the first day of the absence to
/// its last; looked at by the clock, and whenever somebody changes an absence or an advisor.
@Facade
class Substitutes {

  // Who has to stand in on a day, by what the advisors said. A member of the organisation never
  // does.
  private static final String WANTED =
      """
      select e.id, e.organisation, e.advisor, p.substitute, p.absent_until
        from engagement e join advisor_profile p on p.account = e.advisor
        join account_role r on r.account = p.substitute and r.role = 'advisor'
       where e.closed_at is null and p.absent_from <= :today and p.absent_until >= :today
         and not exists (select from membership m where m.account = p.substitute and m.organisation = e.organisation)
      """;

  private final Assignments assignments;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  Substitutes(
      Assignments assignments, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.assignments = assignments;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Wanted(
      EngagementId engagement,
      OrganisationId organisation,
      AccountId absent,
      AccountId substitute,
      LocalDate until) {}

  private record Over(OrganisationId organisation, AccountId substitute) {}

  /// Ends what is over and begins what has begun; answers how many that were.
  @Needs("schedule:run")
  public int bringUpToDate() {
    var today = Today.of(clock);
    var over = end(today);
    over.forEach(one -> assignments.untie(one.organisation(), one.substitute()));
    var begun = missing(today).stream().filter(this::begin).toList();
    begun.forEach(this::announce);
    return over.size() + begun.size();
  }

  private List<Over> end(LocalDate today) {
    return jdbc.sql(
            """
            with wanted as (%s)
            update engagement_substitute s set until = :now
              from engagement e
             where s.until is null and e.id = s.engagement
               and not exists (select from wanted w where w.id = s.engagement and w.substitute = s.account)
            returning e.organisation, s.account
            """
                .formatted(WANTED))
        .param("today", today)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, _) ->
            new Over(
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new AccountId(row.getObject("account", UUID.class))))
        .list();
  }

  private List<Wanted> missing(LocalDate today) {
    return jdbc.sql(
            """
            with wanted as (%s)
            select * from wanted w
             where not exists (select from engagement_substitute s where s.engagement = w.id and s.until is null)
            """
                .formatted(WANTED))
        .param("today", today)
        .query(Substitutes::wanted)
        .list();
  }

  // Whoever comes first writes it; the unique index keeps a second replica from doing it again.
  private boolean begin(Wanted one) {
    var begun =
        jdbc.sql(
                """
                insert into engagement_substitute (engagement, account, absent, since)
                values (:engagement, :account, :absent, :now) on conflict do nothing
                """)
            .param("engagement", one.engagement().value())
            .param("account", one.substitute().value())
            .param("absent", one.absent().value())
            .param("now", Timestamp.from(clock.instant()))
            .update();
    if (begun == 1) {
      assignments.tie(one.organisation(), one.substitute());
    }
    return begun == 1;
  }

  private void announce(Wanted one) {
    events.publishEvent(
        new EngagementEvent(
            one.engagement(),
            "journey.event.substitute",
            List.of(name(one.substitute()), name(one.absent()), "@" + one.until()),
            null,
            "/engagements/" + one.engagement().value()));
  }

  private String name(AccountId account) {
    return jdbc.sql("select name from account where id = :id")
        .param("id", account.value())
        .query(String.class)
        .single();
  }

  private static Wanted wanted(ResultSet row, int number) throws SQLException {
    return new Wanted(
        new EngagementId(row.getObject("id", UUID.class)),
        new OrganisationId(row.getObject("organisation", UUID.class)),
        new AccountId(row.getObject("advisor", UUID.class)),
        new AccountId(row.getObject("substitute", UUID.class)),
        row.getObject("absent_until", LocalDate.class));
  }
}
