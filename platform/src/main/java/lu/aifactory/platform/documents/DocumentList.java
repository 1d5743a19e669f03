package lu.aifactory.platform.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lu.aifactory.platform.identity.Visibility;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The list of documents: searched, filtered and ordered by the database, and only what the caller may see.
@Component
class DocumentList {

  private static final Map<String, String> ORDER =
      Map.of("created", "created_at", "name", "lower(file_name)", "size", "size");

  private static final String VISIBLE =
      """
      from document
      where (:everything or organisation = any(:organisations))
        and (:text = '' or strpos(lower(file_name || ' ' || array_to_string(title_arguments, ' ')), lower(:text)) > 0)
      """;

  private final JdbcClient jdbc;

  DocumentList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<Document> page(ListQuery query, Visibility visibility) {
    boolean sealed = query.chosen("state", "sealed");
    boolean unsealed = query.chosen("state", "unsealed");
    var counts = counts(query, visibility);
    var order =
        ORDER.getOrDefault(query.sort(), "created_at") + (query.descending() ? " desc" : "");
    var items =
        visible(
                "select "
                    + Shelf.COLUMNS
                    + " "
                    + VISIBLE
                    + " and (:both or sealed = :sealed) order by "
                    + order
                    + ", id limit :size offset :offset",
                query,
                visibility)
            .param("both", sealed == unsealed)
            .param("sealed", sealed)
            .param("size", query.size())
            .param("offset", query.offset())
            .query((row, number) -> Shelf.document(row))
            .list();
    long inSealed = counts.getOrDefault("sealed", 0L);
    long inUnsealed = counts.getOrDefault("unsealed", 0L);
    long total = (sealed || !unsealed ? inSealed : 0) + (unsealed || !sealed ? inUnsealed : 0);
    return new Page<>(List.copyOf(items), total, query, Map.of("state", counts));
  }

  private Map<String, Long> counts(ListQuery query, Visibility visibility) {
    var counts = new HashMap<String, Long>();
    visible(
            "select sealed, count(*) as documents " + VISIBLE + " group by sealed",
            query,
            visibility)
        .query(row -> {
          counts.put(row.getBoolean("sealed") ? "sealed" : "unsealed", row.getLong("documents"));
        });
    return counts;
  }

  private JdbcClient.StatementSpec visible(String sql, ListQuery query, Visibility visibility) {
    return jdbc.sql(sql)
        .param("everything", visibility.everything())
        .param("organisations", visibility.organisationIds())
        .param("text", query.text());
  }
}
