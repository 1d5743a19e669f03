package lu.aifactory.platform.operations;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import lu.aifactory.platform.operations.Contents.Table;
import org.postgresql.PGConnection;

/// Puts the rows of a backup into a migrated database, in one transaction.
final class Load {

  private final PartReader backup;
  private final PartReader.Survey survey;
  private final HomeFiles files;

  Load(PartReader backup, PartReader.Survey survey, HomeFiles files) {
    this.backup = backup;
    this.survey = survey;
    this.files = files;
  }

  void into(DataSource source) throws SQLException, IOException, GeneralSecurityException {
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      refuseOtherTables(connection);
      var keys = foreignKeys(connection);
      for (var key : keys) execute(connection, key.drop());
      // What a trigger did is among the rows already.
      forEachTable(connection, "alter table %s disable trigger user");
      emptyAll(connection);
      copyAll(connection);
      for (var sequence : survey.contents().sequences()) set(connection, sequence);
      forEachTable(connection, "alter table %s enable trigger user");
      for (var key : keys) execute(connection, key.add());
      connection.commit();
      connection.setAutoCommit(true);
      execute(connection, "analyze");
    }
  }

  private void refuseOtherTables(Connection connection) throws SQLException {
    var mine = Contents.tables(connection);
    if (!mine.equals(survey.contents().tables())) {
      throw new Halt("The migrations of this application do not make the tables of the backup.");
    }
  }

  // A foreign key is checked when it comes back, so the order of the tables does not matter.
  private static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
    return Contents.list(
        connection,
        """
        select n.nspname, r.relname, c.conname, pg_get_constraintdef(c.oid) as definition
        from pg_constraint c join pg_class r on r.oid = c.conrelid
          join pg_namespace n on n.oid = r.relnamespace
        where c.contype = 'f' and c.conparentid = 0 and n.nspname !~ '^pg_'
        order by n.nspname, r.relname, c.conname
        """,
        row ->
            new ForeignKey(
                Contents.quoted(row.getString("nspname"))
                    + "."
                    + Contents.quoted(row.getString("relname")),
                Contents.quoted(row.getString("conname")),
                row.getString("definition")));
  }

  private record ForeignKey(String table, String name, String definition) {

    String drop() {
      return "alter table " + table + " drop constraint " + name;
    }

    String add() {
      return "alter table " + table + " add constraint " + name + " " + definition;
    }
  }

  private void forEachTable(Connection connection, String statement) throws SQLException {
    for (var table : survey.contents().tables())
      execute(connection, statement.formatted(table.quoted()));
  }

  // Migrations put rows in, too.
  private void emptyAll(Connection connection) throws SQLException {
    var tables = survey.contents().tables().stream().map(Table::quoted).toList();
    execute(connection, "truncate " + String.join(", ", tables));
  }

  private void copyAll(Connection connection)
      throws SQLException, IOException, GeneralSecurityException {
    Map<String, Table> tables = new HashMap<>();
    survey.contents().tables().forEach(table -> tables.put(table.entry(), table));
    backup.each((part, content) -> {
      var table = tables.get(part);
      if (table != null) copy(connection, table, content);
      else if (part.startsWith(HomeFiles.PREFIX)) files.put(part, content);
    });
  }

  private void copy(Connection connection, Table table, InputStream content)
      throws SQLException, IOException {
    long rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + table.copied() + " from stdin (format binary)", content);
    long listed = survey.manifest().rowsOf(table);
    if (rows != listed) {
      throw new Halt(
          "The table "
              + table.name()
              + " took "
              + rows
              + " rows and the backup lists "
              + listed
              + ".");
    }
  }

  private static void set(Connection connection, Contents.Sequence sequence) throws SQLException {
    try (var select = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
      select.setString(1, sequence.quoted());
      select.setLong(2, sequence.last());
      select.setBoolean(3, sequence.called());
      select.execute();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
