package lu.aifactory.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// How to connect to one database of an embedded server.
public record ConnectionSettings(int port, String database, String user, String password) {

  static final String HOST = "127.0.0.1";

  public String jdbcUrl() {
    return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
  }

  /// The same server and account, another database.
  public ConnectionSettings to(String otherDatabase) {
    return new ConnectionSettings(port, otherDatabase, user, password);
  }

  /// A data source without a pool: every connection is a new one.
  public DataSource dataSource() {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {HOST});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout(10);
    return source;
  }

  void execute(String... statements) {
    try (var connection = dataSource().getConnection();
        var statement = connection.createStatement()) {
      for (var sql : statements) statement.execute(sql);
    } catch (SQLException e) {
      throw new PostgresFailure(PostgresFailure.Reason.BROKEN, "PostgreSQL: " + e.getMessage(), e);
    }
  }

  /// Both sides prove the password (SCRAM), so success means that it is our server.
  void knock() throws SQLException {
    try (Connection connection = dataSource().getConnection()) {
      connection.isValid(5);
    }
  }

  @Override
  public String toString() {
    return jdbcUrl() + " as " + user;
  }
}
