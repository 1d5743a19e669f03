package lu.aifactory.postgres;

import javax.sql.DataSource;

/// One database of the test server. Closing it removes it; otherwise it goes with the server.
public final class TestDatabase implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final ConnectionSettings settings;

  TestDatabase(EmbeddedPostgres server, ConnectionSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  public ConnectionSettings settings() {
    return settings;
  }

  public DataSource dataSource() {
    return settings.dataSource();
  }

  public String jdbcUrl() {
    return settings.jdbcUrl();
  }

  public String user() {
    return settings.user();
  }

  public String password() {
    return settings.password();
  }

  @Override
  public void close() {
    server.dropDatabase(settings.database());
  }
}
