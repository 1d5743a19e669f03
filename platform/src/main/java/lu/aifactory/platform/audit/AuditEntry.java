package lu.aifactory.platform.audit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be remembered. The actor is `account:<uuid>`, `system:<name>` or `visitor`; the name is the one at
/// that time. Outside means that the actor does not belong to the organisation whose data it is.
public record AuditEntry(
    String actor,
    String actorName,
    String action,
    @Nullable String subjectKind,
    @Nullable String subjectId,
    @Nullable UUID organisation,
    boolean outside,
    Map<String, String> details,
    @Nullable String request) {

  public AuditEntry {
    actor = storable(actor);
    actorName = storable(actorName);
    action = storable(action);
    var clean = new TreeMap<String, String>();
    details.forEach((key, value) -> clean.put(storable(key), storable(value)));
    details = Collections.unmodifiableMap(clean);
  }

  // PostgreSQL knows no NUL in a text; somebody's odd input must not keep an entry from being
  // written.
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
