package lu.aifactory.platform.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Hand-overs, those that wait and those that are over.
@Component
class HandOverRows {

  private static final String SELECT =
      """
      select h.*, e.title, o.name as organisation_name, g.name as giver_name, r.name as receiver_name
        from hand_over h join engagement e on e.id = h.engagement join organisation o on o.id = e.organisation
        join account g on g.id = h.giver join account r on r.id = h.receiver
      """;

  private final JdbcClient jdbc;

  HandOverRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<HandOver> find(HandOverId id) {
    return jdbc.sql(SELECT + " where h.id = :id")
        .param("id", id.value())
        .query(HandOverRows::handOver)
        .optional();
  }

  Optional<HandOver> pending(EngagementId engagement) {
    return jdbc.sql(SELECT + " where h.engagement = :engagement and h.answer is null")
        .param("engagement", engagement.value())
        .query(HandOverRows::handOver)
        .optional();
  }

  List<HandOver> waitingFor(AccountId receiver) {
    return jdbc.sql(
            SELECT + " where h.receiver = :receiver and h.answer is null order by h.proposed_at")
        .param("receiver", receiver.value())
        .query(HandOverRows::handOver)
        .list();
  }

  /// False when the engagement is being handed over already, or this id is taken.
  boolean add(
      HandOverId id,
      EngagementId engagement,
      AccountId giver,
      AccountId receiver,
      String reason,
      String openPoints,
      Instant now) {
    return jdbc.sql(
                """
                insert into hand_over (id, engagement, giver, receiver, reason, open_points, proposed_at)
                values (:id, :engagement, :giver, :receiver, :reason, :points, :now)
                on conflict do nothing
                """)
            .param("id", id.value())
            .param("engagement", engagement.value())
            .param("giver", giver.value())
            .param("receiver", receiver.value())
            .param("reason", reason)
            .param("points", openPoints)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// False when it has its answer already.
  boolean answer(HandOverId id, HandOver.Answer answer, @Nullable String note, Instant now) {
    return jdbc.sql(
                """
                update hand_over set answer = :answer, answered_at = :now, note = :note
                 where id = :id and answer is null
                """)
            .param("answer", answer.code())
            .param("note", note)
            .param("now", Timestamp.from(now))
            .param("id", id.value())
            .update()
        == 1;
  }

  private static HandOver handOver(ResultSet row, int number) throws SQLException {
    var answer = row.getString("answer");
    return new HandOver(
        new HandOverId(row.getObject("id", UUID.class)),
        new EngagementId(row.getObject("engagement", UUID.class)),
        row.getString("title"),
        row.getString("organisation_name"),
        new AccountId(row.getObject("giver", UUID.class)),
        row.getString("giver_name"),
        new AccountId(row.getObject("receiver", UUID.class)),
        row.getString("receiver_name"),
        row.getString("reason"),
        row.getString("open_points"),
        row.getTimestamp("proposed_at").toInstant(),
        answer == null ? null : HandOver.Answer.valueOf(answer.toUpperCase(Locale.ROOT)),
        Engagements.instant(row, "answered_at"),
        row.getString("note"));
  }
}
