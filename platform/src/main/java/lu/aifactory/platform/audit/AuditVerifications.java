package lu.aifactory.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.audit.Verification.Broken;
import lu.aifactory.platform.audit.Verification.Intact;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The checks that were asked for.
@Component
class AuditVerifications {

  // A running check writes every second or so; one that is silent for this long runs no more.
  private static final Duration SILENCE = Duration.ofMinutes(2);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final Clock clock;

  AuditVerifications(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Opens a new check unless one runs.
  boolean open(UUID id) {
    var now = now();
    jdbc.sql(
            """
            update audit_verification set finished = :now, failure = 'interrupted'
            where finished is null and seen < :silent
            """)
        .param("now", now)
        .param("silent", now.minus(SILENCE))
        .update();
    return jdbc.sql(
                """
                insert into audit_verification (id, asked, seen, total)
                values (:id, :now, :now, (select coalesce(max(place), 0) from audit_link))
                on conflict do nothing
                """)
            .param("id", id)
            .param("now", now)
            .update()
        == 1;
  }

  Optional<UUID> running() {
    return jdbc.sql("select id from audit_verification where finished is null")
        .query(UUID.class)
        .optional();
  }

  void progress(UUID id, long checked) {
    jdbc.sql("update audit_verification set checked = :checked, seen = :now where id = :id")
        .param("checked", checked)
        .param("now", now())
        .param("id", id)
        .update();
  }

  void finish(UUID id, Verification result) {
    var kind = result instanceof Intact ? "intact" : "broken";
    jdbc.sql(
            """
            update audit_verification set finished = :now, seen = :now, checked = :checked,
              result = jsonb_build_object('kind', :kind::text, 'value', :value::jsonb)
            where id = :id
            """)
        .param("now", now())
        .param("checked", result instanceof Intact intact ? intact.entries() : 0)
        .param("kind", kind)
        .param("value", JSON.writeValueAsString(result))
        .param("id", id)
        .update();
  }

  void fail(UUID id, String failure) {
    jdbc.sql("update audit_verification set finished = :now, failure = :failure where id = :id")
        .param("now", now())
        .param("failure", failure)
        .param("id", id)
        .update();
  }

  Optional<VerificationState> state(UUID id) {
    return jdbc.sql("select * from audit_verification where id = :id")
        .param("id", id)
        .query((row, _) -> state(row))
        .optional();
  }

  List<VerificationState> newest(int limit) {
    return jdbc.sql("select * from audit_verification order by asked desc limit :limit")
        .param("limit", limit)
        .query((row, _) -> state(row))
        .list();
  }

  Optional<Checkpoint> checkpoint() {
    return jdbc.sql(
            "select " + Checkpoints.COLUMNS + " from audit_checkpoint order by place desc limit 1")
        .query((row, _) -> Checkpoints.checkpoint(row))
        .optional();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private VerificationState state(ResultSet row) throws SQLException {
    var finished = row.getObject("finished", OffsetDateTime.class);
    return new VerificationState(
        row.getObject("id", UUID.class),
        Rows.instant(row, "asked"),
        finished == null ? null : finished.toInstant(),
        row.getLong("checked"),
        row.getLong("total"),
        result(row.getString("result")),
        row.getString("failure"));
  }

  private static @Nullable Verification result(@Nullable String json) {
    if (json == null) return null;
    var result = JSON.readTree(json);
    var type = result.path("kind").asString().equals("intact") ? Intact.class : Broken.class;
    return JSON.treeToValue(result.path("value"), type);
  }
}
