package lu.aifactory.platform.readiness;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.readiness.norms.Contribution;
import lu.aifactory.platform.readiness.norms.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who has answered a questionnaire to the end: for every company its newest finished assessment. Invented companies
/// are counted in demo mode only, and there alone.
@Component
class Respondents {

  /// One company with its newest assessment.
  record Respondent(UUID company, Place place, Assessment assessment) {

    /// The levels of all these items; empty when one of them has none.
    Optional<double[]> levels(List<String> items) {
      var levels = new double[items.size()];
      for (int i = 0; i < levels.length; i++) {
        if (!(assessment.answerTo(items.get(i)).map(Assessment.Recorded::answer).orElse(null)
            instanceof Answer.AtLevel(int level, _, _))) {
          return Optional.empty();
        }
        levels[i] = level;
      }
      return Optional.of(levels);
    }

    /// What it brings into the norms; nothing without a score.
    Optional<Contribution> contribution() {
      return assessment.result() instanceof Result.Scored scored
          ? Optional.of(new Contribution(company, assessment.id().value(), place, scored.index()))
          : Optional.empty();
    }
  }

  private record Row(UUID company, UUID assessment, String sector, String size) {}

  private final JdbcClient jdbc;
  private final Assessments assessments;
  private final Peers peers;

  Respondents(JdbcClient jdbc, Assessments assessments, Peers peers) {
    this.jdbc = jdbc;
    this.assessments = assessments;
    this.peers = peers;
  }

  /// @param since older assessments do not count
  List<Respondent> of(Questionnaire questionnaire, Instant since) {
    var rows =
        jdbc.sql(
                """
                select distinct on (organisation) organisation as company, id as assessment, sector, size
                  from readiness_assessment
                 where questionnaire = :questionnaire and questionnaire_version = :version
                   and invented = :invented and finished_at >= :since
                 order by organisation, finished_at desc, id
                """)
            .param("questionnaire", questionnaire.id())
            .param("version", questionnaire.version())
            .param("invented", peers.invented())
            .param("since", since.atOffset(ZoneOffset.UTC))
            .query((row, _) ->
                new Row(
                    row.getObject("company", UUID.class),
                    row.getObject("assessment", UUID.class),
                    row.getString("sector"),
                    row.getString("size")))
            .list();
    var respondents = new ArrayList<Respondent>();
    for (var row : rows) {
      assessments
          .find(new AssessmentId(row.assessment()))
          .map(found -> new Respondent(row.company(), peers.place(row.sector(), row.size()), found))
          .ifPresent(respondents::add);
    }
    return respondents;
  }

  /// As what the organisation of a finished assessment was compared.
  Optional<Place> placeOf(AssessmentId id) {
    return jdbc.sql(
            "select sector, size from readiness_assessment where id = :id and finished_at is not null")
        .param("id", id.value())
        .query((row, _) -> peers.place(row.getString("sector"), row.getString("size")))
        .optional();
  }
}
