package lu.aifactory.platform.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.Visibility;
import lu.aifactory.platform.portal.ListQuery;
import lu.aifactory.platform.portal.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The comments of engagements. Every reading says whether internal ones are among what it may see.
@Component
class CommentRows {

  private static final String SELECT =
      """
      select c.*, a.name as author_name,
             array(select t.name from account t where t.id = any(c.told) order by t.name) as told_names
        from engagement_comment c join account a on a.id = c.author
      """;

  private static final String WHERE =
      """
       where c.engagement = :engagement and (:internal or not c.internal)
         and (:text = '' or c.text ilike :pattern or a.name ilike :pattern)
         and (cardinality(:visible) = 0
              or case when c.internal then 'internal' else 'shared' end = any(:visible))
      """;

  private final JdbcClient jdbc;

  CommentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<Comment> page(EngagementId engagement, boolean internal, ListQuery query) {
    var order = " order by c.number" + (query.descending() ? " desc" : "");
    var items =
        bound(SELECT + WHERE + order + " limit :limit offset :offset", engagement, internal, query)
            .param("limit", query.size())
            .param("offset", query.offset())
            .query(CommentRows::comment)
            .list();
    var from = " from engagement_comment c join account a on a.id = c.author";
    var total =
        bound("select count(*)" + from + WHERE, engagement, internal, query)
            .query(Long.class)
            .single();
    return new Page<>(items, total, query, counts(from, engagement, internal, query));
  }

  private Map<String, Map<String, Long>> counts(
      String from, EngagementId engagement, boolean internal, ListQuery query) {
    var unfiltered =
        new ListQuery(query.text(), Map.of(), query.sort(), query.descending(), 1, query.size());
    var counts = new HashMap<String, Long>();
    bound(
            "select c.internal, count(*) as comments" + from + WHERE + " group by c.internal",
            engagement,
            internal,
            unfiltered)
        .query(row -> {
          counts.put(row.getBoolean("internal") ? "internal" : "shared", row.getLong("comments"));
        });
    return Map.of("visible", counts);
  }

  void each(
      EngagementId engagement, boolean internal, ListQuery query, Consumer<Comment> consumer) {
    try (var rows =
        bound(SELECT + WHERE + " order by c.number", engagement, internal, query)
            .query(CommentRows::comment)
            .stream()) {
      rows.forEach(consumer);
    }
  }

  private JdbcClient.StatementSpec bound(
      String sql, EngagementId engagement, boolean internal, ListQuery query) {
    return jdbc.sql(sql)
        .param("engagement", engagement.value())
        .param("internal", internal)
        .param("text", query.text())
        .param("pattern", EngagementList.pattern(query.text()))
        .param("visible", query.filter("visible").toArray(String[]::new));
  }

  /// The newest about a task, or about everything when no task is given; the oldest of them first.
  List<Comment> latest(
      EngagementId engagement, @Nullable TaskId task, boolean internal, int limit) {
    return jdbc.sql(
            "select * from ("
                + SELECT
                + """
                 where c.engagement = :engagement and (:internal or not c.internal)
                   and (:task::uuid is null or c.task = :task::uuid)
                 order by c.number desc limit :limit) latest order by number
                """)
        .param("engagement", engagement.value())
        .param("internal", internal)
        .param("task", task == null ? null : task.value())
        .param("limit", limit)
        .query(CommentRows::comment)
        .list();
  }

  /// What the words find in the engagements that the caller may see; internal ones only where the caller reads them.
  List<Comment> search(Visibility visible, Visibility internal, String text, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 join engagement e on e.id = c.engagement
                 where (:everything or e.organisation = any(:organisations))
                   and (not c.internal or :allInternal or e.organisation = any(:internal))
                   and c.deleted_at is null and c.text ilike :pattern
                 order by c.number desc limit :limit
                """)
        .param("everything", visible.everything())
        .param("organisations", visible.organisationIds())
        .param("allInternal", internal.everything())
        .param("internal", internal.organisationIds())
        .param("pattern", EngagementList.pattern(text))
        .param("limit", limit)
        .query(CommentRows::comment)
        .list();
  }

  Optional<Comment> find(EngagementId engagement, CommentId comment) {
    return jdbc.sql(SELECT + " where c.engagement = :engagement and c.id = :id")
        .param("engagement", engagement.value())
        .param("id", comment.value())
        .query(CommentRows::comment)
        .optional();
  }

  /// False when there is one with this id already.
  boolean add(
      EngagementId engagement,
      NewComment comment,
      AccountId author,
      Set<AccountId> told,
      Instant now) {
    var task = comment.task();
    return jdbc.sql(
                """
                insert into engagement_comment (id, engagement, task, author, at, internal, text, told, version)
                values (:id, :engagement, :task, :author, :now, :internal, :text, :told, 1)
                on conflict (id) do nothing
                """)
            .param("id", comment.id().value())
            .param("engagement", engagement.value())
            .param("task", task == null ? null : task.value())
            .param("author", author.value())
            .param("now", Timestamp.from(now))
            .param("internal", comment.internal())
            .param("text", NewComment.tidy(comment.text()))
            .param("told", told.stream().map(AccountId::value).toArray(UUID[]::new))
            .update()
        == 1;
  }

  /// False when somebody else has changed it since.
  boolean edit(CommentId comment, String text, Instant now, int version) {
    return jdbc.sql(
                """
                update engagement_comment set text = :text, edited_at = :now, version = version + 1
                 where id = :id and version = :version and deleted_at is null
                """)
            .param("text", text)
            .param("now", Timestamp.from(now))
            .param("id", comment.value())
            .param("version", version)
            .update()
        == 1;
  }

  void delete(CommentId comment, Instant now) {
    jdbc.sql(
            """
            update engagement_comment set text = '', deleted_at = :now, version = version + 1
             where id = :id and deleted_at is null
            """)
        .param("now", Timestamp.from(now))
        .param("id", comment.value())
        .update();
  }

  private static Comment comment(ResultSet row, int number) throws SQLException {
    var task = row.getObject("task", UUID.class);
    return new Comment(
        new CommentId(row.getObject("id", UUID.class)),
        row.getLong("number"),
        new EngagementId(row.getObject("engagement", UUID.class)),
        task == null ? null : new TaskId(task),
        new AccountId(row.getObject("author", UUID.class)),
        row.getString("author_name"),
        row.getTimestamp("at").toInstant(),
        Engagements.instant(row, "edited_at"),
        row.getBoolean("internal"),
        row.getString("text"),
        List.of((String[]) row.getArray("told_names").getArray()),
        Engagements.instant(row, "deleted_at"),
        row.getInt("version"));
  }
}
