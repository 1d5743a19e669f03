package lu.aifactory.platform.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notes and what people have not saved of them, in SQL.
@Component
class NoteRows {

  private final JdbcClient jdbc;

  NoteRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Notes latest(WorkshopId id) {
    return jdbc.sql(
            "select * from workshop_note where workshop = :id order by version desc limit 1")
        .param("id", id.value())
        .query((row, _) -> notes(row))
        .optional()
        .orElse(Notes.none());
  }

  Notes at(WorkshopId id, int version) {
    return jdbc.sql("select * from workshop_note where workshop = :id and version = :version")
        .param("id", id.value())
        .param("version", version)
        .query((row, _) -> notes(row))
        .optional()
        .orElse(Notes.none());
  }

  void save(WorkshopId id, int version, String text, Person by, Instant now) {
    jdbc.sql(
            """
            insert into workshop_note (workshop, version, text, saved_at, saved_by, saved_by_name)
            values (:id, :version, :text, :now, :by, :name)
            """)
        .param("id", id.value())
        .param("version", version)
        .param("text", text)
        .param("now", Timestamp.from(now))
        .param("by", by.id().value())
        .param("name", by.name())
        .update();
  }

  Optional<Notes.Draft> draft(WorkshopId id, AccountId account) {
    return jdbc.sql("select * from workshop_draft where workshop = :id and account = :account")
        .param("id", id.value())
        .param("account", account.value())
        .query((row, _) ->
            new Notes.Draft(
                row.getString("text"),
                row.getInt("seen"),
                row.getTimestamp("saved_at").toInstant()))
        .optional();
  }

  void keep(WorkshopId id, AccountId account, String text, int seen, Instant now) {
    jdbc.sql(
            """
            insert into workshop_draft (workshop, account, text, seen, saved_at)
            values (:id, :account, :text, :seen, :now)
            on conflict (workshop, account) do update set text = :text, seen = :seen, saved_at = :now
            """)
        .param("id", id.value())
        .param("account", account.value())
        .param("text", text)
        .param("seen", seen)
        .param("now", Timestamp.from(now))
        .update();
  }

  void forget(WorkshopId id, AccountId account) {
    jdbc.sql("delete from workshop_draft where workshop = :id and account = :account")
        .param("id", id.value())
        .param("account", account.value())
        .update();
  }

  private static Notes notes(ResultSet row) throws SQLException {
    return new Notes(
        row.getString("text"),
        row.getInt("version"),
        row.getString("saved_by_name"),
        row.getTimestamp("saved_at").toInstant());
  }
}
