package lu.aifactory.platform.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.journey.Waiting;
import lu.aifactory.platform.usecase.UseCaseId;
import lu.aifactory.platform.workshop.Workshop.Answer;
import lu.aifactory.platform.workshop.Workshop.Decided;
import lu.aifactory.platform.workshop.Workshop.Item;
import lu.aifactory.platform.workshop.Workshop.Participant;
import lu.aifactory.platform.workshop.Workshop.Proposed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Workshops in SQL.
@Component
class WorkshopRows {

  private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  WorkshopRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Adds a workshop; false when the id is taken.
  boolean add(
      WorkshopId id,
      EngagementId engagement,
      OrganisationId organisation,
      Plan plan,
      ZoneId zone,
      Person by,
      Instant now) {
    return planned(
                """
                insert into workshop (id, engagement, organisation, use_case, title, purpose, place, link, minutes,
                  agenda, zone, at, second, planner, created_at, changed_at)
                values (:id, :engagement, :organisation, :useCase, :title, :purpose, :place, :link, :minutes,
                  cast(:agenda as jsonb), :zone, :at, :second, :by, :now, :now)
                on conflict (id) do nothing
                """,
                id,
                plan,
                fixed(plan),
                now)
            .param("engagement", engagement.value())
            .param("organisation", organisation.value())
            .param("zone", zone.getId())
            .param("by", by.id().value())
            .update()
        == 1;
  }

  /// Writes a plan over what was planned before.
  void change(
      WorkshopId id, Plan plan, @Nullable WallTime date, boolean tellCalendars, Instant now) {
    planned(
            """
            update workshop set use_case = :useCase, title = :title, purpose = :purpose, place = :place, link = :link,
              minutes = :minutes, agenda = cast(:agenda as jsonb), at = :at, second = :second,
              sequence = sequence + :told, changed_at = :now, version = version + 1
             where id = :id
            """,
            id,
            plan,
            date,
            now)
        .param("told", tellCalendars ? 1 : 0)
        .update();
  }

  static @Nullable WallTime fixed(Plan plan) {
    return plan.dates().size() == 1 ? plan.dates().getFirst() : null;
  }

  private JdbcClient.StatementSpec planned(
      String sql, WorkshopId id, Plan plan, @Nullable WallTime date, Instant now) {
    return jdbc.sql(sql)
        .param("id", id.value())
        .param("useCase", plan.useCase() == null ? null : plan.useCase().value())
        .param("title", plan.title())
        .param("purpose", plan.purpose())
        .param("place", plan.place())
        .param("link", plan.link())
        .param("minutes", plan.minutes())
        .param("agenda", json.writeValueAsString(plan.agenda()))
        .param("at", date == null ? null : date.at())
        .param("second", date != null && date.second())
        .param("now", Timestamp.from(now));
  }

  /// Puts these dates in place of those that were proposed; what was said of a date that stays is kept.
  void propose(WorkshopId id, List<WallTime> dates, ZoneId zone) {
    var before = dates(id, zone);
    for (int number = 1; number <= Plan.MOST_DATES; number++) {
      var at = number;
      var wanted = number <= dates.size() ? dates.get(number - 1) : null;
      var same = before.stream().anyMatch(one -> one.number() == at && one.at().equals(wanted));
      if (same) continue;
      jdbc.sql("delete from workshop_date where workshop = :id and number = :number")
          .param("id", id.value())
          .param("number", number)
          .update();
      if (wanted != null) {
        jdbc.sql(
                """
                insert into workshop_date (workshop, number, at, second)
                values (:id, :number, :at, :second)
                """)
            .param("id", id.value())
            .param("number", number)
            .param("at", wanted.at())
            .param("second", wanted.second())
            .update();
      }
    }
  }

  /// Invites these people and nobody else; what somebody said of a date goes when they do.
  void invite(WorkshopId id, List<Participant> people) {
    jdbc.sql("delete from workshop_participant where workshop = :id and account <> all(:kept)")
        .param("id", id.value())
        .param("kept", people.stream().map(one -> one.account().value()).toArray(UUID[]::new))
        .update();
    for (int number = 0; number < people.size(); number++) {
      var one = people.get(number);
      jdbc.sql(
              """
              insert into workshop_participant (workshop, account, name, email, side, partner, number)
              values (:id, :account, :name, :email, :side, :partner, :number)
              on conflict (workshop, account) do update
                 set name = :name, email = :email, side = :side, partner = :partner, number = :number
              """)
          .param("id", id.value())
          .param("account", one.account().value())
          .param("name", one.name())
          .param("email", one.email())
          .param("side", one.side().code())
          .param("partner", one.partner())
          .param("number", number)
          .update();
    }
  }

  void answer(WorkshopId id, AccountId account, Map<Integer, Answer> answers) {
    answers.forEach((number, answer) ->
        jdbc.sql(
                """
                insert into workshop_answer (workshop, number, account, answer)
                values (:id, :number, :account, :answer)
                on conflict (workshop, number, account) do update set answer = :answer
                """)
            .param("id", id.value())
            .param("number", number)
            .param("account", account.value())
            .param("answer", answer.code())
            .update());
  }

  void fix(WorkshopId id, WallTime date, Instant now) {
    jdbc.sql(
            """
            update workshop set at = :at, second = :second, changed_at = :now, version = version + 1,
              sequence = case when sequence > 0 then sequence + 1 else 0 end
             where id = :id
            """)
        .param("id", id.value())
        .param("at", date.at())
        .param("second", date.second())
        .param("now", Timestamp.from(now))
        .update();
  }

  void cancel(WorkshopId id, String reason, Instant now) {
    jdbc.sql(
            """
            update workshop set state = 'cancelled', cancelled = :reason, sequence = sequence + 1,
              changed_at = :now, version = version + 1
             where id = :id
            """)
        .param("id", id.value())
        .param("reason", reason)
        .param("now", Timestamp.from(now))
        .update();
  }

  void hold(WorkshopId id, Set<AccountId> attended, Instant now) {
    jdbc.sql(
            """
            update workshop set state = 'held', changed_at = :now, version = version + 1 where id = :id
            """)
        .param("id", id.value())
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql(
            "update workshop_participant set attended = account = any(:there) where workshop = :id")
        .param("id", id.value())
        .param("there", attended.stream().map(AccountId::value).toArray(UUID[]::new))
        .update();
  }

  void sealed(WorkshopId id, UUID document, int notes) {
    jdbc.sql("update workshop set document = :document, sealed_notes = :notes where id = :id")
        .param("id", id.value())
        .param("document", document)
        .param("notes", notes)
        .update();
  }

  /// Adds a decision; false when the id is taken.
  boolean decide(WorkshopId id, Decided decided, @Nullable AccountId person) {
    return jdbc.sql(
                """
                insert into workshop_decision (id, workshop, what, side, person, person_name, until, task,
                  decided_by, decided_at)
                values (:id, :workshop, :what, :side, :person, :personName, :until, :task, :by, :at)
                on conflict (id) do nothing
                """)
            .param("id", decided.id())
            .param("workshop", id.value())
            .param("what", decided.what())
            .param("side", decided.side().code())
            .param("person", person == null ? null : person.value())
            .param("personName", decided.person())
            .param("until", decided.until())
            .param("task", decided.task())
            .param("by", decided.by())
            .param("at", Timestamp.from(decided.at()))
            .update()
        == 1;
  }

  Optional<Workshop> find(WorkshopId id) {
    return jdbc.sql("select * from workshop where id = :id")
        .param("id", id.value())
        .query((row, _) -> workshop(row))
        .optional();
  }

  /// The workshop, kept from being changed by others until the transaction ends.
  Optional<Workshop> lock(WorkshopId id) {
    jdbc.sql("select id from workshop where id = :id for update")
        .param("id", id.value())
        .query(UUID.class)
        .optional();
    return find(id);
  }

  /// Those of an engagement, the newest first.
  List<Workshop> of(EngagementId engagement) {
    return jdbc.sql(
            "select * from workshop where engagement = :engagement order by created_at desc, id")
        .param("engagement", engagement.value())
        .query((row, _) -> workshop(row))
        .list();
  }

  Optional<OrganisationId> organisationOf(WorkshopId id) {
    return jdbc.sql("select organisation from workshop where id = :id")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .map(OrganisationId::new);
  }

  Workshop workshop(ResultSet row) throws SQLException {
    var id = new WorkshopId(row.getObject("id", UUID.class));
    var zone = ZoneId.of(row.getString("zone"));
    var useCase = row.getObject("use_case", UUID.class);
    return new Workshop(
        id,
        new EngagementId(row.getObject("engagement", UUID.class)),
        new OrganisationId(row.getObject("organisation", UUID.class)),
        useCase == null ? null : new UseCaseId(useCase),
        row.getString("title"),
        row.getString("purpose"),
        row.getString("place"),
        row.getString("link"),
        row.getInt("minutes"),
        json.readValue(row.getString("agenda"), ITEMS),
        time(row, zone),
        dates(id, zone),
        participants(id),
        decisions(id),
        Workshop.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("sequence"),
        row.getString("cancelled"),
        row.getObject("document", UUID.class),
        row.getInt("sealed_notes"),
        new AccountId(row.getObject("planner", UUID.class)),
        row.getTimestamp("changed_at").toInstant(),
        row.getInt("version"));
  }

  private static @Nullable WallTime time(ResultSet row, ZoneId zone) throws SQLException {
    var at = row.getObject("at", LocalDateTime.class);
    return at == null ? null : new WallTime(at, zone, row.getBoolean("second"));
  }

  private List<Proposed> dates(WorkshopId id, ZoneId zone) {
    var answers = new HashMap<Integer, Map<AccountId, Answer>>();
    jdbc.sql("select * from workshop_answer where workshop = :id")
        .param("id", id.value())
        .query((row, _) ->
            answers
                .computeIfAbsent(row.getInt("number"), _ -> new HashMap<>())
                .put(
                    new AccountId(row.getObject("account", UUID.class)),
                    Answer.of(row.getString("answer")).orElseThrow()))
        .list();
    return jdbc.sql("select * from workshop_date where workshop = :id order by number")
        .param("id", id.value())
        .query((row, _) -> {
          var number = row.getInt("number");
          var at = row.getObject("at", LocalDateTime.class);
          return new Proposed(
              number,
              new WallTime(at, zone, row.getBoolean("second")),
              answers.getOrDefault(number, Map.of()));
        })
        .list();
  }

  private List<Participant> participants(WorkshopId id) {
    return jdbc.sql("select * from workshop_participant where workshop = :id order by number, name")
        .param("id", id.value())
        .query((row, _) ->
            new Participant(
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                Workshop.Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                row.getString("partner"),
                row.getObject("attended", Boolean.class)))
        .list();
  }

  private List<Decided> decisions(WorkshopId id) {
    return jdbc.sql("select * from workshop_decision where workshop = :id order by decided_at, id")
        .param("id", id.value())
        .query((row, _) ->
            new Decided(
                row.getObject("id", UUID.class),
                row.getString("what"),
                Waiting.Who.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                row.getString("person_name"),
                row.getObject("until", LocalDate.class),
                row.getObject("task", UUID.class),
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant()))
        .list();
  }
}
