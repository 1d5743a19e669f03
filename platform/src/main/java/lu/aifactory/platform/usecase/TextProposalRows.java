package lu.aifactory.platform.usecase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Proposed texts in SQL.
@Component
class TextProposalRows {

  private final JdbcClient jdbc;

  TextProposalRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds a proposal; false when the id is taken.
  boolean add(UseCaseId useCase, TextProposal.Draft draft, Person by, Instant now) {
    return jdbc.sql(
                """
                insert into use_case_text_proposal (id, use_case, section, field, text, origin, link,
                  proposed_by, proposed_by_name, proposed_at)
                values (:id, :useCase, :section, :field, :text, :origin, :link, :by, :name, :now)
                on conflict (id) do nothing
                """)
            .param("id", draft.id())
            .param("useCase", useCase.value())
            .param("section", draft.section())
            .param("field", draft.field())
            .param("text", draft.text())
            .param("origin", draft.origin())
            .param("link", draft.link())
            .param("by", by.id().value())
            .param("name", by.name())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void decide(UUID id, TextProposal.State state, String reason, Person by, Instant now) {
    jdbc.sql(
            """
            update use_case_text_proposal
               set state = :state, reason = nullif(:reason, ''), decided_by_name = :name, decided_at = :now
             where id = :id
            """)
        .param("id", id)
        .param("state", state.code())
        .param("reason", reason)
        .param("name", by.name())
        .param("now", Timestamp.from(now))
        .update();
  }

  List<TextProposal> of(UseCaseId useCase) {
    return jdbc.sql(
            """
            select * from use_case_text_proposal where use_case = :useCase
             order by (state = 'open') desc, proposed_at desc, id
            """)
        .param("useCase", useCase.value())
        .query((row, _) -> proposal(row))
        .list();
  }

  Optional<TextProposal> find(UseCaseId useCase, UUID id) {
    return one(useCase, id, "");
  }

  /// The proposal, kept from being decided by others until the transaction ends.
  Optional<TextProposal> lock(UseCaseId useCase, UUID id) {
    return one(useCase, id, " for update");
  }

  private Optional<TextProposal> one(UseCaseId useCase, UUID id, String tail) {
    return jdbc.sql(
            "select * from use_case_text_proposal where id = :id and use_case = :useCase" + tail)
        .param("id", id)
        .param("useCase", useCase.value())
        .query((row, _) -> proposal(row))
        .optional();
  }

  private static TextProposal proposal(ResultSet row) throws SQLException {
    var decided = row.getTimestamp("decided_at");
    return new TextProposal(
        row.getObject("id", UUID.class),
        new UseCaseId(row.getObject("use_case", UUID.class)),
        row.getString("section"),
        row.getString("field"),
        row.getString("text"),
        row.getString("origin"),
        row.getString("link"),
        row.getString("proposed_by_name"),
        row.getTimestamp("proposed_at").toInstant(),
        TextProposal.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        row.getString("decided_by_name"),
        decided == null ? null : decided.toInstant());
  }
}
