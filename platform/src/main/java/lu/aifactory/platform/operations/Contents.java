package lu.aifactory.platform.operations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a database holds beside the rows: the migrations that made it, its tables and its sequences.
record Contents(List<Step> steps, List<Table> tables, List<Sequence> sequences) {

  private static final String HISTORY = "flyway_schema_history";

  /// One migration of one room, as Flyway noted it.
  record Step(String room, String version, String description, int checksum, Instant at) {

    /// The table in which Flyway keeps the history of this room.
    String history() {
      return historyOf(room);
    }

    static String historyOf(String room) {
      return room.equals(ROOT) ? HISTORY : HISTORY + "_" + room;
    }

    static final String ROOT = "__root";
  }

  /// A table with those columns that hold something of their own.
  record Table(String schema, String name, List<String> columns, List<String> types) {

    String quoted() {
      return Contents.quoted(schema) + "." + Contents.quoted(name);
    }

    String copied() {
      return quoted()
          + " ("
          + String.join(", ", columns.stream().map(Contents::quoted).toList())
          + ")";
    }

    String entry() {
      return "tables/" + schema + "." + name;
    }
  }

  /// A sequence does not belong to a snapshot; it is read after the snapshot was taken, so it is never behind its rows.
  record Sequence(String schema, String name, long last, boolean called) {

    String quoted() {
      return Contents.quoted(schema) + "." + Contents.quoted(name);
    }
  }

  static Contents read(Connection connection) throws SQLException {
    var tables = tables(connection);
    refuseLargeObjects(connection);
    return new Contents(steps(connection, tables), tables, sequences(connection));
  }

  static List<Table> tables(Connection connection) throws SQLException {
    return list(
        connection,
        """
        select n.nspname, c.relname,
          array_agg(a.attname::text order by a.attnum) as columns,
          array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a
            on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and not exists (
            select from pg_depend d
            where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
        group by n.nspname, c.relname order by n.nspname, c.relname
        """,
        row ->
            new Table(
                row.getString("nspname"),
                row.getString("relname"),
                texts(row, "columns"),
                texts(row, "types")));
  }

  private static List<Sequence> sequences(Connection connection) throws SQLException {
    var sequences = new ArrayList<Sequence>();
    var names =
        list(
            connection,
            """
            select schemaname, sequencename from pg_sequences
            where schemaname !~ '^pg_' order by schemaname, sequencename
            """,
            row -> new Sequence(row.getString(1), row.getString(2), 0, false));
    for (var sequence : names) {
      sequences.addAll(
          list(
              connection,
              "select last_value, is_called from " + sequence.quoted(),
              row ->
                  new Sequence(
                      sequence.schema(), sequence.name(), row.getLong(1), row.getBoolean(2))));
    }
    return sequences;
  }

  // In the order in which they ran, over all rooms: a later room may build on an earlier one's
  // second version.
  private static List<Step> steps(Connection connection, List<Table> tables) throws SQLException {
    var steps = new ArrayList<Step>();
    for (var table : tables) {
      if (!table.name().startsWith(HISTORY)) continue;
      var room =
          table.name().equals(HISTORY) ? Step.ROOT : table.name().substring(HISTORY.length() + 1);
      steps.addAll(
          list(
              connection,
              "select version, description, checksum, installed_on at time zone current_setting('timezone') as at from "
                  + table.quoted()
                  + " where type = 'SQL' and success and version is not null order by installed_rank",
              row ->
                  new Step(
                      room,
                      row.getString("version"),
                      row.getString("description"),
                      row.getInt("checksum"),
                      row.getObject("at", OffsetDateTime.class).toInstant())));
    }
    // A stable sort, so that the steps of one room keep their order.
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  private static void refuseLargeObjects(Connection connection) throws SQLException {
    var found =
        list(connection, "select 1 from pg_largeobject_metadata limit 1", row -> row.getInt(1));
    if (!found.isEmpty()) {
      throw new Halt(
          "The database holds large objects, which the application never makes and a backup would leave out.");
    }
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /// Makes something of a row.
  interface OfRow<T> {
    T from(ResultSet row) throws SQLException;
  }

  static <T> List<T> list(Connection connection, String sql, OfRow<T> made) throws SQLException {
    var all = new ArrayList<T>();
    try (var select = connection.prepareStatement(sql);
        var rows = select.executeQuery()) {
      while (rows.next()) all.add(made.from(rows));
    }
    return all;
  }
}
