package lu.aifactory.platform.readiness.dmat;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.readiness.dmat.Scores.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The scores of every engagement.
@Component
class ScoresBook {

  private final JdbcClient jdbc;

  ScoresBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// From T0 on.
  List<Scores> of(EngagementId engagement) {
    return jdbc.sql("select * from readiness_dmat where engagement = :engagement order by moment")
        .param("engagement", engagement.value())
        .query((row, _) -> read(row))
        .list();
  }

  /// False when there is something of this moment already.
  boolean add(EngagementId engagement, Scores scores, Person by, Instant now) {
    return jdbc.sql(
                """
                insert into readiness_dmat (engagement, moment, variant, framework, assessed_on, dimensions,
                  overall, questions, brought_by, brought_at)
                values (:engagement, :moment, :variant, :framework, :on, :dimensions, :overall, :questions,
                  :by, :now)
                on conflict do nothing
                """)
            .param("engagement", engagement.value())
            .param("moment", scores.moment().name())
            .param("variant", scores.variant().code())
            .param("framework", scores.version())
            .param("on", scores.on())
            .param("dimensions", scores.dimensions().toArray(BigDecimal[]::new))
            .param("overall", scores.overall())
            .param("questions", scores.questions().toArray(BigDecimal[]::new))
            .param("by", by.id().value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean remove(EngagementId engagement, Moment moment) {
    return jdbc.sql(
                "delete from readiness_dmat where engagement = :engagement and moment = :moment")
            .param("engagement", engagement.value())
            .param("moment", moment.name())
            .update()
        == 1;
  }

  private static Scores read(ResultSet row) throws SQLException {
    return new Scores(
        Moment.valueOf(row.getString("moment")),
        Variant.of(row.getString("variant")).orElseThrow(),
        row.getString("framework"),
        row.getObject("assessed_on", LocalDate.class),
        List.of((BigDecimal[]) row.getArray("dimensions").getArray()),
        row.getBigDecimal("overall"),
        List.of((BigDecimal[]) row.getArray("questions").getArray()));
  }
}
