package lu.aifactory.platform.usecase;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What happened to use cases, in SQL.
@Component
class UseCaseEvents {

  private final JdbcClient jdbc;

  UseCaseEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UseCaseId id, Instant at, String who, String message, List<String> arguments) {
    jdbc.sql(
            """
            insert into use_case_event (use_case, at, who, message, arguments)
            values (:id, :at, :who, :message, :arguments)
            """)
        .param("id", id.value())
        .param("at", Timestamp.from(at))
        .param("who", who)
        .param("message", message)
        .param("arguments", arguments.toArray(String[]::new))
        .update();
  }

  List<HistoryLine> of(UseCaseId id) {
    return jdbc.sql("select * from use_case_event where use_case = :id order by number desc")
        .param("id", id.value())
        .query((row, _) ->
            new HistoryLine(
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                row.getString("message"),
                strings(row.getArray("arguments"))))
        .list();
  }

  private static List<String> strings(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
