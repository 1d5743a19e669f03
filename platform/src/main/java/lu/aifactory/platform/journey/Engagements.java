package lu.aifactory.platform.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.TenantOf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Engagements. Names of organisations and people are joined in, so that a list can be searched and ordered by them.
@Component
class Engagements implements TenantOf<EngagementId> {

  static final String SELECT =
      """
      select e.*, o.name as organisation_name, a.name as advisor_name, s.account as substitute, sa.name as substitute_name
        from engagement e join organisation o on o.id = e.organisation left join account a on a.id = e.advisor
        left join engagement_substitute s on s.engagement = e.id and s.until is null
        left join account sa on sa.id = s.account
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Engagements(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public Class<EngagementId> type() {
    return EngagementId.class;
  }

  @Override
  public Optional<OrganisationId> organisationOf(EngagementId engagement) {
    return jdbc.sql("select organisation from engagement where id = :id")
        .param("id", engagement.value())
        .query((row, number) -> new OrganisationId(row.getObject("organisation", UUID.class)))
        .optional();
  }

  Optional<Engagement> find(EngagementId id) {
    return jdbc.sql(SELECT + " where e.id = :id")
        .param("id", id.value())
        .query(Engagements::engagement)
        .optional();
  }

  List<Engagement> of(OrganisationId organisation) {
    return jdbc.sql(
            SELECT + " where e.organisation = :organisation order by e.opened_at desc, e.id")
        .param("organisation", organisation.value())
        .query(Engagements::engagement)
        .list();
  }

  /// Opens one; what the organisation said first is kept with it.
  void add(
      Intake intake,
      OrganisationId organisation,
      AdvisorChoice choice,
      Waiting waiting,
      Instant promised,
      Instant now) {
    jdbc.sql(
            """
            insert into engagement (id, organisation, title, language, sector, answers, stage, advisor, choice,
                                    waiting_who, waiting_until, waiting_since, promised_at,
                                    opened_at, changed_at, version)
            values (:id, :organisation, :title, :language, :sector, :answers::jsonb, :stage, :advisor, :choice::jsonb,
                    :who, :until, :now, :promised, :now, :now, 1)
            """)
        .param("id", intake.engagement().value())
        .param("organisation", organisation.value())
        .param("title", intake.title())
        .param("language", intake.answers().first("language"))
        .param("sector", intake.answers().first("sector"))
        .param("answers", json.writeValueAsString(intake.answers()))
        .param("stage", Stage.DISCOVER.code())
        .param("advisor", choice.advisor())
        .param("choice", json.writeValueAsString(choice))
        .param("who", waiting.who().code())
        .param("until", waiting.until())
        .param("promised", Timestamp.from(promised))
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Whose first contact it was.
  AccountId openedBy(EngagementId id) {
    return jdbc.sql(
            """
            select actor from engagement_entry where engagement = :id and actor is not null
             order by number limit 1
            """)
        .param("id", id.value())
        .query((row, number) -> new AccountId(row.getObject("actor", UUID.class)))
        .single();
  }

  Answers answers(EngagementId id) {
    return json.readValue(column(id, "answers"), Answers.class);
  }

  AdvisorChoice choice(EngagementId id) {
    return json.readValue(column(id, "choice"), AdvisorChoice.class);
  }

  private String column(EngagementId id, String column) {
    return jdbc.sql("select " + column + " from engagement where id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  /// False when somebody else has changed it since.
  boolean move(EngagementId id, Stage stage, Instant now, int version) {
    return jdbc.sql(
                """
                update engagement set stage = :stage, changed_at = :now, version = version + 1
                 where id = :id and version = :version
                """)
            .param("stage", stage.code())
            .param("now", Timestamp.from(now))
            .param("id", id.value())
            .param("version", version)
            .update()
        == 1;
  }

  /// False when somebody else has changed it since.
  boolean advise(EngagementId id, AdvisorChoice choice, Instant now, int version) {
    return jdbc.sql(
                """
                update engagement set advisor = :advisor, choice = :choice::jsonb, changed_at = :now,
                                      version = version + 1
                 where id = :id and version = :version
                """)
            .param("advisor", choice.advisor())
            .param("choice", json.writeValueAsString(choice))
            .param("now", Timestamp.from(now))
            .param("id", id.value())
            .param("version", version)
            .update()
        == 1;
  }

  /// Lets nobody else change the engagement until the end of the transaction. They may still add what belongs to it:
  /// a stronger lock would stand across the one that their foreign key holds already.
  void hold(EngagementId id) {
    jdbc.sql("select id from engagement where id = :id for no key update")
        .param("id", id.value())
        .query(UUID.class)
        .optional();
  }

  /// Something happened: who is waited for now, and the stage if it was reached. That is no change of what somebody
  /// edits, so the version stays.
  void note(EngagementId id, @Nullable Waiting waiting, Stage stage, Instant now) {
    jdbc.sql(
            """
            update engagement
               set waiting_since = case when :who::text is null then null
                                        when waiting_who is distinct from :who then :now::timestamptz else waiting_since end,
                   waiting_who = :who, waiting_until = :until, stage = :stage, changed_at = :now
             where id = :id
            """)
        .param("who", waiting == null ? null : waiting.who().code())
        .param("until", waiting == null ? null : waiting.until())
        .param("stage", stage.code())
        .param("now", Timestamp.from(now))
        .param("id", id.value())
        .update();
  }

  /// Something was said about it.
  void touch(EngagementId id, Instant now) {
    jdbc.sql("update engagement set changed_at = :now where id = :id")
        .param("now", Timestamp.from(now))
        .param("id", id.value())
        .update();
  }

  /// The first contact took place; the first time counts.
  void contacted(EngagementId id, Instant now) {
    jdbc.sql("update engagement set contacted_at = :now where id = :id and contacted_at is null")
        .param("now", Timestamp.from(now))
        .param("id", id.value())
        .update();
  }

  /// Nobody has to keep the promise of a first contact any more.
  void waive(EngagementId id) {
    jdbc.sql("update engagement set promised_at = null where id = :id and contacted_at is null")
        .param("id", id.value())
        .update();
  }

  /// False when somebody else has changed it since.
  boolean close(EngagementId id, @Nullable Closing how, Instant now, int version) {
    return jdbc.sql(
                """
                update engagement
                   set closed_at = case when :how::text is null then null else :now::timestamptz end, outcome = :how,
                       changed_at = :now, version = version + 1
                 where id = :id and version = :version
                """)
            .param("how", how == null ? null : how.code())
            .param("now", Timestamp.from(now))
            .param("id", id.value())
            .param("version", version)
            .update()
        == 1;
  }

  static Engagement engagement(ResultSet row, int number) throws SQLException {
    var advisor = row.getObject("advisor", UUID.class);
    return new Engagement(
        new EngagementId(row.getObject("id", UUID.class)),
        new OrganisationId(row.getObject("organisation", UUID.class)),
        row.getString("organisation_name"),
        row.getString("title"),
        row.getString("sector"),
        row.getString("language"),
        stage(row.getString("stage")),
        advisor == null ? null : new AccountId(advisor),
        row.getString("advisor_name"),
        substitute(row),
        TimelineLines.waiting(row),
        new Engagement.Promised(instant(row, "promised_at"), instant(row, "contacted_at")),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("changed_at").toInstant(),
        closed(row),
        row.getInt("version"));
  }

  private static Engagement.@Nullable Substitute substitute(ResultSet row) throws SQLException {
    var account = row.getObject("substitute", UUID.class);
    return account == null
        ? null
        : new Engagement.Substitute(new AccountId(account), row.getString("substitute_name"));
  }

  private static Engagement.@Nullable Closed closed(ResultSet row) throws SQLException {
    var at = instant(row, "closed_at");
    return at == null
        ? null
        : new Engagement.Closed(at, Closing.of(row.getString("outcome")).orElseThrow());
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  static Stage stage(String code) {
    return Stage.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
