package lu.aifactory.platform.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Visibility;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Profiles in the database.
@Component
class Profiles {

  private static final Map<String, String> SORTS =
      Map.of(
          "name", "lower(name)",
          "kind", "kind",
          "sector", "sector",
          "country", "country",
          "changed", "changed_at");
  private static final List<String> FILTERS = List.of("kind", "country", "size");
  private static final String VISIBLE =
      """
      (:everything or organisation = any(:visible))
      and (:text = '' or position(lower(:text) in lower(name)) > 0)
      """;
  private static final Map<String, String> CONDITIONS =
      Map.of(
          "kind", "(cardinality(:kind::text[]) = 0 or kind = any(:kind))",
          "country", "(cardinality(:country::text[]) = 0 or country = any(:country))",
          "size",
              "(cardinality(:size::text[]) = 0 or coalesce(sizes->>'STATE_AID', '') = any(:size))");
  private static final Map<String, String> VALUES =
      Map.of("kind", "kind", "country", "country", "size", "coalesce(sizes->>'STATE_AID', '')");

  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.shared();

  Profiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds a profile; answers false when there is one already.
  boolean add(Stored stored) {
    return write(
            """
            insert into organisation_profile (
              organisation, version, kind, answers, enterprises, name, sector, country, language, sizes, complete,
              changed_at)
            values (
              :id, :version, :kind, :answers::jsonb, :enterprises::jsonb, :name, :sector, :country, :language,
              :sizes::jsonb, :complete, :at)
            on conflict (organisation) do nothing
            """,
            stored)
        == 1;
  }

  /// Writes a profile of the next version; answers false when somebody else was first.
  boolean change(Stored stored) {
    return write(
            """
            update organisation_profile
            set version = :version, kind = :kind, answers = :answers::jsonb, enterprises = :enterprises::jsonb,
              name = :name, sector = :sector, country = :country, language = :language, sizes = :sizes::jsonb,
              complete = :complete, changed_at = :at
            where organisation = :id and version = :version - 1
            """,
            stored)
        == 1;
  }

  private int write(String sql, Stored stored) {
    var organisation = stored.organisation();
    return jdbc.sql(sql)
        .param("id", organisation.id().value())
        .param("version", stored.version())
        .param("kind", organisation.kind().code())
        .param("answers", json.writeValueAsString(stored.profile().answers()))
        .param("enterprises", json.writeValueAsString(stored.profile().group()))
        .param("name", organisation.name())
        .param("sector", organisation.sector())
        .param("country", organisation.country())
        .param("language", organisation.language().getLanguage())
        .param("sizes", json.writeValueAsString(codes(organisation.sizes())))
        .param("complete", organisation.complete())
        .param("at", organisation.changedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Map<String, String> codes(Map<Frame, SizeClass> sizes) {
    var codes = new LinkedHashMap<String, String>();
    sizes.forEach((frame, size) -> codes.put(frame.name(), size.code()));
    return codes;
  }

  Optional<Stored> find(OrganisationId id) {
    return jdbc.sql("select * from organisation_profile where organisation = :id")
        .param("id", id.value())
        .query((row, _) -> read(row))
        .optional();
  }

  List<Organisation> all(ListQuery query, Visibility visibility, int limit, long offset) {
    return bind(ordered(query) + " limit :limit offset :offset", query, visibility)
        .param("limit", limit)
        .param("offset", offset)
        .query((row, _) -> read(row).organisation())
        .list();
  }

  private static String ordered(ListQuery query) {
    var order = SORTS.get(query.sort()) + (query.descending() ? " desc" : "") + ", organisation";
    return "select * from organisation_profile where %s order by %s".formatted(where(""), order);
  }

  /// Hands out all rows one after the other, without holding them.
  void each(ListQuery query, Visibility visibility, Consumer<Organisation> consumer) {
    try (var rows =
        bind(ordered(query), query, visibility)
            .withFetchSize(ROWS_AT_ONCE)
            .query((row, _) -> read(row).organisation())
            .stream()) {
      rows.forEach(consumer);
    }
  }

  Page<Organisation> page(ListQuery query, Visibility visibility) {
    var counts = new LinkedHashMap<String, Map<String, Long>>();
    for (var filter : FILTERS) counts.put(filter, counts(filter, query, visibility));
    var total =
        bind("select count(*) from organisation_profile where " + where(""), query, visibility)
            .query(Long.class)
            .single();
    var items = all(query, visibility, query.size(), query.offset());
    return new Page<>(items, total, query, counts);
  }

  // A filter's own choice does not count for its counts: they say what choosing another value would
  // show.
  private Map<String, Long> counts(String filter, ListQuery query, Visibility visibility) {
    var counts = new LinkedHashMap<String, Long>();
    bind(
            "select %1$s as value, count(*) as found from organisation_profile where %2$s group by %1$s"
                .formatted(VALUES.get(filter), where(filter)),
            query,
            visibility)
        .query(row -> {
          counts.put(row.getString("value"), row.getLong("found"));
        });
    return counts;
  }

  private static String where(String without) {
    var where = new StringBuilder(VISIBLE);
    for (var filter : FILTERS) {
      // The parameter stays in the statement, so that one way of binding serves all.
      var condition = CONDITIONS.get(filter);
      where.append(" and (").append(filter.equals(without) ? "true or " : "").append(condition);
      where.append(')');
    }
    return where.toString();
  }

  private JdbcClient.StatementSpec bind(String sql, ListQuery query, Visibility visibility) {
    var statement =
        jdbc.sql(sql)
            .param("everything", visibility.everything())
            .param("visible", visibility.organisationIds())
            .param("text", query.text());
    for (var filter : FILTERS) {
      statement = statement.param(filter, query.filter(filter).toArray(String[]::new));
    }
    return statement;
  }

  private Stored read(ResultSet row) throws SQLException {
    var kind = Kind.of(row.getString("kind")).orElseThrow();
    var sizes = new EnumMap<Frame, SizeClass>(Frame.class);
    json.readValue(row.getString("sizes"), new TypeReference<Map<String, String>>() {})
        .forEach(
            (frame, size) -> sizes.put(Frame.valueOf(frame), SizeClass.of(size).orElseThrow()));
    var organisation =
        new Organisation(
            new OrganisationId(row.getObject("organisation", UUID.class)),
            row.getString("name"),
            kind,
            row.getString("sector"),
            row.getString("country"),
            Locale.of(row.getString("language")),
            sizes,
            row.getBoolean("complete"),
            row.getObject("changed_at", OffsetDateTime.class).toInstant());
    var profile =
        new Profile(
            kind,
            json.readValue(row.getString("answers"), new TypeReference<Map<String, String>>() {}),
            json.readValue(row.getString("enterprises"), new TypeReference<List<Enterprise>>() {}));
    return new Stored(organisation, row.getInt("version"), profile);
  }
}
