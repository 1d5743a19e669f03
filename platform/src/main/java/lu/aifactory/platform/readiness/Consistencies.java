package lu.aifactory.platform.readiness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The figures of every dimension of every questionnaire, old ones too.
@Component
class Consistencies {

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.shared();

  Consistencies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Questionnaire questionnaire, boolean invented, Consistency consistency) {
    jdbc.sql(
            """
            insert into readiness_consistency (questionnaire, questionnaire_version, dimension,
              invented, worked_out_at, assessments, figures)
            values (:questionnaire, :version, :dimension, :invented, :at, :assessments, :figures::jsonb)
            """)
        .param("questionnaire", questionnaire.id())
        .param("version", questionnaire.version())
        .param("dimension", consistency.dimension())
        .param("invented", invented)
        .param("at", consistency.workedOutAt().atOffset(ZoneOffset.UTC))
        .param("assessments", consistency.assessments().toArray(UUID[]::new))
        .param("figures", json.writeValueAsString(consistency.figures()))
        .update();
  }

  /// The newest figures of each dimension on a day.
  List<Consistency> on(Instant day, Questionnaire questionnaire, boolean invented) {
    return jdbc.sql(
            """
            select distinct on (dimension) * from readiness_consistency
             where questionnaire = :questionnaire and questionnaire_version = :version
               and invented = :invented and worked_out_at <= :day
             order by dimension, worked_out_at desc
            """)
        .param("questionnaire", questionnaire.id())
        .param("version", questionnaire.version())
        .param("invented", invented)
        .param("day", day.atOffset(ZoneOffset.UTC))
        .query((row, _) -> read(row))
        .list();
  }

  void count(Questionnaire questionnaire, String dimension, boolean invented, int companies) {
    jdbc.sql(
            """
            insert into readiness_consistency_progress (questionnaire, questionnaire_version, dimension, invented,
              companies)
            values (:questionnaire, :version, :dimension, :invented, :companies)
            on conflict (questionnaire, questionnaire_version, dimension, invented)
              do update set companies = excluded.companies
            """)
        .param("questionnaire", questionnaire.id())
        .param("version", questionnaire.version())
        .param("dimension", dimension)
        .param("invented", invented)
        .param("companies", companies)
        .update();
  }

  /// How many companies had answered every question of a dimension when that was last counted.
  Map<String, Integer> counted(Questionnaire questionnaire, boolean invented) {
    var counted = new HashMap<String, Integer>();
    jdbc.sql(
            """
            select dimension, companies from readiness_consistency_progress
             where questionnaire = :questionnaire and questionnaire_version = :version and invented = :invented
            """)
        .param("questionnaire", questionnaire.id())
        .param("version", questionnaire.version())
        .param("invented", invented)
        .query(row -> {
          counted.put(row.getString("dimension"), row.getInt("companies"));
        });
    return counted;
  }

  private Consistency read(ResultSet row) throws SQLException {
    return new Consistency(
        row.getString("dimension"),
        row.getObject("worked_out_at", OffsetDateTime.class).toInstant(),
        Set.of((UUID[]) row.getArray("assessments").getArray()),
        json.readValue(row.getString("figures"), ReliabilityFigures.class));
  }
}
