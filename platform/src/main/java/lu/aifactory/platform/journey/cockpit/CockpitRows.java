package lu.aifactory.platform.journey.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.journey.Stage;
import lu.aifactory.platform.journey.cockpit.Figures.Group;
import lu.aifactory.platform.journey.cockpit.Figures.InStage;
import lu.aifactory.platform.journey.cockpit.Figures.Kept;
import lu.aifactory.platform.journey.cockpit.Figures.Month;
import lu.aifactory.platform.journey.cockpit.Figures.Reached;
import lu.aifactory.platform.journey.cockpit.Figures.Wait;
import lu.aifactory.platform.shared.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sums over engagements. No row of an organisation leaves this class.
@Component
class CockpitRows {

  private static final String HOURS =
      "percentile_cont(0.5) within group (order by extract(epoch from contacted_at - opened_at) / 3600)";

  private static final String PROMISED =
      """
      count(*) filter (where promised_at is not null and (contacted_at is not null or promised_at <= :now)) as due,
      count(*) filter (where contacted_at <= promised_at) as kept
      """;

  private static final String OPENED = " where opened_at >= :from and opened_at < :until ";

  private final JdbcClient jdbc;

  CockpitRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What is counted: engagements opened from one day to another, the last one included, as things stand now.
  record Time(LocalDate from, LocalDate to, Instant now) {

    private JdbcClient.StatementSpec in(JdbcClient jdbc, String sql) {
      return jdbc.sql(sql)
          .param("from", start(from))
          .param("until", start(to.plusDays(1)))
          .param("now", Timestamp.from(now));
    }

    private static Timestamp start(LocalDate day) {
      return Timestamp.from(day.atStartOfDay(Today.LUXEMBOURG).toInstant());
    }
  }

  record Total(long opened, long closed, long inProduction, @Nullable Double median, Kept kept) {}

  Total total(Time time) {
    return time.in(
            jdbc,
            "select count(*) as opened, count(closed_at) as closed,"
                + " count(*) filter (where outcome = 'in-production') as in_production, "
                + HOURS
                + " as hours, "
                + PROMISED
                + " from engagement"
                + OPENED)
        .query((row, _) ->
            new Total(
                row.getLong("opened"),
                row.getLong("closed"),
                row.getLong("in_production"),
                number(row, "hours"),
                kept(row)))
        .single();
  }

  List<Month> months(Time time) {
    var found = new HashMap<YearMonth, Month>();
    time.in(
            jdbc,
            "select to_char(opened_at at time zone 'Europe/Luxembourg', 'YYYY-MM') as month, count(*) as opened, "
                + HOURS
                + " as hours, "
                + PROMISED
                + " from engagement"
                + OPENED
                + "group by 1")
        .query(row -> {
          var month = YearMonth.parse(row.getString("month"));
          found.put(
              month, new Month(month, row.getLong("opened"), number(row, "hours"), kept(row)));
        });
    var first = YearMonth.from(time.from());
    return first
        .atDay(1)
        .datesUntil(YearMonth.from(time.to()).atEndOfMonth(), Period.ofMonths(1))
        .map(YearMonth::from)
        .map(month -> found.getOrDefault(month, new Month(month, 0, null, new Kept(0, 0))))
        .toList();
  }

  /// Whoever stands in a stage has got as far as every stage before it.
  List<Reached> stages(Time time) {
    var furthest = new HashMap<Integer, Long>();
    time.in(
            jdbc,
            """
            select furthest, count(*) as number from (
              select max(array_position(:stages, v.stage)) as furthest
                from engagement e join engagement_stage v on v.engagement = e.id
               where e.opened_at >= :from and e.opened_at < :until
               group by e.id) by_engagement
             group by furthest
            """)
        .param("stages", codes())
        .query(row -> {
          furthest.put(row.getInt("furthest"), row.getLong("number"));
        });
    var skipped = new HashMap<String, Long>();
    time.in(
            jdbc,
            """
            select v.stage, count(distinct v.engagement) as number
              from engagement e join engagement_stage v on v.engagement = e.id
             where e.opened_at >= :from and e.opened_at < :until and v.ending = 'skipped'
             group by v.stage
            """)
        .query(row -> {
          skipped.put(row.getString("stage"), row.getLong("number"));
        });
    return Arrays.stream(Stage.values())
        .map(stage ->
            new Reached(
                stage,
                furthest.entrySet().stream()
                    .filter(one -> one.getKey() > stage.ordinal())
                    .mapToLong(one -> one.getValue())
                    .sum(),
                skipped.getOrDefault(stage.code(), 0L)))
        .toList();
  }

  private static String[] codes() {
    return Arrays.stream(Stage.values()).map(Stage::code).toArray(String[]::new);
  }

  /// For whom those wait that go on, whenever they were opened.
  List<Wait> waits(Instant now, LocalDate today) {
    return jdbc.sql(
            """
            select coalesce(waiting_who, 'nobody') as who, count(*) as number,
                   count(*) filter (where waiting_until < :today) as overdue,
                   percentile_cont(0.5) within group (order by extract(epoch from :now - waiting_since) / 86400) as days
              from engagement where closed_at is null
             group by 1 order by 2 desc, 1
            """)
        .param("now", Timestamp.from(now))
        .param("today", today)
        .query((row, _) ->
            new Wait(
                row.getString("who"),
                row.getLong("number"),
                row.getLong("overdue"),
                number(row, "days")))
        .list();
  }

  List<InStage> inStages(Instant now) {
    return jdbc.sql(
            """
            select v.stage, count(*) as number,
                   percentile_cont(0.5) within group (order by extract(epoch from :now - v.entered_at) / 86400) as days
              from engagement_stage v where v.left_at is null
             group by v.stage order by array_position(:stages, v.stage)
            """)
        .param("now", Timestamp.from(now))
        .param("stages", codes())
        .query((row, _) ->
            new InStage(stage(row.getString("stage")), row.getLong("number"), number(row, "days")))
        .list();
  }

  private static Stage stage(String code) {
    return Stage.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  List<Group> sectors(Time time) {
    return groups(time, "sector");
  }

  List<Group> sizes(Time time) {
    return groups(time, "coalesce(answers -> 'size' ->> 0, 'founder')");
  }

  private List<Group> groups(Time time, String by) {
    return time.in(
            jdbc,
            "select "
                + by
                + " as name, count(distinct organisation) as organisations, count(*) as engagements,"
                + " count(*) filter (where outcome = 'in-production') as in_production, "
                + HOURS
                + " as hours from engagement"
                + OPENED
                + "group by 1")
        .query((row, _) ->
            new Group(
                row.getString("name"),
                row.getLong("organisations"),
                row.getLong("engagements"),
                row.getLong("in_production"),
                number(row, "hours")))
        .list();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(row.getLong("due"), row.getLong("kept"));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    var value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
