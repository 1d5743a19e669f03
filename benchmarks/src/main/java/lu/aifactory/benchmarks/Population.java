package lu.aifactory.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lu.aifactory.postgres.EmbeddedPostgres;

/// Fills the embedded database of a factory that runs in demo mode with copies of its invented organisations, waits until
/// the platform has linked the audit entries, and writes down who can sign in.
final class Population {

  /// The password of everybody who was copied, and what the platform keeps of it.
  static final String PASSWORD = "correct horse battery staple";

  private static final String HASH =
      "$argon2id$v=19$m=16384,t=2,p=1$Lq+quz3r5wRoUjWw1qu5rQ$kY43mxSQGkpIN/P4v0HwEnRR65rqBrmz0jQ9WvxvXYE";

  private Population() {}

  /// Arguments: home of the factory, engagements, events of each, file for the people.
  public static void main(String[] words) throws SQLException, IOException, InterruptedException {
    var postgres =
        EmbeddedPostgres.running(Path.of(words[0], "postgres"))
            .orElseThrow(() -> new IllegalStateException("No factory runs in " + words[0]));
    try (var connection = postgres.dataSource().getConnection()) {
      load(connection, words[1], words[2]);
      awaitSealing(connection);
      execute(
          connection,
          "analyze engagement, engagement_entry, engagement_task, notice, audit_entry, audit_link");
      print(connection);
      Files.write(Path.of(words[3]), people(connection));
    }
  }

  private static void load(Connection connection, String engagements, String events)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    set(connection, "load.engagements", engagements);
    set(connection, "load.events", events);
    set(connection, "load.password", HASH);
    execute(connection, script());
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static String script() throws IOException {
    try (var script = Population.class.getResourceAsStream("/population.sql")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void set(Connection connection, String name, String value) throws SQLException {
    try (var set = connection.prepareStatement("select set_config(?, ?, true)")) {
      set.setString(1, name);
      set.setString(2, value);
      set.executeQuery().close();
    }
  }

  /// Runs statements and prints what the database says meanwhile.
  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
      for (var said = statement.getWarnings(); said != null; said = said.getNextWarning()) {
        System.out.println(said.getMessage());
      }
    }
  }

  private static void awaitSealing(Connection connection)
      throws SQLException, InterruptedException {
    while (!rows(connection, "select entry from audit_waiting limit 1").isEmpty()) {
      Thread.sleep(500);
    }
  }

  private static void print(Connection connection) throws SQLException {
    for (var table :
        List.of("organisation", "account", "engagement", "engagement_entry", "audit_link")) {
      System.out.println(
          table + ": " + rows(connection, "select count(*) from " + table).getFirst());
    }
  }

  /// One line each, `role,email`, in an order in which neighbours have different cases.
  private static List<String> people(Connection connection) throws SQLException {
    var people = new ArrayList<>(List.of("role,email"));
    people.addAll(
        rows(
            connection,
            """
            select coalesce(r.role, 'organisation') || ',' || a.email
              from account a left join account_role r on r.account = a.id
             where a.password_hash is not null and coalesce(r.role, 'advisor') in ('advisor', 'auditor', 'administrator')
               and (r.role is not null or exists (select from membership m where m.account = a.id))
             order by md5(a.email)
            """));
    return people;
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) found.add(rows.getString(1));
    }
    return found;
  }
}
