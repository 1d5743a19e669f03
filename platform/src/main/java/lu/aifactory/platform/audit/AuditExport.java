package lu.aifactory.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lu.aifactory.platform.audit.AuditEntries.LinkedEntry;
import lu.aifactory.platform.portal.Csv;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes entries one by one. The JSON lines carry every field of which the digest is made, so that anybody can
/// compute it again.
final class AuditExport {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "number",
          "at",
          "actor",
          "actor_name",
          "action",
          "subject_kind",
          "subject_id",
          "organisation",
          "outside",
          "request",
          "details",
          "place",
          "hash");

  private AuditExport() {}

  /// Hands on all entries that the query finds. No transaction is open while one is written, for whoever reads may be
  /// slow.
  static void each(Auditing auditing, AuditQuery query, Consumer<LinkedEntry> to) {
    auditing.recordExport(query);
    for (var part = auditing.part(query, 0); !part.isEmpty(); ) {
      part.forEach(to);
      part = auditing.part(query, part.getLast().recorded().number());
    }
  }

  static Consumer<LinkedEntry> csv(Writer out) throws IOException {
    var csv = Csv.to(out, COLUMNS);
    return linked -> {
      try {
        csv.row(fields(linked).values().stream().map(AuditExport::cell).toList());
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    };
  }

  static Consumer<LinkedEntry> jsonLines(Writer out) {
    return linked -> {
      try {
        out.write(JSON.writeValueAsString(fields(linked)));
        out.write('\n');
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    };
  }

  static Map<String, @Nullable Object> fields(LinkedEntry linked) {
    var recorded = linked.recorded();
    var entry = recorded.entry();
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("id", recorded.id().toString());
    fields.put("number", recorded.number());
    fields.put("at", recorded.at().toString());
    fields.put("actor", entry.actor());
    fields.put("actorName", entry.actorName());
    fields.put("action", entry.action());
    fields.put("subjectKind", entry.subjectKind());
    fields.put("subjectId", entry.subjectId());
    fields.put(
        "organisation", entry.organisation() == null ? null : entry.organisation().toString());
    fields.put("outside", entry.outside());
    fields.put("request", entry.request());
    fields.put("details", entry.details());
    fields.put("place", linked.place());
    fields.put("hash", linked.hash());
    return fields;
  }

  private static @Nullable Object cell(@Nullable Object value) {
    return value instanceof Map<?, ?> details ? JSON.writeValueAsString(details) : value;
  }
}
