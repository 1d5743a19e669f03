package lu.aifactory.platform.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.util.UriComponentsBuilder;

/// What an auditor asks for. Everything that is absent does not narrow the answer.
record AuditQuery(
    @BindParam("q") @Nullable String text,
    @Nullable String actor,
    @Nullable String action,
    @Nullable String kind,
    @Nullable String subject,
    @Nullable UUID organisation,
    @Nullable Boolean outside,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
    @Nullable String order) {

  /// Dates are those of Luxembourg, where the factory stands.
  static final ZoneId ZONE = ZoneId.of("Europe/Luxembourg");

  // Further off lies nothing, and the database knows no day that the calendar of Java can still
  // name.
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  AuditQuery {
    from = within(from);
    to = within(to);
  }

  private static @Nullable LocalDate within(@Nullable LocalDate day) {
    if (day == null) return null;
    return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
  }

  static AuditQuery about(String kind, String subject) {
    return new AuditQuery(null, null, null, kind, subject, null, null, null, null, null);
  }

  static AuditQuery of(UUID organisation, boolean outside) {
    return new AuditQuery(null, null, null, null, null, organisation, outside, null, null, null);
  }

  static AuditQuery fromOutsideSince(LocalDate day) {
    return new AuditQuery(null, null, null, null, null, null, true, day, null, null);
  }

  /// Newest first is the usual order.
  public boolean oldestFirst() {
    return "oldest".equals(order);
  }

  public boolean onlyOutside() {
    return Boolean.TRUE.equals(outside);
  }

  /// What narrows or orders, by the names of the request parameters.
  public Map<String, String> parameters() {
    var parameters = new LinkedHashMap<String, String>();
    put(parameters, "q", text);
    put(parameters, "actor", actor);
    put(parameters, "action", action);
    put(parameters, "kind", kind);
    put(parameters, "subject", subject);
    put(parameters, "organisation", organisation);
    put(parameters, "outside", onlyOutside() ? "true" : null);
    put(parameters, "from", from);
    put(parameters, "to", to);
    put(parameters, "order", oldestFirst() ? "oldest" : null);
    return parameters;
  }

  private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
    if (value != null && !value.toString().isBlank()) parameters.put(name, value.toString());
  }

  /// The address that asks the same with one parameter set, or taken away when the value is empty.
  public String href(String path, String name, String value) {
    var parameters = parameters();
    if (value.isEmpty()) parameters.remove(name);
    else parameters.put(name, value);
    var address = UriComponentsBuilder.fromPath(path);
    parameters.forEach((key, one) -> address.queryParam(key, "{" + key + "}"));
    return address.encode().buildAndExpand(parameters).toUriString();
  }

  /// The condition with named parameters; only what narrows stands in it, so that indexes serve it.
  Condition condition() {
    var parts = new ArrayList<String>(List.of("true"));
    var values = new HashMap<String, Object>();
    equal(parts, values, "actor", actor);
    equal(parts, values, "action", action);
    equal(parts, values, "subject_kind", kind);
    equal(parts, values, "subject_id", subject);
    equal(parts, values, "organisation", organisation);
    if (onlyOutside()) parts.add("e.outside");
    if (from != null) {
      parts.add("e.at >= :from");
      values.put("from", from.atStartOfDay(ZONE).toOffsetDateTime());
    }
    if (to != null) {
      parts.add("e.at < :to");
      values.put("to", to.plusDays(1).atStartOfDay(ZONE).toOffsetDateTime());
    }
    var words = words();
    if (!words.isEmpty()) {
      parts.add("audit_words(e) @@ to_tsquery('simple', :words)");
      values.put("words", words);
    }
    return new Condition(String.join(" and ", parts), values);
  }

  private static void equal(
      List<String> parts, Map<String, Object> values, String column, @Nullable Object value) {
    if (value == null || value.equals("")) return;
    parts.add("e." + column + " = :" + column);
    values.put(column, value);
  }

  // Every word may be the beginning of one.
  private String words() {
    if (text == null) return "";
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> "'" + word + "':*")
        .collect(Collectors.joining(" & "));
  }

  /// A piece of SQL and its values.
  record Condition(String sql, Map<String, Object> values) {}
}
