package lu.aifactory.platform.rulebook;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.engines.rules.Decision;
import lu.aifactory.engines.rules.Decision.FiredRow;
import lu.aifactory.engines.rules.Decision.NoRule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Kept decisions in the database.
@Component
class Decisions {

  private static final String SELECT =
      """
      select id, subject, rule_table, table_version, decided_on, no_rule, inputs::text as inputs,
        rows_fired::text as rows_fired, at
      from rulebook_decision
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.shared();

  Decisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(DecisionId id, String subject, Decision decision, Instant at) {
    var noRule = decision instanceof NoRule none ? none.why().name() : null;
    jdbc.sql(
            """
            insert into rulebook_decision (
              id, subject, rule_table, table_version, decided_on, no_rule, inputs, rows_fired, at)
            values (
              :id, :subject, :table, :version, :on, :noRule, cast(:inputs as jsonb), cast(:rows as jsonb), :at)
            """)
        .param("id", id.value())
        .param("subject", subject)
        .param("table", decision.table())
        .param("version", versionOf(decision))
        .param("on", decision.on())
        .param("noRule", noRule)
        .param("inputs", json.writeValueAsString(decision.inputs()))
        .param("rows", json.writeValueAsString(decision.rows()))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static @Nullable String versionOf(Decision decision) {
    return switch (decision) {
      case Decision.Decided decided -> decided.version();
      case NoRule none -> none.version();
    };
  }

  Optional<KeptDecision> find(DecisionId id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id.value())
        .query((row, _) -> read(row))
        .optional();
  }

  List<KeptDecision> about(String subject) {
    return jdbc.sql(SELECT + "where subject = :subject order by at desc, id")
        .param("subject", subject)
        .query((row, _) -> read(row))
        .list();
  }

  private KeptDecision read(ResultSet row) throws SQLException {
    var table = row.getString("rule_table");
    var version = row.getString("table_version");
    var on = row.getObject("decided_on", LocalDate.class);
    var inputs = values(json.readTree(row.getString("inputs")));
    var rows = new ArrayList<FiredRow>();
    for (var fired : json.readTree(row.getString("rows_fired"))) rows.add(fired(fired));
    var noRule = row.getString("no_rule");
    var decision =
        noRule == null
            ? new Decision.Decided(table, version, on, inputs, List.copyOf(rows))
            : new NoRule(table, version, on, inputs, NoRule.Why.valueOf(noRule), List.copyOf(rows));
    return new KeptDecision(
        new DecisionId(row.getObject("id", UUID.class)),
        row.getString("subject"),
        decision,
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static FiredRow fired(JsonNode json) {
    var notes = new LinkedHashMap<String, String>();
    for (var note : json.get("notes").properties()) {
      notes.put(note.getKey(), note.getValue().stringValue());
    }
    return new FiredRow(
        json.get("line").intValue(),
        json.get("condition").stringValue(),
        values(json.get("outputs")),
        Collections.unmodifiableMap(notes));
  }

  private static Map<String, @Nullable Object> values(JsonNode json) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (var field : json.properties()) values.put(field.getKey(), value(field.getValue()));
    return Collections.unmodifiableMap(values);
  }

  // Numbers come back without trailing zeros and exponents, however the database wrote them.
  private static @Nullable Object value(JsonNode json) {
    if (json.isNull()) return null;
    if (json.isBoolean()) return json.booleanValue();
    return json.isNumber() ? new BigDecimal(json.asString()) : json.stringValue();
  }
}
