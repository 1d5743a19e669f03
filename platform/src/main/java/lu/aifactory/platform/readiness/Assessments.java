package lu.aifactory.platform.readiness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.documents.DocumentId;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.readiness.Assessment.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class Assessments {

  private final JdbcClient jdbc;
  private final Questionnaires questionnaires;

  Assessments(JdbcClient jdbc, Questionnaires questionnaires) {
    this.jdbc = jdbc;
    this.questionnaires = questionnaires;
  }

  /// False when the engagement has an open one already.
  boolean insert(
      AssessmentId id,
      EngagementId engagement,
      Questionnaire questionnaire,
      Collection<String> triggers,
      Person by,
      Instant now) {
    return jdbc.sql(
                """
                insert into readiness_assessment (id, engagement, questionnaire,
                  questionnaire_version, triggers, started_at, started_by, version)
                values (:id, :engagement, :questionnaire, :questions, :triggers, :now, :by, 1)
                on conflict do nothing
                """)
            .param("id", id.value())
            .param("engagement", engagement.value())
            .param("questionnaire", questionnaire.id())
            .param("questions", questionnaire.version())
            .param("triggers", triggers.toArray(String[]::new))
            .param("now", Timestamp.from(now))
            .param("by", by.id().value())
            .update()
        == 1;
  }

  Optional<Assessment> find(AssessmentId id) {
    return select("where id = :id", Map.of("id", id.value())).stream().findFirst();
  }

  /// The assessment, kept from being answered or finished by others until the transaction ends.
  Optional<Assessment> lock(AssessmentId id) {
    return select("where id = :id for update", Map.of("id", id.value())).stream().findFirst();
  }

  /// Newest first.
  List<Assessment> of(EngagementId engagement) {
    return select(
        "where engagement = :engagement order by started_at desc, id",
        Map.of("engagement", engagement.value()));
  }

  Optional<EngagementId> engagementOf(AssessmentId id) {
    return jdbc.sql("select engagement from readiness_assessment where id = :id")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .map(EngagementId::new);
  }

  void changeTriggers(AssessmentId id, Collection<String> triggers) {
    jdbc.sql(
            """
            update readiness_assessment set triggers = :triggers, version = version + 1
             where id = :id
            """)
        .param("triggers", triggers.toArray(String[]::new))
        .param("id", id.value())
        .update();
  }

  void finish(AssessmentId id, Peers.Standpoint standpoint, Person by, Instant now) {
    jdbc.sql(
            """
            update readiness_assessment
               set finished_at = :now, finished_by = :by, version = version + 1,
                   organisation = :organisation, sector = :sector, size = :size, invented = :invented
             where id = :id
            """)
        .param("organisation", standpoint.organisation().value())
        .param("sector", standpoint.place().sector())
        .param("size", standpoint.place().size())
        .param("invented", standpoint.invented())
        .param("now", Timestamp.from(now))
        .param("by", by.id().value())
        .param("id", id.value())
        .update();
  }

  void save(
      AssessmentId id,
      String item,
      Answer answer,
      @Nullable DocumentId document,
      Person by,
      Instant now) {
    var row = Row.of(answer);
    jdbc.sql(
            """
            insert into readiness_answer (assessment, item, kind, level, evidence, note, reason,
              document, version, answered_by, answered_by_name, answered_at)
            values (:id, :item, :kind, :level, :evidence, :note, :reason, :document, 1, :by, :name, :now)
            on conflict (assessment, item) do update
               set kind = excluded.kind, level = excluded.level, evidence = excluded.evidence,
                   note = excluded.note, reason = excluded.reason, document = excluded.document,
                   version = readiness_answer.version + 1, answered_by = excluded.answered_by,
                   answered_by_name = excluded.answered_by_name,
                   answered_at = excluded.answered_at
            """)
        .param("id", id.value())
        .param("item", item)
        .param("kind", row.kind())
        .param("level", row.level().orElse(null))
        .param("evidence", row.evidence().map(Evidence::key).orElse(null))
        .param("note", row.note())
        .param("reason", row.reason())
        .param("document", document == null ? null : document.value(), Types.OTHER)
        .param("by", by.id().value())
        .param("name", by.name())
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Gives an assessment the answers of another one to the items that it asks as well; who gave them, and when, stays.
  void carryOver(AssessmentId from, AssessmentId to, Questionnaire questionnaire) {
    var items = questionnaire.items().stream().map(Questionnaire.Item::id).toArray(String[]::new);
    jdbc.sql(
            """
            insert into readiness_answer (assessment, item, kind, level, evidence, note, reason,
              document, version, answered_by, answered_by_name, answered_at)
            select :to, item, kind, level, evidence, note, reason, document, 1, answered_by, answered_by_name, answered_at
              from readiness_answer where assessment = :from and item = any(:items)
            """)
        .param("from", from.value())
        .param("to", to.value())
        .param("items", items)
        .update();
  }

  private List<Assessment> select(String condition, Map<String, UUID> parameters) {
    return jdbc.sql("select * from readiness_assessment " + condition)
        .params(parameters)
        .query((row, number) -> {
          var id = new AssessmentId(row.getObject("id", UUID.class));
          var finished = row.getTimestamp("finished_at");
          return new Assessment(
              id,
              new EngagementId(row.getObject("engagement", UUID.class)),
              questionnaires.exactly(
                  row.getString("questionnaire"), row.getInt("questionnaire_version")),
              Set.of((String[]) row.getArray("triggers").getArray()),
              answers(id),
              row.getTimestamp("started_at").toInstant(),
              finished == null ? null : finished.toInstant(),
              row.getInt("version"));
        })
        .list();
  }

  private Map<String, Recorded> answers(AssessmentId id) {
    var answers = new HashMap<String, Recorded>();
    jdbc.sql("select * from readiness_answer where assessment = :id")
        .param("id", id.value())
        .query(row -> {
          answers.put(
              row.getString("item"),
              new Recorded(
                  answer(row),
                  Optional.ofNullable(row.getObject("document", UUID.class))
                      .map(DocumentId::new)
                      .orElse(null),
                  row.getInt("version"),
                  row.getString("answered_by_name"),
                  row.getTimestamp("answered_at").toInstant()));
        });
    return answers;
  }

  private static Answer answer(ResultSet row) throws SQLException {
    return switch (row.getString("kind")) {
      case Given.LEVEL ->
          new Answer.AtLevel(
              row.getInt("level"), Evidence.of(row.getString("evidence")), row.getString("note"));
      case Given.NOT_APPLICABLE -> new Answer.NotApplicable(row.getString("reason"));
      default -> new Answer.DontKnow();
    };
  }

  private record Row(
      String kind,
      Optional<Integer> level,
      Optional<Evidence> evidence,
      String note,
      String reason) {

    static Row of(Answer answer) {
      return switch (answer) {
        case Answer.AtLevel(int level, var evidence, var note) ->
            new Row(Given.LEVEL, Optional.of(level), Optional.of(evidence), note, "");
        case Answer.DontKnow() ->
            new Row(Given.DONT_KNOW, Optional.empty(), Optional.empty(), "", "");
        case Answer.NotApplicable(var reason) ->
            new Row(Given.NOT_APPLICABLE, Optional.empty(), Optional.empty(), "", reason);
      };
    }
  }
}
