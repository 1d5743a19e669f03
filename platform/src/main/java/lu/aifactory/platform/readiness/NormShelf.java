package lu.aifactory.platform.readiness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.readiness.norms.Block;
import lu.aifactory.platform.readiness.norms.Cell;
import lu.aifactory.platform.readiness.norms.Contribution;
import lu.aifactory.platform.readiness.norms.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The blocks of companies that make the norms of every questionnaire.
@Component
class NormShelf {

  private final JdbcClient jdbc;

  NormShelf(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Questionnaire questionnaire, boolean invented, Block block) {
    var cell = block.cell();
    jdbc.sql(
            """
            insert into readiness_norm_block (id, questionnaire, questionnaire_version, invented,
              sector, sector_group, size, formed_at)
            values (:id, :questionnaire, :version, :invented, :sector, :group, :size, :at)
            """)
        .param("id", block.id())
        .param("questionnaire", questionnaire.id())
        .param("version", questionnaire.version())
        .param("invented", invented)
        .param("sector", cell.sector())
        .param("group", cell.group())
        .param("size", cell.size())
        .param("at", block.formedAt().atOffset(ZoneOffset.UTC))
        .update();
    for (var member : block.members()) add(block.id(), member);
  }

  private void add(UUID block, Contribution member) {
    jdbc.sql(
            """
            insert into readiness_norm_member (block, assessment, company, sector, sector_group, size, score)
            values (:block, :assessment, :company, :sector, :group, :size, :score)
            """)
        .param("block", block)
        .param("assessment", member.assessment())
        .param("company", member.company())
        .param("sector", member.place().sector())
        .param("group", member.place().group())
        .param("size", member.place().size())
        .param("score", member.score())
        .update();
  }

  /// The blocks that were formed until a day and not before another one.
  List<Block> between(Instant since, Instant until, Questionnaire questionnaire, boolean invented) {
    var members = new LinkedHashMap<UUID, List<Contribution>>();
    var blocks = new LinkedHashMap<UUID, Block>();
    jdbc.sql(
            """
            select b.id, b.sector as cell_sector, b.sector_group as cell_group, b.size as cell_size, b.formed_at,
              m.assessment, m.company, m.sector, m.sector_group, m.size, m.score
              from readiness_norm_block b join readiness_norm_member m on m.block = b.id
             where b.questionnaire = :questionnaire and b.questionnaire_version = :version
               and b.invented = :invented and b.formed_at >= :since and b.formed_at <= :until
             order by b.formed_at, b.id, m.assessment
            """)
        .param("questionnaire", questionnaire.id())
        .param("version", questionnaire.version())
        .param("invented", invented)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query(row -> {
          var id = row.getObject("id", UUID.class);
          blocks.computeIfAbsent(id, _ -> block(id, row));
          members.computeIfAbsent(id, _ -> new ArrayList<>()).add(contribution(row));
        });
    return blocks.values().stream()
        .map(one ->
            new Block(
                one.id(), one.cell(), one.formedAt(), members.getOrDefault(one.id(), List.of())))
        .toList();
  }

  /// When companies came into the norms of a questionnaire for the last time.
  Optional<Instant> lastFormed(Questionnaire questionnaire, boolean invented) {
    return jdbc.sql(
            """
            select formed_at from readiness_norm_block
             where questionnaire = :questionnaire and questionnaire_version = :version and invented = :invented
             order by formed_at desc limit 1
            """)
        .param("questionnaire", questionnaire.id())
        .param("version", questionnaire.version())
        .param("invented", invented)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private static Block block(UUID id, ResultSet row) {
    try {
      return new Block(
          id,
          new Cell(
              row.getString("cell_sector"),
              row.getString("cell_group"),
              row.getString("cell_size")),
          row.getObject("formed_at", OffsetDateTime.class).toInstant(),
          List.of());
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static Contribution contribution(ResultSet row) throws SQLException {
    return new Contribution(
        row.getObject("company", UUID.class),
        row.getObject("assessment", UUID.class),
        new Place(row.getString("sector"), row.getString("sector_group"), row.getString("size")),
        row.getDouble("score"));
  }
}
