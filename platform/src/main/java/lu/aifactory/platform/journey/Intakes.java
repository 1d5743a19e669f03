package lu.aifactory.platform.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// First contacts, found by the digest of their link.
@Component
class Intakes {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Intakes(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  IntakeId add(Questions questions, Answers answers, Secret link, Instant now) {
    var id = new IntakeId(UUID.randomUUID());
    jdbc.sql(
            """
            insert into intake (id, link_digest, questions, answers, account, organisation, engagement,
                                created_at, changed_at)
            values (:id, :digest, :questions, :answers::jsonb, :account, :organisation, :engagement, :now, :now)
            """)
        .param("id", id.value())
        .param("digest", link.digest())
        .param("questions", questions.name())
        .param("answers", json.writeValueAsString(answers))
        .param("account", UUID.randomUUID())
        .param("organisation", UUID.randomUUID())
        .param("engagement", UUID.randomUUID())
        .param("now", Timestamp.from(now))
        .update();
    return id;
  }

  Optional<Intake> find(Secret link) {
    return jdbc.sql("select * from intake where link_digest = :digest")
        .param("digest", link.digest())
        .query(this::intake)
        .optional();
  }

  /// The same, held until the transaction ends, so that two who send at once do it one after the other.
  Optional<Intake> held(Secret link) {
    return jdbc.sql("select * from intake where link_digest = :digest for update")
        .param("digest", link.digest())
        .query(this::intake)
        .optional();
  }

  void change(IntakeId id, Answers answers, Instant now) {
    jdbc.sql("update intake set answers = :answers::jsonb, changed_at = :now where id = :id")
        .param("id", id.value())
        .param("answers", json.writeValueAsString(answers))
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Empties it: what was said lives in the engagement from now on. The ids stay, so that sending it again finds what
  /// was made.
  void complete(Intake intake, Instant now) {
    jdbc.sql(
            """
            update intake set answers = '{}', completed_at = :now where id = :id
            """)
        .param("id", intake.id().value())
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Drops what nobody has touched since; answers how many.
  int dropAbandoned(Instant untouchedSince) {
    return jdbc.sql("delete from intake where completed_at is null and changed_at < :since")
        .param("since", Timestamp.from(untouchedSince))
        .update();
  }

  private Intake intake(ResultSet row, int number) throws SQLException {
    var completed = row.getTimestamp("completed_at");
    return new Intake(
        new IntakeId(row.getObject("id", UUID.class)),
        Questions.read(row.getString("questions")),
        json.readValue(row.getString("answers"), Answers.class),
        new AccountId(row.getObject("account", UUID.class)),
        new OrganisationId(row.getObject("organisation", UUID.class)),
        new EngagementId(row.getObject("engagement", UUID.class)),
        row.getTimestamp("changed_at").toInstant(),
        completed == null ? null : completed.toInstant());
  }
}
