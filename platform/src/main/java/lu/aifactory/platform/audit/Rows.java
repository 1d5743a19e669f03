package lu.aifactory.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// Reads entries from rows; the same for pages, the sealer and the verifier, which works without Spring.
final class Rows {

  static final String COLUMNS =
      """
      e.id, e.number, e.at, e.actor, e.actor_name, e.action, e.subject_kind, e.subject_id, e.organisation,
      e.outside, e.details::text as details, e.request
      """;

  private static final JsonMapper JSON = JsonMapper.shared();

  private Rows() {}

  static RecordedEntry entry(ResultSet row) throws SQLException {
    return new RecordedEntry(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        instant(row, "at"),
        new AuditEntry(
            row.getString("actor"),
            row.getString("actor_name"),
            row.getString("action"),
            row.getString("subject_kind"),
            row.getString("subject_id"),
            row.getObject("organisation", UUID.class),
            row.getBoolean("outside"),
            details(row.getString("details")),
            row.getString("request")));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static String json(Map<String, String> details) {
    return JSON.writeValueAsString(details);
  }

  // The platform writes texts only. Anything else came by another way and must not look like a
  // text.
  private static Map<String, String> details(String json) {
    var details = new HashMap<String, String>();
    for (var field : JSON.readTree(json).properties()) {
      var value = field.getValue();
      details.put(field.getKey(), value.isString() ? value.stringValue() : "not a text: " + value);
    }
    return details;
  }
}
