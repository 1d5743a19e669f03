package lu.aifactory.platform.journey;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What advisors have said about themselves, and how much they have to do.
@Component
class AdvisorProfiles {

  private final JdbcClient jdbc;

  AdvisorProfiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<AdvisorProfile> find(AccountId account) {
    return jdbc.sql("select * from advisor_profile where account = :account")
        .param("account", account.value())
        .query(AdvisorProfiles::profile)
        .optional();
  }

  Map<AccountId, AdvisorProfile> all() {
    var all = new HashMap<AccountId, AdvisorProfile>();
    jdbc.sql("select * from advisor_profile")
        .query(row -> {
          all.put(new AccountId(row.getObject("account", UUID.class)), profile(row, 0));
        });
    return all;
  }

  /// How many engagements each of them looks after.
  Map<AccountId, Integer> loads() {
    var loads = new HashMap<AccountId, Integer>();
    jdbc.sql(
            "select advisor, count(*) as load from engagement where advisor is not null and closed_at is null group by advisor")
        .query(row -> {
          loads.put(new AccountId(row.getObject("advisor", UUID.class)), row.getInt("load"));
        });
    return loads;
  }

  /// Keeps others from choosing an advisor until the transaction ends: two first contacts that arrive together must not
  /// both see the same free place.
  void holdChoice() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('journey.advisor-choice'))")
        .query((row, number) -> true)
        .list();
  }

  /// False when somebody else has changed it since.
  boolean save(AccountId account, AdvisorProfile profile) {
    return jdbc.sql(
                """
                insert into advisor_profile (account, sectors, languages, capacity, absent_from, absent_until,
                                             substitute, version)
                values (:account, :sectors, :languages, :capacity, :from, :until, :substitute, 1)
                on conflict (account) do update
                   set sectors = excluded.sectors, languages = excluded.languages, capacity = excluded.capacity,
                       absent_from = excluded.absent_from, absent_until = excluded.absent_until,
                       substitute = excluded.substitute, version = advisor_profile.version + 1
                 where advisor_profile.version = :version
                """)
            .param("account", account.value())
            .param("sectors", profile.sectors().toArray(String[]::new))
            .param("languages", profile.languages().toArray(String[]::new))
            .param("capacity", profile.capacity())
            .param("from", day(profile.absentFrom()))
            .param("until", day(profile.absentUntil()))
            .param("substitute", profile.substitute() == null ? null : profile.substitute().value())
            .param("version", profile.version())
            .update()
        == 1;
  }

  private static @Nullable Date day(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  private static AdvisorProfile profile(ResultSet row, int number) throws SQLException {
    var substitute = row.getObject("substitute", UUID.class);
    return new AdvisorProfile(
        Set.of((String[]) row.getArray("sectors").getArray()),
        Set.of((String[]) row.getArray("languages").getArray()),
        row.getInt("capacity"),
        row.getObject("absent_from", LocalDate.class),
        row.getObject("absent_until", LocalDate.class),
        substitute == null ? null : new AccountId(substitute),
        row.getInt("version"));
  }
}
