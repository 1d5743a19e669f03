package lu.aifactory.platform.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.engines.portfolio.Decision;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.usecase.UseCaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Ideas and weights in SQL.
@Component
class Ideas {

  private static final TypeReference<Map<String, Integer>> NUMBERS = new TypeReference<>() {};

  /// The weights of an engagement, as they were set there.
  record Weights(Map<String, Integer> percent, int version) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Ideas(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Adds an idea; false when the id is taken.
  boolean add(EngagementId engagement, IdeaId id, NewIdea idea, Person by, Instant now) {
    return jdbc.sql(
                """
                insert into portfolio_idea (id, engagement, title, description, pattern, scores, vetoes,
                  created_at, created_by, changed_at, version)
                values (:id, :engagement, :title, :description, :pattern, '{}', '{}', :now, :by, :now, 1)
                on conflict (id) do nothing
                """)
            .param("id", id.value())
            .param("engagement", engagement.value())
            .param("title", idea.title())
            .param("description", idea.description())
            .param("pattern", idea.pattern())
            .param("by", by.id().value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void describe(IdeaId id, NewIdea idea, Instant now) {
    change(id, now, "title = :title, description = :description")
        .param("title", idea.title())
        .param("description", idea.description())
        .update();
  }

  void judge(IdeaId id, Map<String, Integer> scores, Set<String> vetoes, Instant now) {
    change(id, now, "scores = cast(:scores as jsonb), vetoes = :vetoes")
        .param("scores", json.writeValueAsString(scores))
        .param("vetoes", vetoes.stream().sorted().toArray(String[]::new))
        .update();
  }

  void decide(IdeaId id, Decision what, String reason, Person by, Instant now) {
    change(
            id,
            now,
            "decision = :decision, reason = :reason, decided_by = :by, decided_by_name = :name, decided_at = :now")
        .param("decision", what.name())
        .param("reason", reason)
        .param("by", by.id().value())
        .param("name", by.name())
        .update();
  }

  void becomes(IdeaId id, UseCaseId useCase, Instant now) {
    change(id, now, "use_case = :useCase").param("useCase", useCase.value()).update();
  }

  private JdbcClient.StatementSpec change(IdeaId id, Instant now, String what) {
    return jdbc.sql(
            "update portfolio_idea set "
                + what
                + ", changed_at = :now, version = version + 1 where id = :id")
        .param("id", id.value())
        .param("now", Timestamp.from(now));
  }

  Optional<Idea> find(IdeaId id) {
    return jdbc.sql("select * from portfolio_idea where id = :id")
        .param("id", id.value())
        .query((row, _) -> idea(row))
        .optional();
  }

  /// The idea, kept from being changed by others until the transaction ends.
  Optional<Idea> lock(IdeaId id) {
    return jdbc.sql("select * from portfolio_idea where id = :id for update")
        .param("id", id.value())
        .query((row, _) -> idea(row))
        .optional();
  }

  /// Oldest first.
  List<Idea> of(EngagementId engagement) {
    return jdbc.sql(
            "select * from portfolio_idea where engagement = :engagement order by created_at, id")
        .param("engagement", engagement.value())
        .query((row, _) -> idea(row))
        .list();
  }

  Optional<EngagementId> engagementOf(IdeaId id) {
    return jdbc.sql("select engagement from portfolio_idea where id = :id")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .map(EngagementId::new);
  }

  Optional<Weights> weights(EngagementId engagement) {
    return jdbc.sql("select * from portfolio_weights where engagement = :engagement")
        .param("engagement", engagement.value())
        .query((row, _) -> new Weights(numbers(row, "weights"), row.getInt("version")))
        .optional();
  }

  /// Sets weights over the version that was seen, 0 for none; false when there is another one by now.
  boolean weigh(EngagementId engagement, Map<String, Integer> percent, int seen) {
    return jdbc.sql(
                    """
                    insert into portfolio_weights (engagement, weights, version)
                    select :engagement, cast(:weights as jsonb), 1 where :seen = 0
                    on conflict (engagement) do nothing
                    """)
                .param("engagement", engagement.value())
                .param("weights", json.writeValueAsString(percent))
                .param("seen", seen)
                .update()
            + jdbc.sql(
                    """
                    update portfolio_weights set weights = cast(:weights as jsonb), version = version + 1
                     where engagement = :engagement and version = :seen
                    """)
                .param("engagement", engagement.value())
                .param("weights", json.writeValueAsString(percent))
                .param("seen", seen)
                .update()
        == 1;
  }

  private Idea idea(ResultSet row) throws SQLException {
    var useCase = row.getObject("use_case", UUID.class);
    return new Idea(
        new IdeaId(row.getObject("id", UUID.class)),
        new EngagementId(row.getObject("engagement", UUID.class)),
        row.getString("title"),
        row.getString("description"),
        row.getString("pattern"),
        numbers(row, "scores"),
        Set.of((String[]) row.getArray("vetoes").getArray()),
        decided(row),
        useCase == null ? null : new UseCaseId(useCase),
        row.getTimestamp("changed_at").toInstant(),
        row.getInt("version"));
  }

  private static Idea.@Nullable Decided decided(ResultSet row) throws SQLException {
    var what = row.getString("decision");
    return what == null
        ? null
        : new Idea.Decided(
            Decision.valueOf(what),
            row.getString("reason"),
            row.getString("decided_by_name"),
            row.getTimestamp("decided_at").toInstant());
  }

  private Map<String, Integer> numbers(ResultSet row, String column) throws SQLException {
    return new HashMap<>(json.readValue(row.getString(column), NUMBERS));
  }
}
