package lu.aifactory.platform.fit4ai;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.platform.fit4ai.Review.Finding;
import lu.aifactory.platform.fit4ai.Review.Quote;
import lu.aifactory.platform.fit4ai.Review.Stage;
import lu.aifactory.platform.fit4ai.Review.Verdict;
import lu.aifactory.platform.fit4ai.Review.View;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portfolio.IdeaId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reviews and their findings in SQL.
@Component
class ReviewRows {

  private static final TypeReference<TreeMap<String, String>> WORDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ReviewRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Begins a review; false when the id is taken or another one of the engagement is not over.
  boolean add(Fit4AiId id, EngagementId engagement, OrganisationId organisation, Instant now) {
    return jdbc.sql(
                """
                insert into fit4ai_review (id, engagement, organisation, stage, created_at, changed_at)
                values (:id, :engagement, :organisation, 'objectives', :now, :now)
                on conflict do nothing
                """)
            .param("id", id.value())
            .param("engagement", engagement.value())
            .param("organisation", organisation.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void state(Fit4AiId id, String objectives, Map<String, String> facts, Stage stage, Instant now) {
    change(id, "objectives = :objectives, facts = cast(:facts as jsonb), stage = :stage", now)
        .param("objectives", objectives)
        .param("facts", json.writeValueAsString(facts))
        .param("stage", stage.code())
        .update();
  }

  /// Another consultant makes another offer: what was said of the old one goes.
  void choose(Fit4AiId id, ConsultantId consultant, Instant now) {
    change(
            id,
            """
            consultant = :consultant, stage = 'quote', consultant_cost = null, other_cost = null, priced = null,
            days = null, day_rate = null, dated = null, starts_on = null, accepted = null, note = null,
            judged_by = null, judged_at = null
            """,
            now)
        .param("consultant", consultant.value())
        .update();
  }

  void quote(Fit4AiId id, Quote quote, Instant now) {
    change(
            id,
            """
            consultant_cost = :cost, other_cost = :other, priced = :priced, days = :days, day_rate = :rate,
            dated = :dated, starts_on = :starts, accepted = null, note = null, judged_by = null, judged_at = null
            """,
            now)
        .param("cost", quote.consultantCost())
        .param("other", quote.otherCost())
        .param("priced", quote.withTax() ? "with" : "without")
        .param("days", quote.days())
        .param("rate", quote.dayRate())
        .param("dated", quote.dated())
        .param("starts", quote.startsOn())
        .update();
  }

  void judge(Fit4AiId id, boolean accepted, String note, Person by, Instant now) {
    change(
            id,
            """
            accepted = :accepted, note = :note, judged_by = :by, judged_at = :now,
            stage = case when :accepted then 'analysis' else 'quote' end
            """,
            now)
        .param("accepted", accepted)
        .param("note", note)
        .param("by", by.name())
        .update();
  }

  void find(Fit4AiId id, Finding finding, Instant now) {
    var views = new TreeMap<String, String>();
    finding.views().forEach((view, text) -> views.put(view.code(), text));
    jdbc.sql(
            """
            insert into fit4ai_finding (review, idea, views, recommendation, reason, found_by, found_at)
            values (:id, :idea, cast(:views as jsonb), :recommendation, :reason, :by, :now)
            on conflict (review, idea) do update set views = cast(:views as jsonb),
              recommendation = :recommendation, reason = :reason, found_by = :by, found_at = :now
            """)
        .param("id", id.value())
        .param("idea", finding.idea().value())
        .param("views", json.writeValueAsString(views))
        .param("recommendation", finding.recommendation().name())
        .param("reason", finding.reason())
        .param("by", finding.by())
        .param("now", Timestamp.from(now))
        .update();
    change(id, "stage = stage", now).update();
  }

  void handOver(Fit4AiId id, UUID report, Instant now) {
    change(id, "stage = 'handed-over', report = :report", now).param("report", report).update();
  }

  private JdbcClient.StatementSpec change(Fit4AiId id, String what, Instant now) {
    return jdbc.sql(
            "update fit4ai_review set "
                + what
                + ", changed_at = :now, version = version + 1 where id = :id")
        .param("id", id.value())
        .param("now", Timestamp.from(now));
  }

  Optional<Review> find(Fit4AiId id) {
    return jdbc.sql("select * from fit4ai_review where id = :id")
        .param("id", id.value())
        .query((row, _) -> review(row))
        .optional();
  }

  /// The review, kept from being changed by others until the transaction ends.
  Optional<Review> lock(Fit4AiId id) {
    return jdbc.sql("select * from fit4ai_review where id = :id for update")
        .param("id", id.value())
        .query((row, _) -> review(row))
        .optional();
  }

  /// Those of an engagement, the newest first.
  List<Review> of(EngagementId engagement) {
    return jdbc.sql(
            "select * from fit4ai_review where engagement = :engagement order by created_at desc, id")
        .param("engagement", engagement.value())
        .query((row, _) -> review(row))
        .list();
  }

  Optional<OrganisationId> organisationOf(Fit4AiId id) {
    return jdbc.sql("select organisation from fit4ai_review where id = :id")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .map(OrganisationId::new);
  }

  private Review review(ResultSet row) throws SQLException {
    var id = new Fit4AiId(row.getObject("id", UUID.class));
    var consultant = row.getObject("consultant", UUID.class);
    return new Review(
        id,
        new EngagementId(row.getObject("engagement", UUID.class)),
        new OrganisationId(row.getObject("organisation", UUID.class)),
        Stage.of(row.getString("stage")),
        row.getString("objectives"),
        json.readValue(row.getString("facts"), WORDS),
        consultant == null ? null : new ConsultantId(consultant),
        quote(row),
        verdict(row),
        findings(id),
        row.getObject("report", UUID.class),
        row.getTimestamp("changed_at").toInstant(),
        row.getInt("version"));
  }

  private static @Nullable Quote quote(ResultSet row) throws SQLException {
    var cost = row.getBigDecimal("consultant_cost");
    return cost == null
        ? null
        : new Quote(
            cost,
            row.getBigDecimal("other_cost"),
            row.getString("priced").equals("with"),
            row.getBigDecimal("days"),
            row.getBigDecimal("day_rate"),
            row.getObject("dated", LocalDate.class),
            row.getObject("starts_on", LocalDate.class));
  }

  private static @Nullable Verdict verdict(ResultSet row) throws SQLException {
    var at = row.getTimestamp("judged_at");
    return at == null
        ? null
        : new Verdict(
            row.getBoolean("accepted"),
            row.getString("note"),
            row.getString("judged_by"),
            at.toInstant());
  }

  private List<Finding> findings(Fit4AiId id) {
    return jdbc.sql("select * from fit4ai_finding where review = :id order by found_at, idea")
        .param("id", id.value())
        .query((row, _) -> {
          var views = new EnumMap<View, String>(View.class);
          json.readValue(row.getString("views"), WORDS)
              .forEach(
                  (view, text) -> views.put(View.valueOf(view.toUpperCase(Locale.ROOT)), text));
          return new Finding(
              new IdeaId(row.getObject("idea", UUID.class)),
              views,
              Decision.valueOf(row.getString("recommendation")),
              row.getString("reason"),
              row.getString("found_by"),
              row.getTimestamp("found_at").toInstant());
        })
        .list();
  }
}
