package lu.aifactory.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of entries.
@Component
class AuditEntries {

  private final JdbcClient jdbc;

  AuditEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID id, Instant at, AuditEntry entry) {
    jdbc.sql(
            """
            insert into audit_entry (id, at, actor, actor_name, action, subject_kind, subject_id, organisation,
              outside, details, request)
            values (:id, :at, :actor, :actorName, :action, :subjectKind, :subjectId, :organisation,
              :outside, :details::jsonb, :request)
            """)
        .param("id", id)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("actor", entry.actor())
        .param("actorName", entry.actorName())
        .param("action", entry.action())
        .param("subjectKind", entry.subjectKind())
        .param("subjectId", entry.subjectId())
        .param("organisation", entry.organisation(), java.sql.Types.OTHER)
        .param("outside", entry.outside())
        .param("details", Rows.json(entry.details()))
        .param("request", entry.request())
        .update();
  }

  /// The entries after the one with this number in the asked order; from the start when it is zero.
  List<RecordedEntry> page(AuditQuery query, long after, int limit) {
    return part(Rows.COLUMNS + " from audit_entry e", query, after, limit)
        .query((row, _) -> Rows.entry(row))
        .list();
  }

  /// The same with their places in the chain.
  List<LinkedEntry> linkedPage(AuditQuery query, long after, int limit) {
    return part(
            Rows.COLUMNS
                + ", l.place, l.hash from audit_entry e left join audit_link l on l.entry = e.id",
            query,
            after,
            limit)
        .query((row, _) -> linked(row))
        .list();
  }

  private JdbcClient.StatementSpec part(String what, AuditQuery query, long after, int limit) {
    var condition = query.condition();
    var values = new HashMap<>(condition.values());
    values.put("limit", limit);
    values.put("after", after);
    var cursor =
        after == 0 ? "" : query.oldestFirst() ? " and e.number > :after" : " and e.number < :after";
    return jdbc.sql(
            "select "
                + what
                + " where "
                + condition.sql()
                + cursor
                + " order by e.number "
                + (query.oldestFirst() ? "asc" : "desc")
                + " limit :limit")
        .params(values);
  }

  /// How many entries there are, counted no further than the limit.
  int count(AuditQuery query, int limit) {
    var condition = query.condition();
    return jdbc.sql(
            "select count(*) from (select from audit_entry e where "
                + condition.sql()
                + " limit :limit) counted")
        .params(condition.values())
        .param("limit", limit)
        .query(Integer.class)
        .single();
  }

  Optional<LinkedEntry> entry(UUID id) {
    return jdbc.sql(
            "select "
                + Rows.COLUMNS
                + ", l.place, l.hash from audit_entry e left join audit_link l on l.entry = e.id where e.id = :id")
        .param("id", id)
        .query((row, _) -> linked(row))
        .optional();
  }

  /// The kinds of things that entries speak of; found by skipping through the index, not by reading the table.
  List<String> kinds() {
    return jdbc.sql(
            """
            with recursive kind as (
              (select subject_kind from audit_entry where subject_kind is not null order by subject_kind limit 1)
              union all
              select (select subject_kind from audit_entry where subject_kind > kind.subject_kind
                      order by subject_kind limit 1)
              from kind where kind.subject_kind is not null)
            select subject_kind from kind where subject_kind is not null
            """)
        .query((row, number) -> row.getString("subject_kind"))
        .list();
  }

  private static LinkedEntry linked(ResultSet row) throws SQLException {
    var hash = row.getBytes("hash");
    return new LinkedEntry(
        Rows.entry(row),
        row.getObject("place", Long.class),
        hash == null ? null : HexFormat.of().formatHex(hash));
  }

  /// An entry with its place in the chain, if it has one yet.
  record LinkedEntry(RecordedEntry recorded, @Nullable Long place, @Nullable String hash) {}
}
