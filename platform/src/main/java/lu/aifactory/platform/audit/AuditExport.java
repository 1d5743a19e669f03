package lu.aifactory.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import lu.aifactory.platform.audit.AuditEntries.LinkedEntry;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes entries one by one. The JSON lines carry every field of which the digest is made, so that anybody can
/// compute it again.
final class AuditExport {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String[] COLUMNS = {
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
    "hash"
  };

  private AuditExport() {}

  static Consumer<LinkedEntry> csv(Writer out) throws IOException {
    var printer = new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader(COLUMNS).get());
    return linked -> {
      try {
        for (var value : fields(linked).values()) printer.print(harmless(value));
        printer.println();
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

  // A spreadsheet runs what begins like a formula; names in the trail are what people typed.
  private static @Nullable Object harmless(@Nullable Object value) {
    if (value instanceof Map<?, ?> details) return JSON.writeValueAsString(details);
    if (value instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0)
      return "'" + text;
    return value;
  }
}
