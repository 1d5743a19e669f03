package lu.aifactory.platform.journey;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What advisors have to do.
@Component
class BoardRows {

  private static final int MOST = 200;

  private final JdbcClient jdbc;

  BoardRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Open tasks of the advisor's side until a day, those of one advisor and of whom they stand in for.
  List<Board.Due> tasks(AccountId me, LocalDate until) {
    return jdbc.sql(
            """
            select t.*, p.name as person_name, null as closed_by_name, e.title as engagement_title,
                   o.name as organisation_name
              from engagement e join organisation o on o.id = e.organisation
              left join engagement_substitute s on s.engagement = e.id and s.until is null
              join engagement_task t on t.engagement = e.id left join account p on p.id = t.person
             where (e.advisor = :me or s.account = :me) and e.closed_at is null
               and t.state = 'open' and t.due <= :until and (t.side = 'advisor' or t.person = :me)
             order by t.due, t.created_at, t.id limit :most
            """)
        .param("me", me.value())
        .param("until", until)
        .param("most", MOST)
        .query((row, number) ->
            new Board.Due(
                new EngagementId(row.getObject("engagement", UUID.class)),
                row.getString("engagement_title"),
                row.getString("organisation_name"),
                Tasks.task(row, number)))
        .list();
  }

  /// Promised first contacts that nobody has kept; those without an advisor for whoever assigns.
  List<Engagement> firstContacts(AccountId me, boolean assigns) {
    return jdbc.sql(
            Engagements.SELECT
                + """
                 where e.promised_at is not null and e.contacted_at is null and e.closed_at is null
                   and (e.advisor = :me or s.account = :me or (:assigns and e.advisor is null))
                 order by e.promised_at, e.id limit :most
                """)
        .param("me", me.value())
        .param("assigns", assigns)
        .param("most", MOST)
        .query(Engagements::engagement)
        .list();
  }

  /// Engagements that wait for the advisor.
  List<Engagement> waiting(AccountId me) {
    return jdbc.sql(
            Engagements.SELECT
                + """
                 where e.waiting_who = 'advisor' and e.closed_at is null and (e.advisor = :me or s.account = :me)
                 order by e.waiting_until nulls last, e.id limit :most
                """)
        .param("me", me.value())
        .param("most", MOST)
        .query(Engagements::engagement)
        .list();
  }

  Map<AccountId, Integer> overdueByAdvisor(LocalDate today) {
    return byAdvisor(
        jdbc.sql(
                """
                select e.advisor, count(*) as number
                  from engagement_task t join engagement e on e.id = t.engagement
                 where t.state = 'open' and t.due < :today and t.side = 'advisor' and e.closed_at is null
                   and e.advisor is not null
                 group by e.advisor
                """)
            .param("today", today));
  }

  Map<AccountId, Integer> firstContactsByAdvisor() {
    return byAdvisor(
        jdbc.sql(
            """
            select advisor, count(*) as number from engagement
             where promised_at is not null and contacted_at is null and closed_at is null and advisor is not null
             group by advisor
            """));
  }

  private static Map<AccountId, Integer> byAdvisor(JdbcClient.StatementSpec sql) {
    var numbers = new HashMap<AccountId, Integer>();
    sql.query(row -> {
      numbers.put(new AccountId(row.getObject("advisor", UUID.class)), row.getInt("number"));
    });
    return numbers;
  }
}
